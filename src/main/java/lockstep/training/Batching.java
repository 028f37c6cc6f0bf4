package lockstep.training;

/** Which samples go into one update. */
public sealed interface Batching {
  /** All of them: one update an epoch. */
  Batching FULL = new Full();

  /** One: as many updates an epoch as there are samples, in the order of the training set. */
  Batching PER_SAMPLE = new MiniBatches(1, false);

  /** An update uses all samples where nothing is said. */
  Batching DEFAULT = FULL;

  /** Batches are taken in the order of the training set where nothing is said. */
  boolean DEFAULT_SHUFFLE = false;

  /**
   * How many updates an epoch has.
   *
   * @param samples the size of the training set, at least 1
   */
  int updates(int samples);

  /** Whether each epoch takes the samples in another order. */
  boolean shuffles();

  /** All samples at once. */
  record Full() implements Batching {
    @Override
    public int updates(int samples) {
      return 1;
    }

    @Override
    public boolean shuffles() {
      return false;
    }
  }

  /**
   * So many at a time; the last batch of an epoch has what is left. A mean is over the samples of
   * the batch.
   *
   * @param size how many, at least 1
   * @param shuffles whether every epoch takes the samples in a new random order, a permutation of
   *     the training set that does not depend on the one before; else in the order of the training
   *     set
   */
  record MiniBatches(int size, boolean shuffles) implements Batching {
    /** Checks the range. */
    public MiniBatches {
      if (size < 1) {
        throw new IllegalArgumentException("batches of " + size);
      }
    }

    @Override
    public int updates(int samples) {
      return (samples + size - 1) / size;
    }
  }
}
