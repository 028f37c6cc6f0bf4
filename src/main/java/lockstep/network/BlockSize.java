package lockstep.network;

import lockstep.matrix.LaneSum;

/**
 * How many samples pass all layers together in {@link BlockedPass}.
 *
 * <p>A block should stay in a cache between the layers. Between blocks the lanes of all gradients
 * are stored and loaded, so a block should not be much smaller than these: where layers are wide,
 * both take the same room.
 */
final class BlockSize {
  /**
   * What a block of narrow layers may take of the caches, in bytes. Half of it would fit the
   * first-level cache, but the loops would be so short that starting them costs more.
   */
  private static final int CACHE = 60_000;

  /** Layers of which fewer samples fit are wide. */
  private static final int FEWEST = 160;

  /** The fewest samples of a block of wide layers; a product of fewer spends its time on copies. */
  private static final int FEWEST_WIDE = 512;

  private BlockSize() {}

  /**
   * The samples of a block, of which all have about the same size.
   *
   * @param network the network
   * @param samples of all blocks, at least 1
   * @return a multiple of eight, or all samples
   */
  static int of(Network network, int samples) {
    int most = most(network) / LaneSum.LANES;
    int eights = (samples + LaneSum.LANES - 1) / LaneSum.LANES;
    int count = (eights + most - 1) / most;
    return Math.min(samples, (eights + count - 1) / count * LaneSum.LANES);
  }

  private static int most(Network network) {
    long fitting = CACHE / Double.BYTES / numbersOfSample(network);
    return fitting >= FEWEST ? (int) fitting : mostOfWide(network);
  }

  private static int mostOfWide(Network network) {
    long samples = weights(network) * LaneSum.LANES / numbersOfSample(network);
    return (int) Math.min(Math.max(FEWEST_WIDE, samples), Integer.MAX_VALUE);
  }

  /** All activations, deltas, inputs, targets and losses of a sample. */
  private static long numbersOfSample(Network network) {
    long rows = network.layers().get(0).inputs() + 2;
    for (Layer layer : network.layers()) {
      rows += (layer.activation().needsSums() ? 3L : 2L) * layer.units();
    }
    return rows;
  }

  private static long weights(Network network) {
    long weights = 0;
    for (Layer layer : network.layers()) {
      weights += (long) layer.inputs() * layer.units();
    }
    return weights;
  }
}
