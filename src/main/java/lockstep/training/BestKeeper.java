package lockstep.training;

import java.util.List;
import lockstep.network.Network;

/** Keeps the parameters of a run's best epoch, whatever becomes of it later. */
final class BestKeeper {
  private final BestEpoch best;
  private final BestState state;

  /**
   * Before the untrained network is measured.
   *
   * @param rule which epoch is the best
   * @param columns those of the history
   * @param network the network, live
   */
  BestKeeper(BestRule rule, List<String> columns, Network network) {
    this.best = new BestEpoch(rule, columns);
    this.state = new BestState(network);
  }

  /** Takes note of an epoch whose parameters the network has now. */
  void observe(int epoch, double[] row) {
    if (best.isNow(epoch, row)) {
      state.keep();
    }
  }

  /** What was kept. */
  TrainingOutcome.Best kept() {
    return new TrainingOutcome.Best(best.epoch(), state.parameters());
  }
}
