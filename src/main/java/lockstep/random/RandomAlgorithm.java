package lockstep.random;

/** The families of random streams that an experiment can choose with {@code rng}. */
public enum RandomAlgorithm {
  /** NumPy's legacy {@code RandomState}: the Mersenne Twister behind {@code np.random.seed}. */
  NUMPY;

  /**
   * Starts a new stream.
   *
   * @param seed the seed, from 0 to 4294967295
   * @throws IllegalArgumentException if the seed is out of range
   */
  public RandomStream start(long seed) {
    return new NumpyLegacyStream(seed);
  }
}
