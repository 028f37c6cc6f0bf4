package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.report.Digits;
import lockstep.report.Markdown;
import lockstep.statistics.RankTestMethod;
import lockstep.statistics.TTestResult;

/** All tests in a table, and what they are and can do. */
final class TestSection {
  /** One more than the spread has: the ends of an interval near 0 must not look like 0. */
  private static final int DIGITS_OF_ERROR = 3;

  private final ResultsComparison all;
  private final List<Comparison> comparisons;
  private final boolean baseline;
  private final boolean several;

  private TestSection(ResultsComparison all) {
    this.all = all;
    this.comparisons = all.comparisons();
    this.baseline = all.candidates().baseline().isPresent();
    this.several = comparisons.size() > 1;
  }

  static String of(ResultsComparison all) {
    return all.unanswered() ? "" : new TestSection(all).text();
  }

  private String text() {
    return "## Tests\n\n" + table() + "\n" + String.join("\n", notes()) + "\n";
  }

  private String table() {
    List<String> header = new ArrayList<>(List.of("configuration"));
    header.addAll(baseline ? List.of() : List.of("against"));
    header.addAll(List.of(any(Contrast::paired) ? "pairs" : "runs", "difference"));
    header.addAll(List.of("95 % interval", "effect", "p"));
    header.addAll(several ? List.of("p, Holm", "rank p", "rank p, Holm") : List.of("rank p"));
    header.addAll(List.of("more repeats", "finding"));
    Decimals decimals = decimals();
    String alignment = baseline ? "l" : "ll";
    String numbers = "r".repeat(header.size() - alignment.length() - 1);
    return new CutTable(alignment + numbers + "l", header, CompareFiles.COMPARISONS)
        .of(comparisons.stream().map(one -> row(one, decimals)).toList());
  }

  private Decimals decimals() {
    double[] differences = values(comparisons.stream().map(one -> one.values().difference()));
    double[] errors =
        comparisons.stream()
            .map(one -> one.values().student())
            .filter(TTestResult.class::isInstance)
            .mapToDouble(result -> ((TTestResult) result).standardError())
            .toArray();
    return Decimals.of(DIGITS_OF_ERROR, differences, errors);
  }

  private static double[] values(Stream<OptionalDouble> numbers) {
    return numbers.flatMapToDouble(OptionalDouble::stream).toArray();
  }

  private List<String> row(Comparison one, Decimals decimals) {
    Contrast values = one.values();
    List<String> row = new ArrayList<>(List.of(Markdown.code(one.second().name())));
    row.addAll(baseline ? List.of() : List.of(Markdown.code(one.first().name())));
    row.add(size(values));
    row.add(decimals.of(values.difference()));
    row.add(values.interval().map(decimals::of).orElse(Decimals.NONE));
    row.add(Decimals.rounded(values.effect(), 2));
    row.add(Decimals.probability(values.deciding().pValueIfTested()));
    if (several) {
      row.add(Decimals.probability(one.corrected().deciding()));
    }
    row.add(Decimals.probability(values.ranks().pValueIfTested()));
    if (several) {
      row.add(Decimals.probability(one.corrected().ranks()));
    }
    row.add(more(values));
    row.add(finding(one));
    return row;
  }

  private static String size(Contrast values) {
    return values.paired()
        ? Integer.toString(values.first().size())
        : values.second().size() + ", " + values.first().size();
  }

  private String more(Contrast values) {
    OptionalInt more = overlapping() ? OptionalInt.empty() : values.more();
    return more.isPresent() ? Integer.toString(more.getAsInt()) : Decimals.NONE;
  }

