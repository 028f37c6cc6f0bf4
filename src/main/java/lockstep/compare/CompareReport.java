package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import lockstep.report.Digits;
import lockstep.report.Markdown;

/** A comparison for people, in Markdown. */
public final class CompareReport {
  private static final int ALL_SENTENCES = 3;
  private static final int MOST_SENTENCES = 12;

  private final ResultsComparison all;

  private CompareReport(ResultsComparison all) {
    this.all = all;
  }

  /**
   * The whole text.
   *
   * @param all the comparison
   * @param figures Markdown that shows the figures; empty without
   */
  public static String of(ResultsComparison all, String figures) {
    CompareReport report = new CompareReport(all);
    List<String> sections = new ArrayList<>();
    sections.add("# " + report.title());
    sections.add(report.answer());
    sections.add(DifferenceSection.of(all));
    sections.add(MeasureSection.main(all));
    sections.add(figures);
    sections.add(TestSection.of(all));
    sections.add(MeasureSection.others(all));
    sections.add(PartingSection.of(all.partings()));
    return sections.stream()
            .map(String::strip)
            .filter(section -> !section.isEmpty())
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  /** The answer alone. */
  public static String answer(ResultsComparison all) {
    return new CompareReport(all).answer();
  }

  private String title() {
    List<Candidate> candidates = all.candidates().all();
    OptionalInt baseline = all.candidates().baseline();
    if (all.comparisons().size() == 1) {
      Comparison only = all.comparisons().get(0);
      return code(only.second()) + " against " + code(only.first());
    }
    return baseline.isPresent()
        ? Digits.counted(candidates.size() - 1, "configuration")
            + " against "
            + code(candidates.get(baseline.getAsInt()))
        : Digits.counted(candidates.size(), "configuration") + ", each against each";
  }

  private String answer() {
    List<Comparison> comparisons = all.comparisons();
    if (comparisons.size() <= ALL_SENTENCES) {
      return comparisons.stream().map(this::sentence).collect(Collectors.joining("\n\n"));
    }
    List<Comparison> shown = comparisons.stream().filter(CompareReport::isShown).toList();
    List<String> lines = new ArrayList<>(List.of(count(shown.size())));
    shown.stream().limit(MOST_SENTENCES).forEach(one -> lines.add("- " + sentence(one)));
    if (shown.size() > MOST_SENTENCES) {
      lines.add("- and " + (shown.size() - MOST_SENTENCES) + " more, in the table below");
    }
    String bullets = String.join("\n", lines.subList(1, lines.size()));
    return lines.get(0)
        + (bullets.isEmpty() ? "" : "\n\n" + bullets)
        + same()
        + diverged()
        + singles();
  }

  private String count(int shown) {
    long tested =
        all.comparisons().stream().filter(one -> one.corrected().deciding().isPresent()).count();
    String measure = all.measure().words();
    if (tested == 0) {
      return "No test is possible in any of the " + all.comparisons().size() + " comparisons.";
    }
    return "Of "
        + Digits.counted(tested, "comparison")
        + " that could be tested, **"
        + (shown == 0 ? "none shows" : shown == 1 ? "one shows" : shown + " show")
        + " a difference in "
        + measure
        + "** at a level of 5 % after Holm's correction"
        + (shown == 0 ? ". That does not say that there is none." : ":");
  }

  /** Few comparisons tell of divergence in their own sentences. */
  private String diverged() {
    return all.candidates().all().stream()
        .filter(each -> each.count(Fate.DIVERGED, all.measure()) > 0)
        .limit(ALL_SENTENCES)
        .map(this::diverged)
        .map(sentence -> "\n\n" + sentence)
        .collect(Collectors.joining());
  }

  private String diverged(Candidate candidate) {
    long diverged = candidate.count(Fate.DIVERGED, all.measure());
    String rest =
        diverged == candidate.trialCount() ? "" : "; what is said of its values is about the rest";
    return code(candidate)
        + " diverged in "
        + diverged
        + " of "
        + Digits.counted(candidate.trialCount(), "run")
        + rest
        + ".";
  }

  private String same() {
    long same =
        all.comparisons().stream().filter(one -> one.finding() == Finding.IDENTICAL).count();
    return same == 0
        ? ""
        : "\n\nIn "
            + Digits.counted(same, "comparison")
            + " all values are the same, to the last bit.";
  }

  private String singles() {
    boolean single = all.candidates().all().stream().allMatch(each -> each.trialCount() == 1);
    return single
        ? "\n\nEach configuration has a single run, which does not tell a difference from chance."
            + " `sweep: {repeats: 10}` in the experiments repeats them with other seeds."
        : "";
  }

  private static boolean isShown(Comparison comparison) {
    boolean nothing =
        List.of(Finding.NOT_SHOWN, Finding.NOT_TESTED, Finding.IDENTICAL)
            .contains(comparison.finding());
    return !nothing || comparison.divergesMore() || comparison.divergesLess();
  }

  private String sentence(Comparison comparison) {
    return Sentences.of(comparison, all).answer();
  }

  private static String code(Candidate candidate) {
    return Markdown.code(candidate.name());
  }
}
