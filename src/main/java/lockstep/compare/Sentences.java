package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lockstep.report.Digits;
import lockstep.report.Markdown;
import lockstep.statistics.NotTestable;
import lockstep.statistics.TTestResult;
import lockstep.statistics.Tested;

/**
 * What the numbers allow to say of one comparison.
 *
 * @param comparison the comparison
 * @param family how many comparisons there are
 * @param overlapping whether training sets overlap
 */
record Sentences(Comparison comparison, int family, boolean overlapping) {
  private static final int DIGITS = 3;

  static Sentences of(Comparison comparison, ResultsComparison all) {
    return new Sentences(
        comparison, all.comparisons().size(), all.testToTrainingRatio().isPresent());
  }

  /** The answer, with the test behind it. */
  String answer() {
    List<String> sentences = new ArrayList<>(List.of(values()));
    divergence().ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private String values() {
    String measure = comparison.measure().words();
    return switch (comparison.finding()) {
      case BETTER, WORSE ->
          "**" + second() + " is " + word() + " than " + first() + "** in " + measure + evidence();
      case LARGER, SMALLER ->
          "**"
              + second()
              + " has a "
              + word()
              + " "
              + measure
              + " than "
              + first()
              + "**"
              + evidence();
      case NOT_SHOWN ->
          "**No difference in "
              + measure
              + " between "
              + second()
              + " and "
              + first()
              + " could be shown**"
              + evidence()
              + more();
      case IDENTICAL -> identical(measure);
      case NOT_TESTED -> untested(measure);
    };
  }

  private String identical(String measure) {
    return "**"
        + second()
        + " and "
        + first()
        + " have the same "
        + measure
        + "** in "
        + Digits.counted(comparison.values().first().size(), "pair")
        + ", to the last bit.";
  }

  /** The finding as a word for tables. */
  String word() {
    return switch (comparison.finding()) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case LARGER -> "larger";
      case SMALLER -> "smaller";
      case NOT_SHOWN -> "no difference shown";
      case IDENTICAL -> "identical";
      case NOT_TESTED -> "not tested";
    };
  }

  private String evidence() {
    return ": " + difference() + " (" + interval() + test() + ")." + contradiction();
  }

  private String difference() {
    double difference = comparison.values().difference().orElse(0);
    if (difference == 0) {
      return "the means are the same";
    }
    String size = Decimals.rounded(OptionalDouble.of(Math.abs(difference)), DIGITS);
    boolean several = comparison.values().second().size() > 1;
    return (several ? "on average " : "") + (difference > 0 ? "higher" : "lower") + " by " + size;
  }

  private String interval() {
    return comparison
        .values()
        .interval()
        .map(
            interval ->
                "95 % interval of the difference "
                    + Decimals.rounded(OptionalDouble.of(interval.low()), DIGITS)
                    + " to "
                    + Decimals.rounded(OptionalDouble.of(interval.high()), DIGITS)
                    + "; ")
        .orElse("");
  }

  private String test() {
    Contrast values = comparison.values();
    boolean student = values.student() instanceof TTestResult;
    String name = student ? studentName() : rankName();
    String over =
        values.paired()
            ? Digits.counted(values.first().size(), "pair")
            : values.second().size() + " against " + Digits.counted(values.first().size(), "run");
    String corrected = family > 1 ? " after Holm's correction" : "";
    return name
        + " over "
        + over
        + ", "
        + Decimals.sentence(comparison.corrected().deciding())
        + corrected;
  }

  /** The t-test that was made. */
  String studentName() {
    boolean paired = comparison.values().paired();
    return paired ? overlapping ? "corrected resampled t-test" : "paired t-test" : "Welch's t-test";
  }

  /** The rank test that was made. */
  String rankName() {
    return comparison.values().paired() ? "Wilcoxon's signed-rank test" : "the Mann-Whitney U test";
  }

  private String contradiction() {
    OptionalDouble ranks = comparison.corrected().ranks();
    boolean shown = comparison.finding() != Finding.NOT_SHOWN;
    boolean student = comparison.values().student() instanceof Tested;
    return shown && student && ranks.isPresent() && ranks.getAsDouble() > Comparison.LEVEL
        ? " "
            + capitalised(rankName())
            + " alone does not show it ("
            + Decimals.sentence(ranks)
            + ")."
        : "";
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String more() {
    OptionalInt more = overlapping ? OptionalInt.empty() : comparison.values().more();
    if (more.isEmpty()) {
      return "";
    }
    return more.getAsInt() == 0
        ? ""
        : " If the difference is as large as it looks here, about "
            + Digits.counted(more.getAsInt(), "more repeat")
            + " of each would show it with a power of 0.8.";
  }

  private String untested(String measure) {
    Contrast values = comparison.values();
    String pair = second() + " and " + first();
    if (Math.min(values.first().size(), values.second().size()) == 0) {
      return "**No test between "
          + pair
          + " is possible**: "
          + (values.paired() ? "in no pair have both runs" : "one of them has no run with")
          + " a "
          + measure
          + " that counts."
          + repeats();
    }
    if (Math.min(values.first().size(), values.second().size()) == 1) {
      return "**No test between "
          + pair
          + " is possible**: "
          + single()
          + " does not tell a difference from chance. Here the "
          + measure
          + " is "
          + difference()
          + "."
          + repeats();
    }
    String reason = values.student() instanceof NotTestable not ? not.reason().text() : "";
    return "**No test between " + pair + " is possible**: " + reason + "; " + difference() + ".";
  }

  private boolean singleRuns() {
    return Math.min(comparison.first().trialCount(), comparison.second().trialCount()) == 1;
  }

  private String single() {
    return singleRuns()
        ? "a single run"
        : "a single " + (comparison.values().paired() ? "pair of runs" : "run") + " that counts";
  }

  private String repeats() {
    return singleRuns()
        ? " `sweep: {repeats: 10}` in the experiment repeats it with other seeds."
        : "";
  }

  /** What can be said of how often they diverge; empty if neither does. */
  Optional<String> divergence() {
    long first = comparison.first().count(Fate.DIVERGED, comparison.measure());
    long second = comparison.second().count(Fate.DIVERGED, comparison.measure());
    if (first + second == 0) {
      return Optional.empty();
    }
    boolean tested = comparison.corrected().divergence().isPresent();
    String shown =
        comparison.divergesMore()
            ? ", more often"
            : comparison.divergesLess()
                ? ", less often"
                : tested ? ", which does not show that one diverges more often" : "";
    String p = tested ? " (" + Decimals.sentence(comparison.corrected().divergence()) + ")" : "";
    return Optional.of(
        second()
            + " diverged in "
            + second
            + " of "
            + comparison.second().trialCount()
            + " runs, "
            + first()
            + " in "
            + first
            + " of "
            + comparison.first().trialCount()
            + shown
            + p
            + ".");
  }

  private String first() {
    return Markdown.code(comparison.first().name());
  }

  private String second() {
    return Markdown.code(comparison.second().name());
  }
}
