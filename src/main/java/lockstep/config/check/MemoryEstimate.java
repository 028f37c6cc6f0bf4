package lockstep.config.check;

import java.util.List;
import lockstep.config.binding.Bytes;
import lockstep.data.DataShape;

/**
 * How much memory an experiment will need, in bytes, reckoned generously before anything is
 * allocated. Doubles are used so that nothing overflows.
 *
 * @param data the samples, inputs and encoded targets
 * @param parameters the network's parameters with gradients and buffers
 * @param activations what every layer makes of every sample
 * @param history a row of numbers for each epoch
 */
record MemoryEstimate(double data, double parameters, double activations, double history) {
  /** The share of the Java heap that an experiment may need. */
  static final double SHARE_OF_HEAP = 0.6;

  private static final double BYTES = Bytes.OF_A_NUMBER;

  /**
   * How often training holds inputs and encoded targets beside the data: with the samples along the
   * rows, and once more in blocks or in the pass that measures. The tables that a generator works
   * with are not larger than these together, and gone before training begins.
   */
  private static final int COPIES_OF_TRAINING = 2;

  /**
   * Parameters, their gradients, a snapshot, a buffer, and weights in the order of a product: these
   * take up to 1.6 times the room and count twice.
   */
  private static final double COPIES_OF_PARAMETERS = 6;

  /** Weighted sums, activations, their gradients, and these turned for the weights' gradient. */
  private static final double COPIES_OF_ACTIVATIONS = 4;

  /**
   * How many times as much the layers need when the stability is measured too: a pass of its own,
   * the derivatives of the activations, and how all of these change.
   */
  static final double PASSES_WITH_STABILITY = 4;

  /** The same with dropout: the pass of the updates beside the one that measures, and its masks. */
  static final double PASSES_WITH_DROPOUT = 3;

  /** The inputs of an update's batch: as they were selected, and in its pass. */
  private static final int COPIES_OF_A_BATCH = 2;

  /** Weighted sums, activations and their gradients; the turned ones are made by one pass only. */
  private static final double BUFFERS_OF_A_BATCH = 3;

  /** The header of a row's array, and the row's slot in the list. */
  private static final double ROW_OVERHEAD = 16 + 8;

  /**
   * A number of history.csv while its text is made: about 25 characters of one byte, three times,
   * in the room where the text is built, in the string and in the bytes of the file.
   */
  private static final double TEXT_OF_A_NUMBER = 3 * 25;

  /** What an experiment may need on this machine. */
  static double limit() {
    return SHARE_OF_HEAP * Runtime.getRuntime().maxMemory();
  }

  /**
   * The need of some data: all samples, where each class is, and training's own copies.
   *
   * @param shape what is generated
   * @param targets the number of target columns after encoding
   * @param copies how many more times inputs and encoded targets are held: where they are divided,
   *     and where they are scaled
   */
  static double data(DataShape shape, int targets, int copies) {
    double rows = (double) shape.samples() + shape.classes();
    double copied =
        (copies + COPIES_OF_TRAINING)
            * (double) shape.samples()
            * ((double) shape.inputs() + targets);
    return (rows * ((double) shape.inputs() + shape.targets() + targets) + copied) * BYTES;
  }

  /**
   * The need of a network's weights and biases.
   *
   * @param layers the units of each layer
   * @param state how many numbers the optimizer keeps of each parameter
   */
  static double parameters(List<Integer> layers, int state) {
    double parameters = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      parameters += (layers.get(layer - 1) + 1.0) * layers.get(layer);
    }
    return BYTES * (COPIES_OF_PARAMETERS + state) * parameters;
  }

  /** The need of a network's layers, when it sees so many samples at once. */
  static double activations(List<Integer> layers, double samples) {
    return BYTES * COPIES_OF_ACTIVATIONS * samples * units(layers);
  }

  /**
   * The need of the passes that only update, beside the one that measures.
   *
   * @param layers the units of each layer
   * @param samples how many are in a batch, and in the last one if it is smaller
   */
  static double batches(List<Integer> layers, double samples) {
    return BYTES
        * samples
        * (COPIES_OF_A_BATCH * (double) layers.get(0) + BUFFERS_OF_A_BATCH * units(layers));
  }

  /** The units behind the inputs. */
  private static double units(List<Integer> layers) {
    return layers.stream().skip(1).mapToDouble(Integer::doubleValue).sum();
  }

  /**
   * The need of a history: its rows, beginning with that of the untrained network, and the text of
   * its file, which has the epoch beside the columns. The run's own copy of the rows is gone by
   * then and is not more than the text.
   */
  static double history(int epochs, int columns) {
    double row = columns * BYTES + ROW_OVERHEAD + (columns + 1.0) * TEXT_OF_A_NUMBER;
    return (epochs + 1.0) * row;
  }

  double total() {
    return data + parameters + activations + history;
  }
}
