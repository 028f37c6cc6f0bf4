package lockstep.experiment;

import lockstep.config.ExperimentSpec;
import lockstep.data.DataSet;
import lockstep.random.Streams;

/** Where the data of a trial come from: always the same numbers, made now or before. */
@FunctionalInterface
public interface DataSource {
  /** Makes the data of every trial anew. */
  DataSource NEW = (spec, streams) -> spec.data().build(streams);

  /**
   * The data of one trial.
   *
   * @param spec the trial
   * @param streams its streams; afterwards those that the trial still needs stand where generating
   *     the data leaves them
   */
  DataSet of(ExperimentSpec spec, Streams streams);
}
