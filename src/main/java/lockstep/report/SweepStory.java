package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lockstep.report.Standing.Tier;
import lockstep.statistics.Interval;

/** What a sweep asked, and what its numbers allow to answer. */
final class SweepStory {
  private static final String UNPAIRED =
      "The seeds differ from one configuration to the other, so that repeats are no pairs; "
          + Markdown.code("lockstep compare")
          + " tests what can be tested.";

  private static final int MOST_KEYS_NAMED = 4;

  private final Ranking ranking;
  private final Axes axes;
  private final Survey survey;
  private final int repeats;
  private final FoldCount folds;

  SweepStory(Ranking ranking, Axes axes, Survey survey) {
    this.ranking = ranking;
    this.axes = axes;
    this.survey = survey;
    this.repeats = ranking.best().repeats();
    this.folds = ranking.best().folds();
  }

  /** The ranking metric in words. */
  static String words(Column metric) {
    String part = metric.heldOut() ? metric.part().word() + " " : "";
    return part + metric.words();
  }

  private String metric() {
    return words(ranking.metric());
  }

  private String extreme() {
    return ranking.metric().higherIsBetter() ? "highest" : "lowest";
  }

  /** What was asked, in Markdown. */
  String question() {
    String keys =
        axes.varying().stream()
            .limit(MOST_KEYS_NAMED)
            .map(axis -> Markdown.code(axis.key()))
            .collect(Collectors.joining(", "));
    int more = axes.varying().size() - MOST_KEYS_NAMED;
    String all = keys + (more > 0 ? " and " + Digits.counted(more, "other key") : "");
    String goal = " ends with the " + extreme() + " " + metric() + "?";
    String runs = repeats == 1 ? "" : ", each run" + (folds.several() ? onFolds() : seeds(repeats));
    return axes.varying().isEmpty()
        ? "What " + metric() + " does the configuration end with" + runs + "?"
        : "Which "
            + (axes.varying().size() == 1 ? "" : "combination of ")
            + all
            + goal
            + " "
            + Digits.counted(ranking.standings().size(), "configuration")
            + runs
            + ".";
  }

  private String seeds(int count) {
    return survey.paired() ? " with the same " + count + " seeds" : " " + count + " times";
  }

  private String onFolds() {
    int seeds = repeats / folds.count();
    return " on each of " + folds.count() + " folds" + (seeds == 1 ? "" : seeds(seeds));
  }

  /** The answer in a sentence or two of Markdown, no surer than the numbers are. */
  String answer() {
    List<Standing> measured = ranking.measured();
    if (measured.isEmpty()) {
      return "**No configuration can be recommended**: " + nothing() + ".";
    }
    Standing best = measured.get(0);
    if (ranking.standings().size() == 1) {
      return "It ended with " + article() + metric() + " of **" + value(best) + "**" + spread(best);
    }
    String first =
        "**"
            + axes.code(best.configuration())
            + "** ended with the "
            + extreme()
            + (repeats == 1 ? " " : " mean ")
            + metric()
            + ", "
            + value(best)
            + spread(best);
    return first + ended(best) + " " + sureness();
  }

  private static String ended(Standing best) {
    return best.tier() == Tier.FINISHED ? "" : " Of its runs, " + best.ended() + ".";
  }

  private String article() {
    return "aeiou".indexOf(metric().charAt(0)) >= 0 ? "an " : "a ";
  }

  private String nothing() {
    long diverged = ranking.count(Tier.DIVERGED);
    long failed = ranking.count(Tier.FAILED);
    long all = ranking.standings().size();
    if (diverged == all) {
      return all == 1 ? "the only one diverged" : "all " + all + " diverged";
    }
    return failed == all
        ? "none could be run"
        : diverged + " diverged, " + failed + " could not be run, the others were ended early";
  }

  private static String value(Standing standing) {
    String mean = Digits.rounded(standing.mean().orElseThrow());
    OptionalDouble deviation = standing.sample().standardDeviation();
    return standing.folds().several() && deviation.isPresent()
        ? mean + " ± " + Digits.rounded(deviation.getAsDouble(), 3)
        : mean;
  }

  private String spread(Standing standing) {
    Optional<Interval> interval = standing.interval();
    if (interval.isEmpty()) {
      return ".";
    }
    List<String> ends = Digits.apart(interval.get().low(), interval.get().high());
    String runs = Digits.counted(standing.sample().size(), "run");
    String range = "95 % interval " + ends.get(0) + " to " + ends.get(ends.size() - 1);
    return folds.several()
        ? " (mean ± standard deviation of " + runs + ", one a fold; " + range + ")."
        : " (" + range + ", " + runs + ").";
  }

  private String sureness() {
    List<Standing> comparable = ranking.comparable();
    if (comparable.size() == 1) {
      return "No other configuration finished" + (repeats == 1 ? "." : " all of its runs.");
    }
    Standing second = comparable.get(1);
    String next = "Next is " + axes.code(second.configuration()) + " with " + value(second) + ". ";
    return repeats == 1
        ? next
            + "Each configuration was run once, so nothing here says how much of a difference is"
            + " owed to the seeds; "
            + Markdown.code("repeats")
            + " would."
        : next + (survey.paired() ? tested(Rivals.of(ranking), comparable.size() - 1) : UNPAIRED);
  }

  private String tested(Rivals rivals, int others) {
    String test = folds.several() ? "corrected resampled" : "paired";
    String how = " (" + test + " t-tests at 5 %, corrected for all pairs of configurations).";
    if (rivals.tested() == 0) {
      return "The " + (folds.several() ? "folds" : "repeats") + " allow no test of the difference.";
    }
    if (rivals.worse() == others) {
      String both = others == 2 ? "Both" : "All " + others;
      String all = others == 1 ? "That one is" : both + " others that finished are";
      return all + " worse by more than the " + folds.chance() + " explain" + how;
    }
    return rivals.worse() == 0
        ? "No other can be told apart from the best" + how
        : "The best is better than "
            + rivals.worse()
            + " of the "
            + others
            + " others that finished by more than the "
            + folds.chance()
            + " explain, and cannot be told apart from the "
            + remaining(others - rivals.worse())
            + how;
  }

  private static String remaining(int count) {
    return count == 1 ? "other one" : "remaining " + count;
  }

  /** How many trials there were and how they ended, and from where on they diverged. */
  String course() {
    List<String> sentences = new ArrayList<>();
    sentences.add(new SweepCounts(survey).text());
    new Thresholds(ranking, axes).text().ifPresent(sentences::add);
    return String.join(" ", sentences);
  }
}
