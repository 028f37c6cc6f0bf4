package lockstep.network;

import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.LaneSum;
import lockstep.random.RandomStream;

/** Initializers whose scale follows from the shape of a layer, beside Xavier's and He's. */
public sealed interface ScaledInitializer extends Initializer {

  /**
   * LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998: weighted sums of inputs with
   * variance 1 have variance 1. Normal: std = sqrt(1 / in); uniform: bound = sqrt(3 / in).
   *
   * @param distribution normal or uniform
   */
  record Lecun(Distribution distribution) implements ScaledInitializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      return distribution.draw(stream, 1.0 / in);
    }
  }

  /**
   * Uniform draws from [-1/√in, 1/√in), which is how PyTorch's {@code Linear} starts weights and
   * biases; in is the number of the layer's inputs for biases too.
   */
  record FanIn() implements ScaledInitializer {
    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      double bound = 1 / Math.sqrt(in);
      return (row, column) -> stream.uniform(-bound, bound);
    }
  }

  /**
   * A random matrix with orthogonal columns of length g or, if there are more columns than rows,
   * rows of length g; for weights. Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear
   * dynamics of learning in deep linear neural networks", ICLR 2014.
   *
   * <p>All in · out standard normal draws are taken when the layer is begun, row by row. Q of their
   * QR decomposition with a positive diagonal of R, which is unique, is found by Gram and Schmidt's
   * method, each vector made orthogonal twice, which suffices (Giraud, Langou and Rozložník, "The
   * loss of orthogonality in the Gram-Schmidt orthogonalization process", 2005).
   *
   * @param gain g, above 0 and finite
   */
  record Orthogonal(double gain) implements ScaledInitializer {
    /** The gain where none is given. */
    public static final double DEFAULT_GAIN = 1;

    /** Checks the range. */
    public Orthogonal {
      checkGain(gain);
    }

    @Override
    public InitialValues start(RandomStream stream, int layer, int in, int out) {
      boolean tall = in >= out;
      double[][] vectors = new double[Math.min(in, out)][Math.max(in, out)];
      for (int row = 0; row < in; row++) {
        for (int column = 0; column < out; column++) {
          vectors[tall ? column : row][tall ? row : column] = stream.normal();
        }
      }
      for (int index = 0; index < vectors.length; index++) {
        removeEarlier(vectors, index);
        removeEarlier(vectors, index);
        normalize(vectors[index]);
      }
      return (row, column) -> gain * (tall ? vectors[column][row] : vectors[row][column]);
    }

    private static void removeEarlier(double[][] vectors, int index) {
      double[] vector = vectors[index];
      for (int earlier = 0; earlier < index; earlier++) {
        double share = LaneSum.ofProducts(vectors[earlier], 0, vector, 0, vector.length);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= share * vectors[earlier][i];
        }
      }
    }

    private static void normalize(double[] vector) {
      double length = Math.sqrt(LaneSum.ofProducts(vector, 0, vector, 0, vector.length));
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
  }

  /** Checks what multiplies the scale of initial values. */
  static void checkGain(double gain) {
    if (!(gain > 0 && Double.isFinite(gain))) {
      throw new IllegalArgumentException("gain " + ShortestDecimal.format(gain));
    }
  }
}
