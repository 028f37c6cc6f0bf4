package lockstep.config;

import java.util.List;
import java.util.Locale;
import lockstep.data.DataShape;

/**
 * How much memory an experiment will need, in bytes, reckoned generously before anything is
 * allocated. Doubles are used so that nothing overflows.
 *
 * @param data the samples, inputs and encoded targets
 * @param network the parameters with gradients and buffers, and every layer's activations
 * @param history a row of numbers for each epoch
 */
record MemoryEstimate(double data, double network, double history) {
  /** The share of the Java heap that an experiment may need. */
  static final double SHARE_OF_HEAP = 0.6;

  private static final double BYTES = 8;

  /** Parameters, their gradients, a snapshot and a buffer. */
  private static final double COPIES_OF_PARAMETERS = 4;

  /** Weighted sums, activations and their gradients. */
  private static final double COPIES_OF_ACTIVATIONS = 3;

  /** The header of an array, in numbers. */
  private static final double ROW_OVERHEAD = 3;

  /** What an experiment may need on this machine. */
  static double limit() {
    return SHARE_OF_HEAP * Runtime.getRuntime().maxMemory();
  }

  /**
   * The need of some data: all samples, and where each class is.
   *
   * @param shape what is generated
   * @param targets the number of target columns after encoding
   */
  static double data(DataShape shape, int targets) {
    double rows = (double) shape.samples() + shape.classes();
    return rows * ((double) shape.inputs() + shape.targets() + targets) * BYTES;
  }

  /** The need of a network that sees so many samples at once. */
  static double network(List<Integer> layers, double samples) {
    double parameters = 0;
    double units = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      parameters += (layers.get(layer - 1) + 1.0) * layers.get(layer);
      units += layers.get(layer);
    }
    return BYTES * (COPIES_OF_PARAMETERS * parameters + COPIES_OF_ACTIVATIONS * samples * units);
  }

  /** The need of a history. */
  static double history(int epochs, int columns) {
    return (epochs + 1.0) * (columns + ROW_OVERHEAD) * BYTES;
  }

  double total() {
    return data + network + history;
  }

  /** A number of bytes in the largest fitting unit. */
  static String show(double bytes) {
    List<String> units = List.of("bytes", "KB", "MB", "GB", "TB", "PB");
    int unit = 0;
    double value = bytes;
    while (value >= 1000 && unit < units.size() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.0f %s", Math.ceil(value), units.get(unit));
  }
}
