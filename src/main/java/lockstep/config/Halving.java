package lockstep.config;

import java.util.List;
import lockstep.decimal.ShortestDecimal;

/**
 * Successive halving: after some numbers of epochs the trials of the worse configurations end.
 *
 * <p>At each rung the configurations that are left are ranked by the mean of the metric over their
 * repeats; the more of its repeats have no number, as they diverged, the later a configuration
 * comes, and of equal ones the later is the worse. The best {@code keep} of them, rounded up, go on
 * with all of their repeats. After Jamieson and Talwalkar, "Non-stochastic best arm identification
 * and hyperparameter optimization", AISTATS 2016.
 *
 * @param metric the column of the history that ranks
 * @param rungs after how many epochs, increasing
 * @param keep the share that goes on, in (0, 1)
 */
public record Halving(String metric, List<Integer> rungs, double keep) {
  /** Copies the list and checks the ranges. */
  public Halving {
    rungs = List.copyOf(rungs);
    for (int i = 1; i < rungs.size(); i++) {
      if (rungs.get(i) <= rungs.get(i - 1)) {
        throw new IllegalArgumentException("rungs do not increase: " + rungs);
      }
    }
    if (!(keep > 0 && keep < 1)) {
      throw new IllegalArgumentException("keep " + ShortestDecimal.format(keep));
    }
  }
}
