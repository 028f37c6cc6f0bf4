package lockstep.training;

import java.util.Optional;
import lockstep.random.RandomStream;

/** The order in which an epoch takes the training samples. */
final class SampleOrder {
  private final int[] order;
  private final Optional<RandomStream> stream;

  /**
   * The order of the training set.
   *
   * @param samples how many there are
   * @param stream where new orders come from; empty to keep the first one
   */
  SampleOrder(int samples, Optional<RandomStream> stream) {
    this.order = new int[samples];
    this.stream = stream;
    sort();
  }

  private void sort() {
    for (int place = 0; place < order.length; place++) {
      order[place] = place;
    }
  }

  /** Begins an epoch. */
  void nextEpoch() {
    if (stream.isPresent()) {
      sort();
      stream.get().shuffle(order);
    }
  }

  /** The sample at a place. */
  int at(int place) {
    return order[place];
  }
}
