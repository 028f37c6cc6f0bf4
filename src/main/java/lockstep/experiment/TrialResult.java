package lockstep.experiment;

import java.util.Map;
import lockstep.config.ExperimentSpec;
import lockstep.data.DataSet;
import lockstep.network.Parameters;
import lockstep.training.History;
import lockstep.training.Verdict;

/**
 * All that came out of one trial.
 *
 * @param spec what was run
 * @param data the samples it was run on
 * @param history loss and metrics of every epoch
 * @param verdict what became of it
 * @param finalParameters the parameters at the end
 * @param snapshots the parameters at the epochs that an expectation asks for, and at epoch 0
 */
public record TrialResult(
    ExperimentSpec spec,
    DataSet data,
    History history,
    Verdict verdict,
    Parameters finalParameters,
    Map<Integer, Parameters> snapshots) {}
