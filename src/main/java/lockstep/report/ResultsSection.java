package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.config.Expectation;
import lockstep.training.History;
import lockstep.training.Verdict;

/** The numbers that came out: each quantity in short, and the epochs worth looking at. */
final class ResultsSection {
  private static final int MOST_CHECKPOINTS = 12;
  private static final int QUARTERS = 4;

  private ResultsSection() {}

  /** Initial, best and final value of every column. */
  static String results(ReportInput input) {
    boolean split = input.result().data().test().isPresent();
    String end = "final (epoch " + input.history().lastEpoch() + ")";
    MarkdownTable table = new MarkdownTable("lrrrr", "", "initial", "best", "at epoch", end);
    for (String name : input.history().columns()) {
      Course course = Course.of(input.history(), name);
      List<String> numbers = Digits.aligned(course.initial(), course.best(), course.last());
      String epoch = course.bestEpoch().isPresent() ? course.bestEpoch().getAsInt() + "" : "–";
      String words = course.column().words(split);
      table.row(words, numbers.get(0), numbers.get(1), epoch, numbers.get(2));
    }
    return "## Results\n\n" + table;
  }

  /** At most twelve epochs, and why they are shown. */
  static String checkpoints(ReportInput input) {
    History history = input.history();
    boolean split = input.result().data().test().isPresent();
    TreeMap<Integer, String> reasons = reasons(input);
    List<List<String>> columns = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("epoch"));
    for (String name : history.columns()) {
      header.add(new Column(name).words(split));
      columns.add(
          Digits.aligned(
              reasons.keySet().stream().mapToDouble(epoch -> history.at(name, epoch)).toArray()));
    }
    header.add("");
    String alignment = "r".repeat(header.size() - 1) + "l";
    MarkdownTable table = new MarkdownTable(alignment, header.toArray(String[]::new));
    int row = 0;
    for (var reason : reasons.entrySet()) {
      int current = row++;
      Stream<String> values = columns.stream().map(column -> column.get(current));
      Stream<String> cells = Stream.concat(Stream.of(reason.getKey() + ""), values);
      table.row(Stream.concat(cells, Stream.of(reason.getValue())).toList());
    }
    return "## Checkpoints\n\n"
        + "Epochs are completed epochs: epoch 0 is the untrained network. All of them are in"
        + " [history.csv](history.csv).\n\n"
        + table;
  }

  /** The epochs with the reason for showing each. */
  private static TreeMap<Integer, String> reasons(ReportInput input) {
    int last = input.history().lastEpoch();
    TreeMap<Integer, String> reasons = new TreeMap<>();
    note(reasons, 0, "untrained");
    Course loss = Course.of(input.history(), "loss");
    loss.bestEpoch().ifPresent(epoch -> note(reasons, epoch, "lowest loss"));
    if (input.result().verdict() instanceof Verdict.Diverged diverged) {
      note(reasons, Math.max(0, diverged.epoch() - 1), "last before it diverged");
      note(reasons, Math.min(last, diverged.epoch()), "diverged (" + Story.cause(diverged) + ")");
    } else if (input.result().verdict() instanceof Verdict.Stalled stalled) {
      note(reasons, Math.min(last, stalled.epoch()), "stalled");
    }
    note(reasons, last, "end");
    TreeSet<Integer> expected = expected(input);
    TreeSet<Integer> more = new TreeSet<>(expected);
    if (more.isEmpty()) {
      for (int quarter = 1; quarter < QUARTERS; quarter++) {
        more.add((int) ((long) last * quarter / QUARTERS));
      }
    }
    more.removeAll(reasons.keySet());
    spread(more, MOST_CHECKPOINTS - reasons.size()).forEach(epoch -> note(reasons, epoch, ""));
    String origin = input.spec().source().isPresent() ? "published" : "expected";
    expected.stream().filter(reasons::containsKey).forEach(epoch -> note(reasons, epoch, origin));
    return reasons;
  }

  private static void note(TreeMap<Integer, String> reasons, int epoch, String reason) {
    String known = reasons.getOrDefault(epoch, "");
    String comma = known.isEmpty() || reason.isEmpty() ? "" : ", ";
    reasons.put(epoch, known + comma + reason);
  }

  private static TreeSet<Integer> expected(ReportInput input) {
    TreeSet<Integer> epochs = new TreeSet<>();
    for (Expectation expectation : input.spec().expectations()) {
      if (expectation instanceof Expectation.Measured measured
          && measured.moment() instanceof Expectation.Moment.Epoch moment
          && moment.epoch() <= input.history().lastEpoch()) {
        epochs.add(moment.epoch());
      }
    }
    return epochs;
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
}
