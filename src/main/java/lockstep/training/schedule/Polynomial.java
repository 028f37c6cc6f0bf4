package lockstep.training.schedule;

import java.util.OptionalLong;
import org.apache.commons.math3.util.FastMath;

/**
 * A power of the time that is left: lowest + (ρ - lowest) · (1 - min(t, T) / T)^power. As {@code
 * PolynomialLR}, whose lowest rate is 0.
 *
 * @param over T, at least 1; empty for the whole run
 * @param power the power, above 0; 1 for a straight line
 * @param lowest the rate after T steps, at least 0
 */
public record Polynomial(OptionalLong over, double power, double lowest) implements Schedule {
  /** A straight line where nothing is said. */
  public static final double DEFAULT_POWER = 1;

  /** The lowest rate where none is given. */
  public static final double DEFAULT_LOWEST = 0;

  /** Checks the ranges. */
  public Polynomial {
    Schedule.checkOver(over, 1);
    Schedule.check("power", power, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    Schedule.check("lowest rate", lowest, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    long length = Math.max(1, over.orElse(steps));
    return step -> {
      double left = (length - Math.min(step, length)) / (double) length;
      return lowest + (learningRate - lowest) * FastMath.pow(left, power);
    };
  }
}
