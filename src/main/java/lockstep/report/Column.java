package lockstep.report;

import java.util.List;
import java.util.Optional;
import lockstep.data.Part;
import lockstep.experiment.Course;
import lockstep.training.History;
import lockstep.training.Metric;
import lockstep.training.TrainingColumns;

/**
 * A column of the history that is compared and ranked, the loss or a metric, and how people speak
 * of it. What an analysis adds to a history is none of these.
 *
 * @param name as in the CSV header: {@code loss}, {@code test_accuracy}
 */
record Column(String name) {
  private static final String LOSS = "loss";

  /** Checks that it is the loss or a metric. */
  Column {
    if (!Part.quantity(name).equals(LOSS) && Metric.ofColumn(name).isEmpty()) {
      throw new IllegalArgumentException("neither the loss nor a metric: " + name);
    }
  }

  /** The loss and the metrics of a history, in its order. */
  static List<Column> of(History history) {
    return history.columns().stream()
        .filter(name -> TrainingColumns.isMeasure(name))
        .map(Column::new)
        .toList();
  }

  /** Which part of the data it was measured on. */
  Part part() {
    return Part.of(name);
  }

  /** Whether it was measured on samples that no training saw. */
  boolean heldOut() {
    return part().isHeldOut();
  }

  /** The quantity without the part of the data it was measured on. */
  String quantity() {
    return Part.quantity(name);
  }

  private Optional<Metric> metric() {
    return Metric.ofColumn(name);
  }

  /** The quantity in words. */
  String words() {
    return metric().map(Column::words).orElse(LOSS);
  }

  private static String words(Metric metric) {
    return switch (metric) {
      case R2 -> "R²";
      case F1 -> "F1";
      case ROC_AUC -> "ROC AUC";
      case MATTHEWS_CORRELATION -> "Matthews correlation";
      case BRIER_SCORE -> "Brier score";
      default -> metric.column().replace('_', ' ');
    };
  }

  /** The quantity in words and, where samples were held out, which part it was measured on. */
  String words(boolean split) {
    return words() + (split ? " (" + part().word() + ")" : "");
  }

  boolean isLoss() {
    return metric().isEmpty();
  }

  boolean higherIsBetter() {
    return Course.higherIsBetter(name);
  }

  /** Whether it is a metric of that kind. */
  boolean isA(Metric.Kind kind) {
    return metric().map(Metric::kind).equals(Optional.of(kind));
  }

  /** What the numbers of a kind of metrics are counted in, for an axis. */
  static String unit(Metric.Kind kind) {
    return switch (kind) {
      case SHARE -> "share, 0 to 1";
      case ERROR -> "in the unit of the targets";
      case DETERMINATION -> "1 is a perfect fit";
      case CORRELATION -> "correlation, -1 to 1";
      case SQUARED_ERROR -> "in the squared unit of the targets";
      case LOG_LOSS -> "-ln of the class's probability";
      case BRIER_SCORE -> "squared error of probabilities";
    };
  }
}
