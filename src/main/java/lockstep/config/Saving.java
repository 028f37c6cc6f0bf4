package lockstep.config;

/**
 * What a run keeps for later use.
 *
 * @param model which parameters its model file has
 */
public record Saving(State model) {

  /** A moment of the training. */
  public enum State {
    /** What the run leaves: its last epoch, or the best one if it stops early and restores that. */
    FINAL
  }
}
