package lockstep.training;

import java.util.Optional;
import lockstep.data.DataSet;
import lockstep.network.Network;
import lockstep.random.Purpose;
import lockstep.random.RandomStream;
import lockstep.random.Streams;

/**
 * What a run works with.
 *
 * @param network the network with its initial parameters; changed by the run
 * @param data what to train on and to measure by
 * @param streams where random numbers come from; empty for a run that needs none
 * @param observer who is told of each epoch
 */
public record TrainingMeans(
    Network network, DataSet data, Optional<Streams> streams, TrainingObserver observer) {

  /**
   * The stream of a purpose.
   *
   * @param purpose what the numbers are for
   * @param needed whether anything is drawn
   * @return empty if nothing is drawn
   */
  Optional<RandomStream> stream(Purpose purpose, boolean needed) {
    return needed ? Optional.of(streams.orElseThrow().open(purpose)) : Optional.empty();
  }
}
