package lockstep.network;

import lockstep.matrix.DenseMatrix;
import lockstep.random.RandomStream;

/**
 * Which units of a hidden layer are silenced for which samples of one pass, and what is left of
 * their activations; see {@link Dropout}.
 */
final class DropoutMask {
  private final RandomStream stream;
  private final double kept;
  private final double factor;
  private final DenseMatrix mask;
  private final DenseMatrix signal;

  /**
   * Makes the buffers.
   *
   * @param units of the layer
   * @param samples n, of the pass
   * @param rate p, in (0, 1)
   * @param stream where random numbers come from
   */
  DropoutMask(int units, int samples, double rate, RandomStream stream) {
    this.stream = stream;
    this.kept = 1 - rate;
    this.factor = 1 / kept;
    this.mask = new DenseMatrix(units, samples);
    this.signal = new DenseMatrix(units, samples);
  }

  /** Draws a new mask. */
  void draw() {
    double[] m = mask.values();
    int samples = mask.getColumnDimension();
    for (int sample = 0; sample < samples; sample++) {
      for (int place = sample; place < m.length; place += samples) {
        m[place] = stream.uniform() < kept ? factor : 0;
      }
    }
  }

  /**
   * Sets what the next layer is given: the activations times the mask, element by element.
   *
   * @param outputs the activations of all units, units x n
   */
  void setSignal(DenseMatrix outputs) {
    System.arraycopy(outputs.values(), 0, signal.values(), 0, signal.values().length);
    multiply(signal);
  }

  /** What the next layer is given, units x n, live. */
  DenseMatrix signal() {
    return signal;
  }

  /** Multiplies by the mask, element by element. */
  void multiply(DenseMatrix matrix) {
    double[] values = matrix.values();
    double[] m = mask.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= m[i];
    }
  }
}
