package lockstep.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import lockstep.report.Markdown;
import lockstep.statistics.Sample;

/** Numbers of trials in a few: how many, mean, standard deviation, interval. */
final class MeasureSection {
  private static final List<String> HEADER =
      List.of("configuration", "runs", "mean", "sd", "95 % interval", "not counted");

  private static final int DIGITS_OF_SPREAD = 2;

  private MeasureSection() {}

  /** The measure that is compared. */
  static String main(ResultsComparison all) {
    boolean uncounted =
        all.candidates().all().stream()
            .anyMatch(each -> each.sample(all.measure()).size() < each.trialCount());
    return "## "
        + title(all.measure())
        + "\n\n"
        + table(all, all.measure())
        + (uncounted
            ? "\nRuns that diverged, were pruned or failed are in no mean: the numbers of the"
                + " others say nothing of them.\n"
            : "");
  }

  /** All other final values. */
  static String others(ResultsComparison all) {
    List<Measure> others =
        all.measures().stream()
            .filter(each -> each.name().startsWith("final_") && !each.equals(all.measure()))
            .toList();
    return others.isEmpty()
        ? ""
        : "## Other metrics\n\nThey were not tested; `--metric` chooses what is.\n\n"
            + others.stream()
                .map(each -> "**" + title(each) + "**\n\n" + table(all, each))
                .collect(Collectors.joining("\n"));
  }

  private static String title(Measure measure) {
    String words = measure.words();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String table(ResultsComparison all, Measure measure) {
    List<Candidate> candidates = all.candidates().all();
    List<Sample> samples = candidates.stream().map(each -> each.sample(measure)).toList();
    Decimals decimals = decimals(samples);
    List<List<String>> rows = new ArrayList<>();
    for (int index = 0; index < candidates.size(); index++) {
      boolean baseline = all.candidates().baseline().equals(OptionalInt.of(index));
      String name = Markdown.code(candidates.get(index).name()) + (baseline ? " (baseline)" : "");
      rows.add(row(name, samples.get(index), decimals, uncounted(candidates.get(index), measure)));
    }
    return new CutTable("lrrrrl", HEADER, CompareFiles.CONFIGURATIONS).of(rows);
  }

  private static Decimals decimals(List<Sample> samples) {
    double[] means = samples.stream().mapToDouble(each -> each.mean().orElse(0)).toArray();
    double[] spreads =
        samples.stream().mapToDouble(each -> each.standardDeviation().orElse(0)).toArray();
    return Decimals.of(DIGITS_OF_SPREAD, means, spreads);
  }

  private static List<String> row(String name, Sample sample, Decimals decimals, String uncounted) {
    return List.of(
        name,
        Integer.toString(sample.size()),
        decimals.of(sample.mean()),
        decimals.of(sample.standardDeviation()),
        sample.meanInterval(Contrast.CONFIDENCE).map(decimals::of).orElse(Decimals.NONE),
        uncounted);
  }

  /** The trials that are in no mean, as {@code 3 diverged, 1 failed}. */
  static String uncounted(Candidate candidate, Measure measure) {
    return Arrays.stream(Fate.values())
        .filter(fate -> fate != Fate.MEASURED && candidate.count(fate, measure) > 0)
        .map(fate -> candidate.count(fate, measure) + " " + fate.word())
        .collect(Collectors.joining(", "));
  }
}
