package lockstep.training;

/** One epoch of updates. */
interface EpochStep {

  /**
   * Changes the parameters by one epoch; the training samples have just been passed forward.
   *
   * @return the largest Euclidean norm of the gradients that were used, before they were cut
   */
  double run();

  /**
   * The loss of the samples as the last {@link #run} met them; see {@link
   * TrainingColumns#RUNNING_LOSS}.
   */
  double runningLoss();
}
