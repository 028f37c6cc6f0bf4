package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.data.Part;
import lockstep.experiment.Course;
import lockstep.training.Batching;
import lockstep.training.History;
import lockstep.training.Metric;
import lockstep.training.StopCondition;
import lockstep.training.TrainingSpec;
import lockstep.training.Verdict;

/** The verdict in a sentence, and what happened in a few more. */
final class Story {
  /** The loss and the first metric; the others are in the table of results. */
  private static final int QUANTITIES_TOLD = 2;

  private final ReportInput input;

  Story(ReportInput input) {
    this.input = input;
  }

  /** One sentence in Markdown, with the numbers that decide. */
  String verdict() {
    Verdict verdict = input.result().verdict();
    if (verdict instanceof Verdict.Diverged diverged) {
      return "**Diverged** (" + cause(diverged) + "): " + diverged(diverged);
    }
    if (verdict instanceof Verdict.Stalled stalled) {
      return "**Stalled**: " + stalled(stalled);
    }
    if (verdict instanceof Verdict.Converged converged) {
      return "**Converged**: " + converged(converged);
    }
    if (verdict instanceof Verdict.Reached reached) {
      return "**Converged**: " + reached(reached);
    }
    if (verdict instanceof Verdict.NoBetter stopped) {
      return "**Converged**: " + stopped(stopped);
    }
    if (verdict instanceof Verdict.OutOfTime over) {
      return "**Out of time**: " + outOfTime(over);
    }
    if (verdict instanceof Verdict.Completed) {
      return "**Completed**: " + completed();
    }
    throw new IllegalArgumentException("no words for the verdict " + verdict);
  }

