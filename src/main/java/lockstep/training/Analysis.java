package lockstep.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.data.Part;

/**
 * What is looked into beside the training; it measures and never changes what is trained.
 *
 * @param stability the largest stable learning rate; empty if it is not asked for
 * @param confusionMatrix whether the report tells which classes are taken for which
 * @param rocCurve whether the report shows how two classes come apart at every threshold
 */
public record Analysis(
    Optional<StabilitySpec> stability, boolean confusionMatrix, boolean rocCurve) {
  /** Nothing is looked into. */
  public static final Analysis NONE = new Analysis(Optional.empty());

  /** The stability alone. */
  public Analysis(Optional<StabilitySpec> stability) {
    this(stability, false, false);
  }

  /** The columns that it adds to a history. */
  public List<String> columns() {
    return stability.isPresent() ? StabilitySpec.COLUMNS : List.of();
  }

  /**
   * The columns of a history: those of {@link TrainingRun#columns}, those that the training adds,
   * and behind them its own.
   *
   * @param metrics what is measured beside the loss
   * @param parts the parts of the data
   * @param training what the training adds
   */
  public List<String> columns(List<Metric> metrics, Set<Part> parts, TrainingColumns training) {
    List<String> names = new ArrayList<>(TrainingRun.columns(metrics, parts));
    names.addAll(training.names());
    names.addAll(columns());
    return names;
  }
}
