package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;

/**
 * Forward and backward over all samples in one go, block by block: each block passes all layers,
 * there and back, while it is near the processor. It gives the bits of {@link Backpropagation},
 * which is the textbook's form of it.
 *
 * <p>Weighted sums are not kept: each layer's activation is computed in their place.
 */
public final class BlockedPass {
  private final Loss loss;
  private final OutputError error;
  private final DenseMatrix outputs;
  private final double[] losses;
  private final List<LayerGradient> gradients;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * What a pass is for.
   *
   * @param network whose layers are used, live
   * @param deviations where to depart from the true gradient; samples and weights must be those of
   *     {@link Deviations#NONE}
   * @param loss the loss
   * @param error where the backward pass starts
   */
  public record Purpose(Network network, Deviations deviations, Loss loss, OutputError error) {}

  /**
   * Makes the buffers.
   *
   * @param purpose what is computed
   * @param inputs in x n; must not change
   * @param targets out x n; must not change
   * @param kernels how to compute
   */
  public BlockedPass(Purpose purpose, DenseMatrix inputs, DenseMatrix targets, Kernels kernels) {
    int samples = inputs.getColumnDimension();
    this.loss = purpose.loss();
    this.error = purpose.error();
    this.outputs = new DenseMatrix(targets.getRowDimension(), samples);
    this.losses = new double[targets.values().length];
    int width = BlockSize.of(purpose.network(), samples);
    this.gradients =
        purpose.network().layers().stream()
            .map(layer -> gradient(layer, purpose, kernels, width < samples))
            .toList();
    Buffers buffers = new Buffers(purpose, width, samples, kernels);
    for (int from = 0; from < samples; from += width) {
      int count = Math.min(width, samples - from);
      if (count != buffers.samples()) {
        buffers = new Buffers(purpose, count, samples, kernels);
      }
      blocks.add(
          new Block(from, columns(inputs, from, count), columns(targets, from, count), buffers));
    }
  }

  /**
   * Whether such a pass is possible with some deviations.
   *
   * @param network the network
   * @param deviations where to depart from the true gradient
   */
  public static boolean pays(Network network, Deviations deviations) {
    return deviations.backwardPass() == Deviations.BackwardPass.EACH_SAMPLE
        && deviations.hiddenGradient() == Deviations.HiddenGradient.OLD_WEIGHTS;
  }

  private static LayerGradient gradient(
      Layer layer, Purpose purpose, Kernels kernels, boolean inBlocks) {
    return inBlocks
        ? LayerGradient.ofBlocks(layer, purpose.deviations(), kernels)
        : LayerGradient.whole(layer, purpose.deviations(), kernels);
  }

  private static DenseMatrix columns(DenseMatrix source, int from, int count) {
    if (count == source.getColumnDimension()) {
      return source;
    }
    DenseMatrix part = new DenseMatrix(source.getRowDimension(), count);
    for (int row = 0; row < source.getRowDimension(); row++) {
      int start = row * source.getColumnDimension() + from;
      System.arraycopy(source.values(), start, part.values(), row * count, count);
    }
    return part;
  }

  /** Passes all samples forward with the network as it is now, and back. */
  public void run() {
    for (int index = 0; index < gradients.size(); index++) {
      gradients.get(index).clear();
    }
    for (int index = 0; index < blocks.size(); index++) {
      run(blocks.get(index));
    }
    for (int index = 0; index < gradients.size(); index++) {
      gradients.get(index).combine(outputs.getColumnDimension());
    }
  }

  private void run(Block block) {
    Buffers buffers = block.buffers();
    List<LayerPass> passes = buffers.passes();
    DenseMatrix signal = block.inputs();
    for (int index = 0; index < passes.size(); index++) {
      passes.get(index).forwardInPlace(signal);
      signal = passes.get(index).outputs();
    }
    double[] blockLosses = buffers.losses().values();
    loss.values(buffers.kernels(), signal, block.targets(), blockLosses);
    copyColumns(signal.values(), outputs.values(), block);
    copyColumns(blockLosses, losses, block);
    error.write(passes.get(passes.size() - 1), block.targets());
    backward(passes, block.inputs());
  }

  private void backward(List<LayerPass> passes, DenseMatrix inputs) {
    for (int index = passes.size() - 1; index > 0; index--) {
      LayerPass before = passes.get(index - 1);
      gradients.get(index).add(before.outputs(), passes.get(index).deltas());
      before.takeErrors(passes.get(index));
    }
    gradients.get(0).add(inputs, passes.get(0).deltas());
  }

  private void copyColumns(double[] part, double[] whole, Block block) {
    int count = block.buffers().samples();
    for (int row = 0; row < outputs.getRowDimension(); row++) {
      int to = row * outputs.getColumnDimension() + block.from();
      System.arraycopy(part, row * count, whole, to, count);
    }
  }

  /** The outputs of the last run, out x n; overwritten by the next. */
  public DenseMatrix outputs() {
    return outputs;
  }

  /** The loss of the last run, before any update. */
  public double loss() {
    return LaneSum.of(losses, 0, losses.length)
        / loss.divisor(outputs.getRowDimension(), outputs.getColumnDimension());
  }

  /** Updates each layer by the gradient of the last run. */
  public void update(LayerUpdate update) {
    for (int index = gradients.size() - 1; index >= 0; index--) {
      gradients.get(index).apply(update);
    }
  }

  /** The Euclidean norm of the gradient of all trained parameters, of the last run. */
  public double gradientNorm() {
    return LayerGradient.norm(gradients);
  }

  /** The gradient of all layers, of the last run, as a copy in the shape of the parameters. */
  public Parameters gradient() {
    return new Parameters(gradients.stream().map(LayerGradient::copy).toList());
  }

  /** Some samples, and where they are computed. */
  private record Block(int from, DenseMatrix inputs, DenseMatrix targets, Buffers buffers) {}

  /** Room for a block, used by all of its size in turn. */
  private record Buffers(List<LayerPass> passes, DenseMatrix losses, Kernels kernels) {
    Buffers(Purpose purpose, int width, int samples, Kernels kernels) {
      this(
          purpose.network().layers().stream()
              .map(layer -> LayerPass.ofBlock(layer, purpose.deviations(), kernels, width, samples))
              .toList(),
          new DenseMatrix(units(purpose.network()), width),
          kernels);
    }

    private static int units(Network network) {
      return network.layers().get(network.layers().size() - 1).units();
    }

    int samples() {
      return losses.getColumnDimension();
    }
  }
}
