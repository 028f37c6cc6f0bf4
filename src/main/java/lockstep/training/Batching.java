package lockstep.training;

/** Which samples go into one update. */
public sealed interface Batching {
  /** All of them: one update an epoch. */
  Batching FULL = new Full();

  /** One: as many updates an epoch as there are samples, in the order of the training set. */
  Batching PER_SAMPLE = new MiniBatches(1);

  /** An update uses all samples where nothing is said. */
  Batching DEFAULT = FULL;

  /** All samples at once. */
  record Full() implements Batching {}

  /**
   * So many at a time.
   *
   * @param size how many, at least 1
   */
  record MiniBatches(int size) implements Batching {
    /** Checks the range. */
    public MiniBatches {
      if (size < 1) {
        throw new IllegalArgumentException("batches of " + size);
      }
    }
  }
}
