package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.config.Expectation;
import lockstep.experiment.Course;
import lockstep.training.History;
import lockstep.training.Verdict;

/** At most twelve epochs that are worth looking at, and why. */
final class CheckpointSection {
  private static final int MOST = 12;
  private static final int QUARTERS = 4;

  private final ReportInput input;
  private final int last;
  private final TreeMap<Integer, String> reasons = new TreeMap<>();

  private CheckpointSection(ReportInput input) {
    this.input = input;
    this.last = input.history().lastEpoch();
    landmarks();
    fill(expected());
    String origin = input.spec().source().isPresent() ? "published" : "expected";
    expected().stream().filter(reasons::containsKey).forEach(epoch -> note(epoch, origin));
  }

  static String text(ReportInput input) {
    return "## Checkpoints\n\n"
        + "Epochs are completed epochs: epoch 0 is the untrained network. All of them are in"
        + (" [" + ResultsLayout.HISTORY + "](" + ResultsLayout.HISTORY + ").\n\n")
        + new CheckpointSection(input).table();
  }

  private void note(int epoch, String reason) {
    int shown = Math.max(0, Math.min(last, epoch));
    String known = reasons.getOrDefault(shown, "");
    String comma = known.isEmpty() || reason.isEmpty() ? "" : ", ";
    reasons.put(shown, known + comma + reason);
  }

  private void landmarks() {
    note(0, "untrained");
    Course.of(input.history(), "loss").bestEpoch().ifPresent(epoch -> note(epoch, "lowest loss"));
    if (input.result().verdict() instanceof Verdict.Diverged diverged) {
      if (diverged.epoch() > 0) {
        note(diverged.epoch() - 1, "last before it diverged");
      }
      note(diverged.epoch(), "diverged (" + Story.cause(diverged) + ")");
    } else if (input.result().verdict() instanceof Verdict.Stalled stalled) {
      note(stalled.epoch(), "stalled");
    }
    if (input.history().finalEpoch() < last) {
      note(input.history().finalEpoch(), "parameters restored");
    }
    note(last, "end");
  }

  private TreeSet<Integer> expected() {
    TreeSet<Integer> epochs = new TreeSet<>();
    for (Expectation expectation : input.spec().expectations()) {
      if (expectation instanceof Expectation.Measured measured
          && measured.moment() instanceof Expectation.Moment.Epoch moment
          && moment.epoch() <= last) {
        epochs.add(moment.epoch());
      }
    }
    return epochs;
  }

  /** Adds the epochs that the file names, or else each quarter of the run. */
  private void fill(TreeSet<Integer> named) {
    TreeSet<Integer> more = new TreeSet<>(named);
    for (int quarter = 1; quarter < QUARTERS && named.isEmpty(); quarter++) {
      more.add((int) ((long) last * quarter / QUARTERS));
    }
    more.removeAll(reasons.keySet());
    spread(more, MOST - reasons.size()).forEach(epoch -> note(epoch, ""));
  }

  /** So many of the epochs, from the first to the last of them. */
  private static List<Integer> spread(TreeSet<Integer> epochs, int most) {
    List<Integer> all = List.copyOf(epochs);
    if (all.size() <= most) {
      return all;
    }
    List<Integer> chosen = new ArrayList<>();
    for (int index = 0; index < most; index++) {
      chosen.add(all.get(index * (all.size() - 1) / Math.max(1, most - 1)));
    }
    return chosen;
  }

  private MarkdownTable table() {
    boolean split = input.isDivided();
    List<Column> measured = Column.of(input.history());
    Stream<String> words = measured.stream().map(column -> column.words(split));
    String[] header =
        Stream.of(Stream.of("epoch"), words, Stream.of("")).flatMap(s -> s).toArray(String[]::new);
    MarkdownTable table = new MarkdownTable("r".repeat(header.length - 1) + "l", header);
    List<List<String>> columns = measured.stream().map(Column::name).map(this::column).toList();
    int row = 0;
    for (var reason : reasons.entrySet()) {
      List<String> cells = new ArrayList<>(List.of(reason.getKey() + ""));
      for (List<String> column : columns) {
        cells.add(column.get(row));
      }
      cells.add(reason.getValue());
      table.row(cells);
      row++;
    }
    return table;
  }

  private List<String> column(String name) {
    History history = input.history();
    return Digits.aligned(
        reasons.keySet().stream().mapToDouble(epoch -> history.at(name, epoch)).toArray());
  }
}
