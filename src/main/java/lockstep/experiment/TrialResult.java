package lockstep.experiment;

import java.util.Map;
import java.util.Optional;
import lockstep.config.ExperimentSpec;
import lockstep.data.DataSet;
import lockstep.network.Parameters;
import lockstep.training.History;
import lockstep.training.TrainingOutcome;
import lockstep.training.Verdict;

/**
 * All that came out of one trial.
 *
 * @param spec what was run
 * @param data the samples it was run on
 * @param outcome what the training left behind; has snapshots of the parameters at epoch 0 and at
 *     the epochs that an expectation names, as far as they were reached
 */
public record TrialResult(ExperimentSpec spec, DataSet data, TrainingOutcome outcome) {

  /** Loss and metrics of every epoch. */
  public History history() {
    return outcome.history();
  }

  /** What became of the run. */
  public Verdict verdict() {
    return outcome.verdict();
  }

  /** The parameters at the end. */
  public Parameters finalParameters() {
    return outcome.finalParameters();
  }

  /** The parameters of the best epoch, if the experiment keeps them. */
  public Optional<TrainingOutcome.Best> best() {
    return outcome.best();
  }

  /** Epoch to parameters. */
  public Map<Integer, Parameters> snapshots() {
    return outcome.snapshots();
  }
}
