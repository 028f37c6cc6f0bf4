package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lockstep.report.Csv;
import lockstep.statistics.Interval;
import lockstep.statistics.RankTestResult;
import lockstep.statistics.Sample;
import lockstep.statistics.TTestResult;
import lockstep.statistics.Tested;

/** Comparisons as tables for programs; a cell that does not apply is empty. */
final class CompareTables {
  private static final List<String> COMPARISON_COLUMNS =
      List.of(
          "first",
          "second",
          "metric",
          "paired",
          "first_runs",
          "second_runs",
          "first_left_out",
          "second_left_out",
          "first_mean",
          "second_mean",
          "difference",
          "low",
          "high",
          "effect",
          "rank_effect",
          "t",
          "degrees_of_freedom",
          "p",
          "p_holm",
          "rank_statistic",
          "rank_p",
          "rank_p_holm",
          "more_repeats",
          "first_diverged",
          "second_diverged",
          "divergence_p",
          "divergence_p_holm",
          "finding");
  private static final List<Fate> UNCOUNTED =
      List.of(Fate.DIVERGED, Fate.PRUNED, Fate.FAILED, Fate.NUMBERLESS);
  private static final List<String> CURVE_COLUMNS =
      List.of(
          "first",
          "second",
          "curve",
          "repeat",
          "same_seeds",
          "part_at_epoch",
          "first_there",
          "second_there",
          "last_epoch",
          "first_at_last",
          "second_at_last");

  private CompareTables() {}

  static String comparisons(ResultsComparison all) {
    StringBuilder text = new StringBuilder();
    add(text, COMPARISON_COLUMNS);
    boolean overlapping = all.testToTrainingRatio().isPresent();
    all.comparisons().forEach(one -> add(text, comparison(one, overlapping)));
    return text.toString();
  }

  private static List<String> comparison(Comparison one, boolean overlapping) {
    Contrast values = one.values();
    List<String> cells = new ArrayList<>(List.of(Csv.text(one.first().name())));
    cells.addAll(List.of(Csv.text(one.second().name()), one.measure().name()));
    cells.add(values.paired() ? "yes" : "no");
    cells.addAll(List.of(values.first().size() + "", values.second().size() + ""));
    cells.addAll(List.of(one.firstLeftOut() + "", one.secondLeftOut() + ""));
    cells.addAll(List.of(number(values.first().mean()), number(values.second().mean())));
    cells.add(number(values.difference()));
    cells.add(number(values.interval(), Interval::low));
    cells.add(number(values.interval(), Interval::high));
    cells.addAll(List.of(number(values.effect()), number(values.rankEffect())));
    cells.addAll(tests(one));
    boolean planned = !overlapping && values.more().isPresent();
    cells.add(planned ? values.more().getAsInt() + "" : "");
    cells.addAll(divergence(one));
    cells.add(one.finding().name().toLowerCase(Locale.ROOT));
    return cells;
  }

  private static List<String> tests(Comparison one) {
    Contrast values = one.values();
    Optional<TTestResult> student = as(TTestResult.class, values.student());
    Optional<RankTestResult> ranks = as(RankTestResult.class, values.ranks());
    return List.of(
        number(student, Tested::statistic),
        number(student, TTestResult::degreesOfFreedom),
        number(values.deciding().pValueIfTested()),
        number(one.corrected().deciding()),
        number(ranks, Tested::statistic),
        number(ranks, Tested::pValue),
        number(one.corrected().ranks()));
  }

  private static List<String> divergence(Comparison one) {
    return List.of(
        one.first().count(Fate.DIVERGED, one.measure()) + "",
        one.second().count(Fate.DIVERGED, one.measure()) + "",
        number(one.divergence().ranks().pValueIfTested()),
        number(one.corrected().divergence()));
  }

  static String configurations(ResultsComparison all) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>(List.of("name", "folder", "configuration"));
    all.differences().keys().forEach(key -> header.add(Csv.text(key)));
    header.addAll(List.of("runs", "diverged", "pruned", "failed", "without_number"));
    for (Measure measure : all.measures()) {
      for (String part : List.of("runs", "mean", "sd", "low", "high")) {
        header.add(measure.name() + "_" + part);
      }
    }
    add(text, header);
    for (int index = 0; index < all.candidates().all().size(); index++) {
      add(text, configuration(all, index));
    }
    return text.toString();
  }

  private static List<String> configuration(ResultsComparison all, int index) {
    Candidate candidate = all.candidates().all().get(index);
    String folder = candidate.folder().toString().replace('\\', '/');
    List<String> cells = new ArrayList<>(List.of(Csv.text(candidate.name()), Csv.text(folder)));
    cells.add(candidate.number() + 1 + "");
    all.differences().values().get(index).forEach(value -> cells.add(setting(value)));
    cells.add(candidate.trialCount() + "");
    for (Fate fate : UNCOUNTED) {
      cells.add(candidate.count(fate, all.measure()) + "");
    }
    all.measures().forEach(measure -> cells.addAll(summary(candidate.sample(measure))));
    return cells;
  }

  /** A number as it is, whatever a spreadsheet makes of its sign; other values as text. */
  private static String setting(String value) {
    return value.matches("[+-]?[0-9][0-9.eE+-]*") ? Csv.exact(value) : Csv.text(value);
  }

  private static List<String> summary(Sample sample) {
    Optional<Interval> interval = sample.meanInterval(Contrast.CONFIDENCE);
    return List.of(
        sample.size() + "",
        number(sample.mean()),
        number(sample.standardDeviation()),
        number(interval, Interval::low),
        number(interval, Interval::high));
  }

  static String curves(ResultsComparison all) {
    StringBuilder text = new StringBuilder();
    add(text, CURVE_COLUMNS);
    all.partings().forEach(parting -> add(text, curve(parting)));
    return text.toString();
  }

  private static List<String> curve(Parting parting) {
    List<String> cells = new ArrayList<>(List.of(Csv.text(parting.first().name())));
    cells.addAll(List.of(Csv.text(parting.second().name()), parting.column()));
    cells.addAll(List.of(parting.repeat() + "", parting.sameSeeds() ? "yes" : "no"));
    cells.add(parting.parted().map(epoch -> epoch.epoch() + "").orElse(""));
    cells.add(number(parting.parted(), Parting.Epoch::first));
    cells.add(number(parting.parted(), Parting.Epoch::second));
    cells.add(parting.end().epoch() + "");
    cells.addAll(List.of(Csv.number(parting.end().first()), Csv.number(parting.end().second())));
    return cells;
  }

  private static void add(StringBuilder text, List<String> cells) {
    text.append(String.join(",", cells)).append('\n');
  }

  private static <T> Optional<T> as(Class<T> type, Object result) {
    return Optional.of(result).filter(type::isInstance).map(type::cast);
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? Csv.number(number.getAsDouble()) : "";
  }

  private static <T> String number(Optional<T> result, ToDoubleFunction<T> part) {
    return result.map(one -> Csv.number(part.applyAsDouble(one))).orElse("");
  }
}
