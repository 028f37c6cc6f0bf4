package lockstep.training;

import java.util.Optional;
import lockstep.matrix.Kernels;
import lockstep.network.Backpropagation;
import lockstep.network.Deviations;
import lockstep.network.Dropout;
import lockstep.network.Network;
import lockstep.random.RandomStream;

/**
 * Makes the passes that updates follow, with dropout where the network has it.
 *
 * @param network the network, live
 * @param deviations where to depart from the true gradient
 * @param kernels how to compute
 * @param masks where the masks of dropout come from; empty without it
 */
record UpdatePasses(
    Network network, Deviations deviations, Kernels kernels, Optional<RandomStream> masks) {

  /** A pass over so many samples at once. */
  Backpropagation over(int samples) {
    Backpropagation pass = new Backpropagation(network, deviations, samples, kernels);
    Dropout dropout = network.dropout();
    return masks.map(stream -> pass.with(dropout, stream)).orElse(pass);
  }

  /** Whether they are other passes than those that measure. */
  boolean silence() {
    return masks.isPresent();
  }
}
