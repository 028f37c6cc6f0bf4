package lockstep.training;

import java.util.OptionalDouble;
import lockstep.decimal.ShortestDecimal;

/**
 * When training counts as converged and ends.
 *
 * @param loss converged when the loss is at most this, a number; empty for no such test
 * @param gradientNorm converged when the Euclidean norm of the gradient, the largest of an epoch's
 *     updates, is at most this, at least 0; empty for no such test
 */
public record Tolerance(OptionalDouble loss, OptionalDouble gradientNorm) {
  /** No tolerance: every epoch is run. */
  public static final Tolerance NONE =
      new Tolerance(OptionalDouble.empty(), OptionalDouble.empty());

  /** Checks the ranges. */
  public Tolerance {
    check("loss", loss, Double.NEGATIVE_INFINITY);
    check("gradient norm", gradientNorm, 0);
  }

  private static void check(String place, OptionalDouble value, double least) {
    if (value.isPresent() && !(value.getAsDouble() >= least)) {
      throw new IllegalArgumentException(
          "tolerance of the " + place + " " + ShortestDecimal.format(value.getAsDouble()));
    }
  }
}
