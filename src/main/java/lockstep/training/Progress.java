package lockstep.training;

import java.util.List;
import java.util.Optional;
import lockstep.network.Network;

/** Follows the quantity of an {@link EarlyStopping} through a run. */
final class Progress {
  private final EarlyStopping rule;
  private final BestEpoch best;
  private final Optional<BestState> state;
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
    this.best = new BestEpoch(rule.best(), columns);
    this.state = rule.restoreBest() ? Optional.of(new BestState(network)) : Optional.empty();
  }

  /** Takes note of an epoch; says whether the patience is at its end. */
  boolean isOver(int measured, double[] row) {
    epoch = measured;
    if (best.isNow(measured, row) && state.isPresent()) {
      state.get().keep();
    }
    return measured - best.epoch() >= rule.patience();
  }

  /** The verdict if nothing else is to be said. */
  Verdict verdict() {
    return new Verdict.NoBetter(epoch, rule.metric(), rule.patience(), best.value(), best.epoch());
  }

  /** Restores the best parameters if that is asked for; gives the epoch of the parameters. */
  int restore() {
    if (state.isPresent()) {
      state.get().restore();
      return best.epoch();
    }
    return epoch;
  }
}
