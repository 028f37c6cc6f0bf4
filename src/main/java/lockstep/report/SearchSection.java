package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.search.Ended;
import lockstep.search.Finding;
import lockstep.search.Finding.Kind;

/** What was found: for each configuration, and for each search with the runs that bracket it. */
final class SearchSection {
  private static final int MOST_ROWS = 40;
  private static final String NONE = "–";

  private final Experiment experiment;
  private final List<Found> found;
  private final Axes axes;

  SearchSection(Experiment experiment, List<Found> found, Axes axes) {
    this.experiment = experiment;
    this.found = found;
    this.axes = axes;
  }

  /** The configurations, if there are several. */
  String configurations() {
    if (found.size() == 1) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            "lrllr", "configuration", "mean", "95 % interval", "from … to", "repeats");
    found.stream().limit(MOST_ROWS).forEach(one -> table.row(row(one)));
    return "## The largest stable value of each configuration\n\n" + table + cut(found.size());
  }

  private List<String> row(Found one) {
    int found = one.sample().size();
    return List.of(
        axes.code(one.configuration()),
        found == 0 ? NONE : one.mean(),
        one.intervalInWords().orElse(NONE),
        one.range().orElse(NONE),
        found == experiment.repeats() ? found + "" : found + " of " + experiment.repeats());
  }

  /** Every search with the two runs between which stability ends. */
  String searches() {
    List<String> header = new ArrayList<>();
    boolean many = found.size() > 1;
    header.addAll(many ? List.of("configuration") : List.of());
    header.addAll(
        List.of(
            "repeat", "largest stable", "trial", "loss", "not stable", "trial", "why", "trials"));
    MarkdownTable table =
        new MarkdownTable((many ? "l" : "") + "rrrrrrlr", header.toArray(String[]::new));
    int first = 1;
    int rows = 0;
    for (Found one : found) {
      for (Finding finding : one.findings()) {
        if (rows < MOST_ROWS) {
          table.row(row(finding, first, many));
        }
        rows++;
        first += finding.ended().size();
      }
    }
    return "## The runs that bracket it\n\n" + table + cut(rows);
  }

  private List<String> row(Finding finding, int first, boolean many) {
    List<String> cells = new ArrayList<>();
    if (many) {
      cells.add(axes.code(finding.search() / experiment.repeats()));
    }
    cells.add(finding.search() % experiment.repeats() + 1 + "");
    add(cells, finding.stable(), first);
    cells.add(finding.stable().map(SearchSection::losses).orElse(NONE));
    add(cells, finding.unstable(), first);
    cells.add(how(finding));
    cells.add(finding.ended().size() + "");
    return cells;
  }

  private static void add(List<String> cells, Optional<Ended> ended, int first) {
    cells.add(ended.map(Found::shown).orElse(NONE));
    cells.add(ended.map(one -> first + one.attempt().step() - 1 + "").orElse(NONE));
  }

  /** From which loss to which a trial went. */
  private static String losses(Ended ended) {
    return String.join(" → ", Digits.apart(ended.initialLoss(), ended.lastLoss()));
  }

  private static String how(Finding finding) {
    if (finding.kind() == Kind.FAILED) {
      return "a trial could not be done";
    }
    String unstable = finding.unstable().map(Found::instability).orElse("");
    return switch (finding.kind()) {
      case ALWAYS_STABLE -> "stable up to the upper end";
      case NEVER_STABLE -> unstable + ", at the lower end";
      default -> unstable;
    };
  }

  private static String cut(int rows) {
    return rows <= MOST_ROWS
        ? ""
        : "\nThe other "
            + (rows - MOST_ROWS)
            + " follow from ["
            + ResultsLayout.SUMMARY
            + "]("
            + ResultsLayout.SUMMARY
            + ").\n";
  }
}
