package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.experiment.StabilityCourse;
import lockstep.training.StopCondition;
import lockstep.training.Verdict;

/** How the largest stable learning rate moved, against the one that was used. */
final class StabilitySection {
  private static final int QUARTERS = 4;

  private final ReportInput input;
  private final StabilityCourse course;

  private StabilitySection(ReportInput input, StabilityCourse course) {
    this.input = input;
    this.course = course;
  }

  /** The section; empty if the stability was not measured. */
  static String text(ReportInput input) {
    return StabilityCourse.of(input.result())
        .map(course -> new StabilitySection(input, course).text())
        .orElse("");
  }

  private String text() {
    List<String> paragraphs =
        List.of(what(), moved(), diverged(), unlimited(), undetermined(), table());
    List<String> filled = paragraphs.stream().filter(words -> !words.isEmpty()).toList();
    return "## Stability\n\n" + String.join("\n\n", filled);
  }

  private String what() {
    int every = input.spec().analysis().stability().orElseThrow().every();
    String often = every == 1 ? "after every epoch" : "every " + every + " epochs";
    return "The curvature λ is the largest real eigenvalue of the Jacobian of the update direction."
        + " An update multiplies a small displacement along its eigenvector by 1 − rate · λ, so"
        + " with a learning rate above 2/λ it grows from update to update. λ was measured "
        + often
        + ", "
        + Digits.counted(course.epochs().size(), "time")
        + " in all.";
  }

  private String moved() {
    OptionalInt lowest = course.lowest();
    if (lowest.isEmpty()) {
      return "";
    }
    int first = course.limited().get(0);
    int last = course.limited().get(course.limited().size() - 1);
    List<String> numbers = limits(first, lowest.getAsInt(), last);
    String start = "The limit 2/λ was " + numbers.get(0) + " at epoch " + first;
    String low = ", " + numbers.get(1) + " at epoch " + lowest.getAsInt() + ", where it was lowest";
    String end = ", and " + numbers.get(2) + " at epoch " + last;
    boolean lowestFirst = lowest.getAsInt() == first;
    boolean lowestLast = lowest.getAsInt() == last;
    String where = lowestFirst ? ", where it was lowest" : low;
    return start + (first == last ? "" : where + (lowestLast ? "" : end)) + ". " + crossed();
  }

  private List<String> limits(int... epochs) {
    double[] limits = new double[epochs.length];
    for (int index = 0; index < epochs.length; index++) {
      limits[index] = course.limit(epochs[index]);
    }
    return Digits.apart(limits);
  }

  private String crossed() {
    List<Integer> exceeded = course.exceeded();
    String rate = Digits.exact(course.learningRate());
    if (exceeded.isEmpty()) {
      return "It was never below the learning rate of " + rate + ".";
    }
    int first = exceeded.get(0);
    return "It was below the learning rate of "
        + rate
        + " for the first time at epoch "
        + first
        + (first == 0 ? ", from the start on" : "")
        + ", and at "
        + Digits.counted(exceeded.size(), "measurement")
        + " in all.";
  }

  private String diverged() {
    if (!(input.result().verdict() instanceof Verdict.Diverged verdict)) {
      return "";
    }
    int epoch = course.decisive(verdict);
    String measured = epoch == verdict.epoch() ? "" : " (measured at epoch " + epoch + ")";
    if (!Double.isFinite(course.limit(epoch))) {
      return "When the run diverged, at epoch "
          + verdict.epoch()
          + ", there was no limit to be"
          + " told"
          + measured
          + ".";
    }
    String limit = Digits.rounded(course.limit(epoch));
    return "When the run diverged, at epoch "
        + verdict.epoch()
        + ", the limit was "
        + limit
        + measured
        + ", with λ = "
        + Digits.rounded(course.curvature(epoch))
        + ": the learning rate was "
        + Digits.rounded(course.learningRate() / course.limit(epoch), 3)
        + " times the limit. "
        + held(epoch);
  }

