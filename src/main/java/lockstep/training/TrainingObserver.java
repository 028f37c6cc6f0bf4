package lockstep.training;

/** Somebody who watches a run, without any influence on it. */
@FunctionalInterface
public interface TrainingObserver {
  /** Watches nothing. */
  TrainingObserver NONE = (epoch, loss) -> {};

  /**
   * An epoch has been completed and measured.
   *
   * @param epoch how many are complete; 0 for the untrained network
   * @param loss the training loss now
   */
  void measured(int epoch, double loss);
}
