package lockstep.training;

import lockstep.decimal.ShortestDecimal;

/**
 * Ends a run when a quantity has not become better for a while. An epoch is better than the best
 * one so far if its value differs from it, in the right direction, by more than the least
 * improvement; the untrained network counts as the first best. After {@code patience} epochs in a
 * row that are not better the run ends.
 *
 * <p>Source: Prechelt, "Early stopping - but when?", in: Neural Networks: Tricks of the Trade, LNCS
 * 1524, 1998, with the patience of Keras's {@code EarlyStopping}.
 *
 * @param metric the column of the history
 * @param patience how many epochs in a row may be no better, at least 1
 * @param minImprovement by how much a better value must differ, at least 0
 * @param restoreBest whether the parameters of the best epoch are those that the run leaves
 */
public record EarlyStopping(
    String metric, int patience, double minImprovement, boolean restoreBest) {
  /** How many epochs may be no better where nothing is said. */
  public static final int DEFAULT_PATIENCE = 10;

  /** Any improvement counts where nothing is said. */
  public static final double DEFAULT_MIN_IMPROVEMENT = 0;

  /** The best parameters are restored where nothing is said. */
  public static final boolean DEFAULT_RESTORE_BEST = true;

  /** Checks the ranges. */
  public EarlyStopping {
    if (patience < 1 || !(minImprovement >= 0)) {
      throw new IllegalArgumentException(
          "patience " + patience + ", improvement " + ShortestDecimal.format(minImprovement));
    }
  }

  /** Which epoch is the best one. */
  public BestRule best() {
    return new BestRule(metric, minImprovement);
  }
}
