package lockstep.training;

import java.util.List;
import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.Arithmetic;
import lockstep.network.Loss;

/**
 * How a network is trained.
 *
 * @param loss what is minimised
 * @param learningRate the step size, above 0
 * @param epochs how often the whole training set is used, at least 0
 * @param batch how many samples go into one update
 * @param rule what an update does
 * @param stopOn which signs of divergence end the run; the others are only recorded
 * @param explosionFactor a loss above this multiple of the initial loss has exploded; above 1
 * @param tolerance when training counts as converged
 * @param arithmetic how products are added up
 */
public record TrainingSpec(
    Loss loss,
    double learningRate,
    int epochs,
    Batch batch,
    UpdateRule rule,
    List<StopCondition> stopOn,
    double explosionFactor,
    Tolerance tolerance,
    Arithmetic arithmetic) {

  /** The default multiple of the initial loss above which a run has exploded. */
  public static final double DEFAULT_EXPLOSION_FACTOR = 1000;

  /** Checks the ranges. */
  public TrainingSpec {
    stopOn = List.copyOf(stopOn);
    if (!(learningRate > 0) || epochs < 0 || !(explosionFactor > 1)) {
      throw new IllegalArgumentException(
          "learning rate "
              + ShortestDecimal.format(learningRate)
              + ", epochs "
              + epochs
              + ", factor "
              + ShortestDecimal.format(explosionFactor));
    }
  }
}
