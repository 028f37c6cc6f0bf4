package lockstep.random;

import java.util.function.LongFunction;

/** The families of random streams that an experiment can choose with {@code rng}. */
public enum RandomAlgorithm {
  /** NumPy's legacy {@code RandomState}: the Mersenne Twister behind {@code np.random.seed}. */
  NUMPY(0xFFFFFFFFL, NumpyLegacyStream::new),

  /** NumPy's {@code default_rng}: PCG64 with normal draws by the ziggurat. */
  NUMPY_PCG64(StreamSpec.Seeded.LARGEST_SEED, NumpyGeneratorStream::new),

  /** Python's module {@code random}: the Mersenne Twister, seeded by array, with {@code gauss}. */
  PYTHON(StreamSpec.Seeded.LARGEST_SEED, PythonStream::new);

  private final long largestSeed;
  private final LongFunction<RandomStream> start;

  RandomAlgorithm(long largestSeed, LongFunction<RandomStream> start) {
    this.largestSeed = largestSeed;
    this.start = start;
  }

  /** The largest seed of a stream of this family. */
  public long largestSeed() {
    return largestSeed;
  }

  /**
   * Starts a new stream.
   *
   * @param seed the seed, from 0 to {@link #largestSeed()}
   * @throws IllegalArgumentException if the seed is out of range
   */
  public RandomStream start(long seed) {
    if (seed < 0 || seed > largestSeed) {
      throw new IllegalArgumentException("seed " + seed + " is not in [0, " + largestSeed + "]");
    }
    return start.apply(seed);
  }
}
