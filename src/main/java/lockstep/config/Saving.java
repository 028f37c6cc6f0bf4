package lockstep.config;

import java.util.Optional;

/**
 * What a run keeps for later use.
 *
 * @param model which parameters its model file has
 * @param metric the column of the history that tells the best epoch; empty where the model is that
 *     of the end
 */
public record Saving(State model, Optional<String> metric) {

  /** A moment of the training. */
  public enum State {
    /** What the run leaves: its last epoch, or the best one if it stops early and restores that. */
    FINAL,
    /** The epoch with the best value of a column, whatever became of the run later. */
    BEST
  }

  /** What the run leaves. */
  public static Saving ofFinal() {
    return new Saving(State.FINAL, Optional.empty());
  }
}
