package lockstep.training;

import java.util.List;
import java.util.Optional;
import lockstep.network.Network;

/** Follows the quantity of an {@link EarlyStopping} through a run. */
final class Progress {
  private final EarlyStopping rule;
  private final int column;
  private final boolean largerIsBetter;
  private final Optional<BestState> state;
  private double best;
  private int bestEpoch;
  private int epoch;

  /**
   * Before the untrained network is measured.
   *
   * @param rule what counts as progress
   * @param columns those of the history
   * @param network the network, live
   */
  Progress(EarlyStopping rule, List<String> columns, Network network) {
    this.rule = rule;
    this.column = columns.indexOf(rule.metric());
    this.largerIsBetter = Metric.isLargerBetter(rule.metric());
    this.state = rule.restoreBest() ? Optional.of(new BestState(network)) : Optional.empty();
    if (column < 0) {
      throw new IllegalArgumentException("no column " + rule.metric() + " in " + columns);
    }
  }

  /** Takes note of an epoch; says whether the patience is at its end. */
  boolean isOver(int measured, double[] row) {
    epoch = measured;
    if (measured == 0 || isBetter(row[column])) {
      best = row[column];
      bestEpoch = measured;
      if (state.isPresent()) {
        state.get().keep();
      }
    }
    return measured - bestEpoch >= rule.patience();
  }

  /** NaN never is better, and any number is better than NaN. */
  private boolean isBetter(double value) {
    if (Double.isNaN(best)) {
      return !Double.isNaN(value);
    }
    double least = rule.minImprovement();
    return largerIsBetter ? value > best + least : value < best - least;
  }

  /** The verdict if nothing else is to be said. */
  Verdict verdict() {
    return new Verdict.NoBetter(epoch, rule.metric(), rule.patience(), best, bestEpoch);
  }

  /** Restores the best parameters if that is asked for; gives the epoch of the parameters. */
  int restore() {
    if (state.isPresent()) {
      state.get().restore();
      return bestEpoch;
    }
    return epoch;
  }
}
