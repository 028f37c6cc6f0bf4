package lockstep.training;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a training adds to a history behind the losses and metrics, each only where it
 * is asked for.
 *
 * @param runningLoss whether the loss is also collected while an epoch goes on
 * @param penalty whether there is a penalty
 * @param learningRate whether there is a schedule
 */
public record TrainingColumns(boolean runningLoss, boolean penalty, boolean learningRate) {
  /** None. */
  public static final TrainingColumns NONE = new TrainingColumns(false, false, false);

  /**
   * The loss of each sample at the moment it was met, before the update that it takes part in, put
   * together by the loss's reduction over the epoch that led to the row. NaN at epoch 0.
   */
  public static final String RUNNING_LOSS = "running_loss";

  /** The {@link Penalty} of the state, which is no part of the loss. */
  public static final String PENALTY = "penalty";

  /** The learning rate of the first update that leads away from the state. */
  public static final String LEARNING_RATE = "learning_rate";

  /** All of them, in the order of a history. */
  public static final List<String> ALL = List.of(RUNNING_LOSS, PENALTY, LEARNING_RATE);

  /** Those of a training. */
  public static TrainingColumns of(TrainingSpec spec) {
    Updates updates = spec.updates();
    return new TrainingColumns(
        spec.runningLoss(), !updates.penalty().isNone(), updates.scheduling().isPresent());
  }

  /**
   * Whether a column of a history is the loss or a metric, and neither one of these nor of an
   * analysis.
   */
  public static boolean isMeasure(String column) {
    return !ALL.contains(column) && !StabilitySpec.COLUMNS.contains(column);
  }

  /** Their names in the order of a history. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    addIf(runningLoss, RUNNING_LOSS, names);
    addIf(penalty, PENALTY, names);
    addIf(learningRate, LEARNING_RATE, names);
    return names;
  }

  private static void addIf(boolean wanted, String name, List<String> names) {
    if (wanted) {
      names.add(name);
    }
  }
}
