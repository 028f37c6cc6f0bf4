package lockstep.random;

/**
 * Where a purpose's random numbers come from: a stream with its own seed, or the stream of an
 * earlier purpose, continued where that one stopped (published scripts often seed once).
 */
public sealed interface StreamSpec {

  /** How many uniform draws are thrown away before the first one is used; at least 0. */
  long skip();

  /**
   * A new stream.
   *
   * @param seed from 0 to 9223372036854775807; NumPy's legacy streams have smaller ones only, see
   *     {@link RandomAlgorithm#largestSeed()}
   * @param skip uniform draws to throw away first, at least 0
   */
  record Seeded(long seed, long skip) implements StreamSpec {
    /** The largest seed of any stream, 2⁶³ - 1. */
    public static final long LARGEST_SEED = Long.MAX_VALUE;

    /** Checks the ranges. */
    public Seeded {
      if (seed < 0) {
        throw new IllegalArgumentException("seed " + seed + " is negative");
      }
      checkSkip(skip);
    }
  }

  /**
   * The stream of another purpose, from where it stands.
   *
   * @param purpose whose stream is continued
   * @param skip uniform draws to throw away first, at least 0
   */
  record Continued(Purpose purpose, long skip) implements StreamSpec {
    /** Checks the ranges. */
    public Continued {
      checkSkip(skip);
    }
  }

  private static void checkSkip(long skip) {
    if (skip < 0) {
      throw new IllegalArgumentException("skip " + skip + " is negative");
    }
  }
}
