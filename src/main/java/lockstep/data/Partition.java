package lockstep.data;

import java.util.Optional;

/**
 * Which samples are used for what: places in all samples, each in at most one part.
 *
 * @param train what the network is trained on
 * @param validation what is held out to choose by; empty without such a part
 * @param test what is held out to measure by; empty without such a part
 */
record Partition(int[] train, Optional<int[]> validation, Optional<int[]> test) {

  /** The samples of the parts. */
  DataSet of(Samples samples) {
    return new DataSet(
        samples.select(train), validation.map(samples::select), test.map(samples::select));
  }
}