  private String finding(Comparison one) {
    String word = Sentences.of(one, all).word();
    boolean shown =
        List.of(Finding.BETTER, Finding.WORSE, Finding.LARGER, Finding.SMALLER)
            .contains(one.finding());
    return (shown ? "**" + word + "**" : word)
        + (one.divergesMore() ? ", **diverges more often**" : "")
        + (one.divergesLess() ? ", **diverges less often**" : "");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "- A difference is the configuration's mean less that of what it is held against; its"
            + " interval "
            + (several
                ? "and \"p\" are not corrected for the number of comparisons."
                : "is that of")
            + (several ? "" : " the t-test."));
    if (any(Contrast::paired)) {
      notes.add(paired());
    }
    if (any(values -> !values.paired())) {
      notes.add(
          "- Where the seeds differ, or no repeat is on both sides, runs are independent: Welch's"
              + " t-test decides, the U test of Mann and Whitney (\"rank p\", "
              + exactness()
              + ") stands beside it, and the effect is Hedges' g.");
    }
    notes.add(
        several
            ? "- \"Holm\": corrected over the "
                + Digits.counted(tested(), "comparison")
                + " of this table that could be tested; up to 0.05 counts as shown."
            : "- A p of up to 0.05 counts as shown.");
    notes.addAll(limits());
    notes.addAll(leftOut());
    if (!overlapping()) {
      notes.add(
          "- \"More repeats\": how many of each would be needed to find a difference as large as"
              + " the one seen with a power of 0.8 at a level of 5 %, before any correction. A"
              + " number for planning: differences seen in few runs are uncertain themselves.");
    }
    return notes;
  }

  private long tested() {
    return comparisons.stream().filter(one -> one.corrected().deciding().isPresent()).count();
  }

  private String paired() {
    return overlapping()
        ? "- Repeats with the same seeds are paired, and their training sets overlap: the corrected"
            + " resampled t-test decides. No rank test is known to be right then. The effect is"
            + " Cohen's d of the differences."
        : "- Repeats with the same seeds are paired: the paired t-test decides, Wilcoxon's"
            + " signed-rank test (\"rank p\", "
            + exactness()
            + ") stands beside it, and the effect is Cohen's d of the differences.";
  }

  private String exactness() {
    int largest =
        comparisons.stream()
            .mapToInt(one -> Math.max(one.values().first().size(), one.values().second().size()))
            .max()
            .orElse(0);
    return largest <= RankTestMethod.EXACT_LIMIT
        ? "exact"
        : "exact for up to " + RankTestMethod.EXACT_LIMIT + " values a side";
  }

  /** What rank tests of few values cannot show, whatever the values are. */
  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    smallest(true)
        .ifPresent(
            n ->
                limits.add(
                    "- With "
                        + Digits.counted(n, "pair")
                        + " Wilcoxon's test cannot go below p = "
                        + Digits.rounded(2.0 / (1L << n), 2 + 1)
                        + ", however clear the difference; it takes 6 pairs to get below 0.05."));
    smallest(false)
        .ifPresent(
            n ->
                limits.add(
                    "- With so few runs the U test cannot go below 0.05, however clear the"
                        + " difference; it takes 4 on each side."));
    return limits;
  }

  private OptionalInt smallest(boolean paired) {
    int enough = paired ? 6 : 4;
    return overlapping()
        ? OptionalInt.empty()
        : comparisons.stream()
            .map(Comparison::values)
            .filter(values -> values.paired() == paired)
            .mapToInt(values -> Math.min(values.first().size(), values.second().size()))
            .filter(size -> size >= 2 && size < enough)
            .min();
  }

  private List<String> leftOut() {
    long all =
        comparisons.stream().mapToLong(one -> one.firstLeftOut() + one.secondLeftOut()).sum();
    if (all == 0) {
      return List.of();
    }
    String most =
        any(Contrast::paired)
            ? " A pair counts only if both of its runs do; repeats without a partner do not count."
            : "";
    return List.of(
        "- Runs that diverged, were pruned or failed are in no test of values."
            + most
            + (diverged()
                ? " Whether one diverges more often is tested on its own, by the rank test of 1"
                    + " for each diverged run and 0 for each other."
                : ""));
  }

  private boolean diverged() {
    return all.candidates().all().stream()
        .anyMatch(each -> each.count(Fate.DIVERGED, all.measure()) > 0);
  }

  private boolean overlapping() {
    return all.testToTrainingRatio().isPresent();
  }

  private boolean any(Predicate<Contrast> which) {
    return comparisons.stream().map(Comparison::values).anyMatch(which);
  }
}
