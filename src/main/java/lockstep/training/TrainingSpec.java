package lockstep.training;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.Arithmetic;
import lockstep.network.Loss;

/**
 * How a network is trained.
 *
 * @param loss what is minimised
 * @param learningRate the step size, above 0
 * @param epochs how often the whole training set is used, at least 0
 * @param batching which samples go into one update
 * @param updates what an update does
 * @param stopping what ends a run before its last epoch
 * @param arithmetic how products are added up
 * @param runningLoss whether the loss is also collected while an epoch goes on
 */
public record TrainingSpec(
    Loss loss,
    double learningRate,
    int epochs,
    Batching batching,
    Updates updates,
    Stopping stopping,
    Arithmetic arithmetic,
    boolean runningLoss) {

  /** The loss is not collected while an epoch goes on where nothing is said. */
  public static final boolean DEFAULT_RUNNING_LOSS = false;

  /** Products are added with one rounding where nothing is said. */
  public static final Arithmetic DEFAULT_ARITHMETIC = Arithmetic.FUSED;

  /** Checks the ranges. */
  public TrainingSpec {
    if (!(learningRate > 0) || epochs < 0) {
      throw new IllegalArgumentException(
          "learning rate " + ShortestDecimal.format(learningRate) + ", epochs " + epochs);
    }
  }

  /**
   * Gradient descent on all samples at once, with everything else as where nothing is said.
   *
   * @param loss what is minimised
   * @param learningRate the step size, above 0
   * @param epochs how often the whole training set is used, at least 0
   */
  public static TrainingSpec of(Loss loss, double learningRate, int epochs) {
    return new TrainingSpec(
        loss,
        learningRate,
        epochs,
        Batching.DEFAULT,
        Updates.DESCENT,
        Stopping.DEFAULT,
        DEFAULT_ARITHMETIC,
        DEFAULT_RUNNING_LOSS);
  }

  /** The same with another loss. */
  public TrainingSpec with(Loss other) {
    return new TrainingSpec(
        other, learningRate, epochs, batching, updates, stopping, arithmetic, runningLoss);
  }

  /** The same with other batches. */
  public TrainingSpec with(Batching other) {
    return new TrainingSpec(
        loss, learningRate, epochs, other, updates, stopping, arithmetic, runningLoss);
  }

  /** The same with other updates. */
  public TrainingSpec with(Updates other) {
    return new TrainingSpec(
        loss, learningRate, epochs, batching, other, stopping, arithmetic, runningLoss);
  }

  /** The same with other ends. */
  public TrainingSpec with(Stopping other) {
    return new TrainingSpec(
        loss, learningRate, epochs, batching, updates, other, arithmetic, runningLoss);
  }

  /** The same with another arithmetic. */
  public TrainingSpec with(Arithmetic other) {
    return new TrainingSpec(
        loss, learningRate, epochs, batching, updates, stopping, other, runningLoss);
  }

  /** The same with the loss collected while an epoch goes on. */
  public TrainingSpec withRunningLoss() {
    return new TrainingSpec(
        loss, learningRate, epochs, batching, updates, stopping, arithmetic, true);
  }

  /**
   * Whether every update is {@code θ -= learning_rate · g}, with the same rate throughout and the
   * gradient g of the loss over all training samples.
   */
  public boolean isFullBatchDescent() {
    return batching instanceof Batching.Full && updates.isDescent();
  }
}
