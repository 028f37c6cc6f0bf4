package lockstep.random;

import org.apache.commons.math3.util.FastMath;

/**
 * Standard normal draws by NumPy's ziggurat of 256 layers of equal area v under f(x) = exp(-x²/2).
 *
 * <p>Layer i reaches from 0 to xᵢ and from f(xᵢ) up to f(xᵢ₋₁); the lowest, with x₂₅₅ = r, has the
 * tail beyond r beside it and is numbered 0. The edges follow from each other, as every layer has
 * the area v: f(xᵢ) = f(xᵢ₊₁) + v / xᵢ₊₁, xᵢ = √(-2 ln f(xᵢ)). A draw takes 64 bits: 8 for the
 * layer, one for the sign and 52 for the place x in it. It is used at once if x lies below xᵢ₋₁,
 * where the whole height of the layer is under f.
 *
 * <p>NumPy ships the tables as numbers. They come out of the recurrence above in double precision,
 * to the last bit, with one exception: {@link #ODD_LAYER}.
 *
 * <p>Source: G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables",
 * Journal of Statistical Software 5 (8), 2000; NumPy 1.24, {@code distributions.c}, {@code
 * ziggurat_constants.h}.
 */
final class Ziggurat {
  private static final int LAYERS = 256;
  private static final double TWO_TO_52 = 0x1p52;
  private static final long PLACE = (1L << 52) - 1;

  /** Where the tail begins, r. */
  private static final double TAIL = 3.6541528853610087963519472518;

  /** NumPy's 1/r. */
  private static final double INVERSE_TAIL = 0.27366123732975827203338247596;

  /** The area of every layer, v, with which NumPy's tables were made. */
  private static final double AREA = 0.0049286732339746519;

  /**
   * The layer whose f is one unit in the last place too large in NumPy's tables; the layers above
   * it follow from that number.
   */
  private static final int ODD_LAYER = 38;

  private static final Ziggurat NUMPYS = new Ziggurat();

  private final long[] safe = new long[LAYERS];
  private final double[] width = new double[LAYERS];
  private final double[] height = new double[LAYERS];

  private Ziggurat() {
    double[] edges = edges();
    for (int layer = 1; layer < LAYERS; layer++) {
      width[layer] = edges[layer] / TWO_TO_52;
      safe[layer] = (long) Math.rint(edges[layer - 1] / edges[layer] * TWO_TO_52);
    }
    double lowest = height[LAYERS - 1];
    safe[0] = (long) Math.rint(TAIL * lowest / AREA * TWO_TO_52);
    width[0] = AREA / lowest / TWO_TO_52;
    height[0] = 1;
  }

  /** The edges x of the layers, from x₀ = 0 on; fills the heights from the first to the last. */
  private double[] edges() {
    double[] edges = new double[LAYERS];
    edges[LAYERS - 1] = TAIL;
    height[LAYERS - 1] = density(TAIL);
    for (int layer = LAYERS - 2; layer > 0; layer--) {
      double top = height[layer + 1] + AREA / edges[layer + 1];
      edges[layer] = Math.sqrt(-2 * FastMath.log(top));
      height[layer] = density(edges[layer]);
      if (layer == ODD_LAYER) {
        height[layer] = Math.nextUp(height[layer]);
      }
    }
    return edges;
  }

  /** The next standard normal draw of a generator. */
  static double normal(Pcg64 bits) {
    return NUMPYS.draw(bits);
  }

  private double draw(Pcg64 bits) {
    while (true) {
      long word = bits.nextLong();
      int layer = (int) word & 0xff;
      boolean negative = (word >>> 8 & 1) != 0;
      long place = word >>> 9 & PLACE;
      double x = place * width[layer];
      if (place < safe[layer]) {
        return negative ? -x : x;
      }
      if (layer == 0) {
        return tail(bits, (place >>> 8 & 1) != 0);
      }
      if (isBelowCurve(layer, x, bits.nextDouble())) {
        return negative ? -x : x;
      }
    }
  }

  private boolean isBelowCurve(int layer, double x, double share) {
    return (height[layer - 1] - height[layer]) * share + height[layer] < density(x);
  }

  /** Marsaglia's draw from the tail beyond r; its sign is a bit of the place, as NumPy has it. */
  private static double tail(Pcg64 bits, boolean negative) {
    while (true) {
      double beyond = -INVERSE_TAIL * FastMath.log1p(-bits.nextDouble());
      double level = -FastMath.log1p(-bits.nextDouble());
      if (level + level > beyond * beyond) {
        return negative ? -(TAIL + beyond) : TAIL + beyond;
      }
    }
  }

  private static double density(double x) {
    return FastMath.exp(-0.5 * x * x);
  }

  /** The largest places that are safe, the widths and the heights, of layers 0 to 255. */
  static String tables() {
    StringBuilder text = new StringBuilder();
    for (int layer = 0; layer < LAYERS; layer++) {
      text.append(Long.toHexString(NUMPYS.safe[layer])).append(' ');
      text.append(Long.toHexString(Double.doubleToRawLongBits(NUMPYS.width[layer]))).append(' ');
      text.append(Long.toHexString(Double.doubleToRawLongBits(NUMPYS.height[layer]))).append('\n');
    }
    return text.toString();
  }
}
