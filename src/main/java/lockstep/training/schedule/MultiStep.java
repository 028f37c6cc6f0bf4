package lockstep.training.schedule;

import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * A factor at stated steps: ρ · factor^n, where n of the stated steps are at most t. As {@code
 * MultiStepLR}.
 *
 * @param at the steps, ascending, each at least 1
 * @param factor what the rate is multiplied by, in (0, 1]
 */
public record MultiStep(List<Integer> at, double factor) implements Schedule {
  /** The factor where none is given. */
  public static final double DEFAULT_FACTOR = 0.1;

  /** Checks the ranges and copies the list. */
  public MultiStep {
    at = List.copyOf(at);
    Schedule.check("factor", factor, Double.MIN_VALUE, Math.nextUp(1.0));
    int before = 0;
    for (int step : at) {
      if (step <= before) {
        throw new IllegalArgumentException("the steps do not ascend: " + at);
      }
      before = step;
    }
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    int[] starts = at.stream().mapToInt(Integer::intValue).toArray();
    return step -> learningRate * FastMath.pow(factor, reached(starts, step));
  }

  private static int reached(int[] starts, long step) {
    int count = 0;
    while (count < starts.length && starts[count] <= step) {
      count++;
    }
    return count;
  }
}