  /** Which rate would have been below all limits. */
  private String held(int divergence) {
    double until =
        course.limited().stream()
            .filter(epoch -> epoch <= divergence)
            .mapToDouble(course::limit)
            .min()
            .orElseThrow();
    String first =
        "On this path a learning rate below "
            + Digits.rounded(until)
            + " would have been below every limit measured up to there";
    String whole =
        course.lowestLimit() < until && !wrecked()
            ? ", and one below " + Digits.rounded(course.lowestLimit()) + " below all of them"
            : "";
    return first + whole + "; a run with another rate takes another path.";
  }

  /** Whether the last numbers are those of a wreck, whose limit nobody wants to stay below. */
  private boolean wrecked() {
    return input.result().verdict() instanceof Verdict.Diverged diverged
        && diverged.cause() != StopCondition.REBOUNDED;
  }

  private String unlimited() {
    int count = course.where(limit -> limit == Double.POSITIVE_INFINITY).size();
    return count == 0
        ? ""
        : "At "
            + Digits.counted(count, "measurement")
            + " no eigenvalue was above 0: there, curvature sets no limit to the rate.";
  }

  private String undetermined() {
    int count = course.where(Double::isNaN).size();
    return count == 0
        ? ""
        : "At "
            + Digits.counted(count, "measurement")
            + " λ could not be determined: the power iteration did not settle, as with complex"
            + " eigenvalues, or a number was not finite.";
  }

  private String table() {
    MarkdownTable table = new MarkdownTable("rrrrl", "epoch", "λ", "2/λ", "rate · λ / 2", "");
    TreeMap<Integer, String> rows = reasons();
    double[] curvatures = rows.keySet().stream().mapToDouble(course::curvature).toArray();
    List<String> shown = Digits.aligned(curvatures);
    int row = 0;
    for (var reason : rows.entrySet()) {
      double limit = course.limit(reason.getKey());
      String ratio =
          Double.isFinite(limit) ? Digits.rounded(course.learningRate() / limit, 3) : "–";
      table.row(
          reason.getKey() + "", shown.get(row), Digits.rounded(limit), ratio, reason.getValue());
      row++;
    }
    return table.toString();
  }

  private TreeMap<Integer, String> reasons() {
    TreeMap<Integer, String> rows = new TreeMap<>();
    List<Integer> all = course.epochs();
    note(rows, all.get(0), "untrained");
    for (int quarter = 1; quarter < QUARTERS; quarter++) {
      note(rows, all.get((all.size() - 1) * quarter / QUARTERS), "");
    }
    course.exceeded().stream().limit(1).forEach(epoch -> note(rows, epoch, "first below the rate"));
    if (input.result().verdict() instanceof Verdict.Diverged verdict) {
      int decisive = course.decisive(verdict);
      int epoch = course.measuredAtOrBefore(verdict.epoch());
      note(rows, decisive, decisive < verdict.epoch() ? "last before it diverged" : "");
      note(rows, epoch, epoch == verdict.epoch() ? "diverged" : "");
    }
    course.lowest().ifPresent(epoch -> note(rows, epoch, "lowest limit"));
    note(rows, all.get(all.size() - 1), "end");
    return rows;
  }

  private static void note(TreeMap<Integer, String> rows, int epoch, String reason) {
    String known = rows.getOrDefault(epoch, "");
    List<String> both = Stream.of(known, reason).filter(words -> !words.isEmpty()).toList();
    rows.put(epoch, String.join(", ", both));
  }

  /** The same for those who cannot see the figure. */
  static String description(StabilityCourse course) {
    List<String> parts = new ArrayList<>();
    parts.add("The largest stable learning rate over the epochs");
    course
        .lowest()
        .ifPresent(
            epoch ->
                parts.add(
                    "lowest at epoch " + epoch + " with " + Digits.rounded(course.limit(epoch))));
    parts.add("against the learning rate of " + Digits.exact(course.learningRate()));
    return String.join(", ", parts) + ".";
  }
}
