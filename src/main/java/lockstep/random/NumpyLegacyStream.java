package lockstep.random;

/** NumPy's legacy {@code RandomState}, bit for bit. */
final class NumpyLegacyStream implements RandomStream {
  NumpyLegacyStream(long seed) {}

  @Override
  public double uniform() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double uniform(double low, double high) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double normal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double normal(double mean, double deviation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int integer(int low, int high) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shuffle(int[] values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] permutation(int count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] choice(int count, int size) {
    throw new UnsupportedOperationException();
  }
}