  /** The cause of a divergence as a word. */
  static String cause(Verdict.Diverged diverged) {
    return diverged.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String diverged(Verdict.Diverged verdict) {
    return switch (verdict.cause()) {
      case REBOUNDED -> rebounded(verdict);
      case EXPLODED -> exploded(verdict);
      case NON_FINITE -> nonFinite(verdict);
    };
  }

  private static String rebounded(Verdict.Diverged verdict) {
    List<String> numbers = Digits.apart(verdict.bestLoss(), verdict.loss(), verdict.initialLoss());
    return String.format(
        Locale.ROOT,
        "after falling to %s at epoch %d the loss rose to %s at epoch %d, above the %s it started"
            + " from.",
        numbers.get(0),
        verdict.bestEpoch(),
        numbers.get(1),
        verdict.epoch(),
        numbers.get(2));
  }

  private String exploded(Verdict.Diverged verdict) {
    return "at epoch "
        + verdict.epoch()
        + " the loss was "
        + Digits.rounded(verdict.loss())
        + ", more than "
        + Digits.rounded(input.spec().training().stopping().explosionFactor())
        + " times the "
        + Digits.rounded(verdict.initialLoss())
        + " it started from.";
  }

  private static String nonFinite(Verdict.Diverged verdict) {
    boolean finite = Double.isFinite(verdict.loss());
    String loss = "the loss was " + Digits.rounded(verdict.loss());
    String what = finite ? "a parameter was not finite (" + loss + ")" : loss;
    return "at epoch " + verdict.epoch() + " " + what + where(verdict, finite);
  }

  /** Without a layer it is the loss alone that has left the range of doubles. */
  private static String where(Verdict.Diverged verdict, boolean finiteLoss) {
    if (verdict.layer().isPresent()) {
      return "; layer " + verdict.layer().getAsInt() + " is the first with such a value.";
    }
    return finiteLoss ? "." : ", although all weights, biases and weighted sums were finite.";
  }

  private String stalled(Verdict.Stalled verdict) {
    Course loss = Course.of(input.history(), "loss");
    List<String> losses = Digits.apart(loss.last(), loss.initial());
    String better = loss.last() < loss.initial() ? "hardly better" : "no better";
    String compared = loss.last() == loss.initial() ? "" : " than the " + losses.get(1);
    return "the gradient vanished at epoch "
        + verdict.epoch()
        + dead(verdict)
        + "; the loss, "
        + losses.get(0)
        + ", is "
        + (compared.isEmpty() ? "what it was at the start." : better + compared + " at the start.");
  }

  private static String dead(Verdict.Stalled verdict) {
    if (verdict.layer().isEmpty()) {
      return "";
    }
    return ", where layer "
        + verdict.layer().getAsInt()
        + " is dead ("
        + Digits.rounded(100 * verdict.deadShare(), 3)
        + " % of its units are inactive on every sample)";
  }

  private static String converged(Verdict.Converged verdict) {
    String value = Digits.apart(verdict.value(), verdict.tolerance()).get(0);
    String quantity = verdict.quantity().replace('_', ' ');
    String norm = verdict.quantity().equals("gradient_norm") ? "norm of the gradient" : quantity;
    String first = "the " + norm + " reached " + value + " at epoch " + verdict.epoch();
    return first + ", within the stated tolerance of " + Digits.exact(verdict.tolerance()) + ".";
  }

  private String reached(Verdict.Reached verdict) {
    return "the "
        + new Column(verdict.metric()).words(input.isDivided())
        + " reached "
        + Digits.apart(verdict.value(), verdict.target()).get(0)
        + " at epoch "
        + verdict.epoch()
        + "; the stated target is "
        + Digits.exact(verdict.target())
        + ".";
  }

  private String stopped(Verdict.NoBetter verdict) {
    return "early stopping at epoch "
        + verdict.epoch()
        + ", as the "
        + new Column(verdict.metric()).words(input.isDivided())
        + " had become no better for "
        + Digits.counted(verdict.patience(), "epoch")
        + " than "
        + Digits.rounded(verdict.best())
        + " at epoch "
        + verdict.bestEpoch()
        + ".";
  }

  private String outOfTime(Verdict.OutOfTime verdict) {
    return "the stated "
        + Digits.exact(verdict.seconds())
        + " seconds were over at epoch "
        + verdict.epoch()
        + "; "
        + completed();
  }

  private String completed() {
    Course loss = Course.of(input.history(), "loss");
    int epochs = input.history().lastEpoch();
    List<String> numbers = Digits.apart(loss.initial(), loss.last());
    if (epochs == 0) {
      return "no epoch was asked for; the untrained network's loss is " + numbers.get(0) + ".";
    }
    String direction = loss.last() < loss.initial() ? "fell" : "rose";
    String move = direction + " from " + numbers.get(0) + " to " + numbers.get(1);
    String stayed = "stayed at " + numbers.get(0);
    boolean same = loss.last() == loss.initial();
    return "in "
        + Digits.counted(epochs, "epoch")
        + " the loss "
        + (same ? stayed : move)
        + accuracy()
        + ".";
  }

  private String accuracy() {
    for (Part part : List.of(Part.TEST, Part.VALIDATION, Part.TRAIN)) {
      String column = part.column(Metric.ACCURACY.column());
      if (input.history().columns().contains(column)) {
        String where = part.isHeldOut() ? " on the " + part.word() + " samples" : "";
        double last = Course.of(input.history(), column).last();
        return "; accuracy" + where + " ended at " + Digits.rounded(last);
      }
    }
    return "";
  }

  /** What happened, in one paragraph. */
  String course() {
    History history = input.history();
    boolean split = input.isDivided();
    List<String> sentences = new ArrayList<>();
    courses(split).forEach(sentences::add);
    sentences.addAll(new ExtraWords(input).sentences());
    if (history.lastEpoch() < input.spec().training().epochs()) {
      sentences.add(stopped());
    }
    if (input.result().verdict() instanceof Verdict.Diverged diverged) {
      sentences.add(rises(diverged));
      sentences.addAll(new Divergence(input.result(), diverged).sentences());
    } else if (input.result().verdict() instanceof Verdict.Stalled stalled) {
      sentences.add(gradient(stalled));
    }
    return String.join(" ", sentences.stream().filter(words -> !words.isEmpty()).toList());
  }

  private List<String> courses(boolean split) {
    List<Column> columns = Column.of(input.history());
    List<String> told =
        columns.stream().map(Column::quantity).distinct().limit(QUANTITIES_TOLD).toList();
    return columns.stream()
        .filter(column -> told.contains(column.quantity()))
        .map(column -> course(Course.of(input.history(), column.name()), split))
        .toList();
  }

  private String course(Course course, boolean split) {
    String name = new Column(course.column()).words(split);
    String start = name.startsWith("loss") ? "The " + name : capital(name);
    if (course.bestEpoch().isEmpty()) {
      return start + " was never finite.";
    }
    List<String> numbers = Digits.apart(course.initial(), course.best(), course.last());
    if (input.history().lastEpoch() == 0) {
      return start + " is " + numbers.get(0) + ".";
    }
    History history = input.history();
    boolean restored = history.finalEpoch() < history.lastEpoch();
    String end =
        restored
            ? " and was " + numbers.get(2) + " at epoch " + history.finalEpoch()
            : " and ended at " + numbers.get(2);
    return start + " started at " + numbers.get(0) + best(course, numbers.get(1), end);
  }

  private static String best(Course course, String best, String end) {
    if (course.best() == course.initial()) {
      return ", never got better," + end + ".";
    }
    if (course.best() == course.last()) {
      return end + ", its best value.";
    }
    String extreme = Course.higherIsBetter(course.column()) ? "highest" : "lowest";
    int epoch = course.bestEpoch().getAsInt();
    return ", reached its " + extreme + " value, " + best + ", at epoch " + epoch + "," + end + ".";
  }

  /** The text with a capital at its start. */
  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String stopped() {
    int last = input.history().lastEpoch();
    int left = input.spec().training().epochs() - last;
    return "Training stopped at epoch "
        + last
        + ", "
        + Digits.counted(left, "epoch")
        + " before its end.";
  }

  private static String gradient(Verdict.Stalled stalled) {
    return "The gradient's norm was "
        + Digits.rounded(stalled.initialGradientNorm())
        + " at the start and "
        + Digits.rounded(stalled.gradientNorm())
        + " at the end, so that no update changes anything any more.";
  }

  private String rises(Verdict.Diverged verdict) {
    double[] loss = input.history().series("loss");
    int first = Math.min(verdict.epoch(), loss.length - 1);
    int before = rises(loss, 1, first);
    int after = rises(loss, first, loss.length);
    int steps = loss.length - first;
    String earlier =
        first < 2
            ? ""
            : "Before epoch " + first + " the loss had " + risen(before, first - 1) + ". ";
    boolean later = verdict.cause() == StopCondition.REBOUNDED && steps > 1;
    String since = "From then on it rose in " + after + " of " + steps + " " + step() + "s. ";
    return earlier + (later ? since : "") + tooLong(before + after);
  }

  private String risen(int rises, int steps) {
    if (steps == 1) {
      return (rises == 1 ? "risen" : "not risen") + " in the only " + step();
    }
    return rises == 0
        ? "not risen in any of " + steps + " " + step() + "s"
        : "risen in " + rises + " of " + steps + " " + step() + "s";
  }

  /** What leads from one epoch to the next. */
  private String step() {
    boolean one = input.spec().training().batching() instanceof Batching.Full;
    return one ? "update" : "epoch";
  }

  private static int rises(double[] loss, int from, int to) {
    int count = 0;
    for (int epoch = Math.max(1, from); epoch < to; epoch++) {
      count += loss[epoch] > loss[epoch - 1] ? 1 : 0;
    }
    return count;
  }

  private String tooLong(int rises) {
    TrainingSpec training = input.spec().training();
    boolean plain = training.isFullBatchDescent() && input.spec().network().dropout().isNone();
    if (!plain || rises == 0) {
      return "";
    }
    boolean textbook = input.spec().deviations().areNone();
    return "A full-batch update that raises the loss was too long for the curvature it met: here the"
        + " learning rate of "
        + Digits.exact(training.learningRate())
        + (textbook ? " was too large." : ", with the deviations below, was too large.");
  }
}
