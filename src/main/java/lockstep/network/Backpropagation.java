package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.random.RandomStream;

/**
 * Forward and backward passes of a network over batches of one size, in buffers made once.
 *
 * <p>The formulas are those of Rumelhart, Hinton and Williams, "Learning representations by
 * back-propagating errors", Nature 323 (1986), written with matrices; see {@link LayerPass}.
 */
public final class Backpropagation {
  private final List<LayerPass> passes;
  private final List<LayerGradient> gradients;
  private final Deviations deviations;
  private final Kernels kernels;
  private final DenseMatrix scratch;
  private DenseMatrix inputs;

  /**
   * Makes the buffers of a pass by all units, without dropout.
   *
   * @param network whose layers are used, live
   * @param deviations where to depart from the true gradient
   * @param samples n, the number of samples of every batch; at least 1
   * @param kernels how to compute; its arithmetic decides the last bits
   */
  public Backpropagation(Network network, Deviations deviations, int samples, Kernels kernels) {
    this.deviations = deviations;
    this.kernels = kernels;
    this.passes =
        network.layers().stream()
            .map(layer -> LayerPass.ofBatch(layer, deviations, kernels, samples))
            .toList();
    this.gradients =
        network.layers().stream()
            .map(layer -> LayerGradient.whole(layer, deviations, kernels))
            .toList();
    this.inputs = new DenseMatrix(network.layers().get(0).inputs(), samples);
    this.scratch = new DenseMatrix(last().layer().units(), samples);
  }

  private Backpropagation(Backpropagation pass, List<LayerPass> passes) {
    this.passes = List.copyOf(passes);
    this.gradients = pass.gradients;
    this.deviations = pass.deviations;
    this.kernels = pass.kernels;
    this.inputs = pass.inputs;
    this.scratch = pass.scratch;
  }

  /**
   * The same pass, in the same buffers, with dropout: every forward pass draws new masks.
   *
   * @param dropout the rates of the hidden layers
   * @param stream where random numbers come from
   */
  public Backpropagation with(Dropout dropout, RandomStream stream) {
    List<LayerPass> masked = new ArrayList<>();
    for (int layer = 0; layer < passes.size(); layer++) {
      LayerPass pass = passes.get(layer);
      double rate = dropout.rate(layer);
      int units = pass.layer().units();
      masked.add(rate == 0 ? pass : pass.with(new DropoutMask(units, pass.batch(), rate, stream)));
    }
    return new Backpropagation(this, masked);
  }

  /**
   * Passes samples through the network.
   *
   * @param batch in x n; read again by {@link #backward}, so it must not change before that
   * @return the outputs, out x n; overwritten by the next pass
   */
  public DenseMatrix forward(DenseMatrix batch) {
    inputs = batch;
    DenseMatrix signal = batch;
    for (int layer = 0; layer < passes.size(); layer++) {
      passes.get(layer).forward(signal);
      signal = passes.get(layer).signal();
    }
    return signal;
  }

  /**
   * The loss of the last forward pass.
   *
   * @param loss which loss
   * @param targets out x n
   */
  public double loss(Loss loss, DenseMatrix targets) {
    return loss.of(last().outputs(), targets, scratch, kernels);
  }

  /**
   * Goes back through the layers, last to first, after a forward pass. A layer is updated once its
   * weights are no longer needed, so that all gradients belong to the parameters of the forward
   * pass; with {@link Deviations.HiddenGradient#UPDATED_WEIGHTS} just before they are.
   *
   * @param error where the pass starts
   * @param targets out x n
   * @param update what is done to each layer
   */
  public void backward(OutputError error, DenseMatrix targets, LayerUpdate update) {
    error.write(last(), targets);
    backwardFromDeltas(update);
  }

  /**
   * The backward pass as some published code makes it: dL/da is summed over the samples in their
   * order, and one pass is made with that sum and the activations of the last sample.
   *
   * @param batch the pass over all samples, after its forward pass
   * @param loss which loss
   * @param targets out x n
   * @param update what is done to each layer
   */
  public void backwardFromSum(
      Backpropagation batch, Loss loss, DenseMatrix targets, LayerUpdate update) {
    OutputError.writeDerivatives(loss, batch.last(), targets);
    double[] derivatives = batch.last().deltas().values();
    int samples = targets.getColumnDimension();
    for (int unit = 0; unit < targets.getRowDimension(); unit++) {
      double sum = 0;
      for (int sample = 0; sample < samples; sample++) {
        sum += derivatives[unit * samples + sample];
      }
      last().deltas().values()[unit] = sum;
    }
    last().differentiateActivation();
    backwardFromDeltas(update);
  }

  private void backwardFromDeltas(LayerUpdate update) {
    boolean updateFirst = deviations.hiddenGradient() == Deviations.HiddenGradient.UPDATED_WEIGHTS;
    for (int index = passes.size() - 1; index >= 0; index--) {
      LayerPass pass = passes.get(index);
      LayerGradient gradient = gradients.get(index);
      gradient.set(index == 0 ? inputs : passes.get(index - 1).signal(), pass.deltas());
      if (updateFirst) {
        gradient.apply(update);
      }
      carryBack(index);
      if (!updateFirst) {
        gradient.apply(update);
      }
    }
  }

  private void carryBack(int index) {
    if (index > 0) {
      LayerPass before = passes.get(index - 1);
      passes.get(index).carryBack(before.deltas());
      before.differentiateActivation();
    }
  }

  /** The Euclidean norm of the gradient of all trained parameters, of the last backward pass. */
  public double gradientNorm() {
    return LayerGradient.norm(gradients);
  }

  /**
   * The gradient of all layers, of the last backward pass.
   *
   * @return a copy, in the shape of the parameters
   */
  public Parameters gradient() {
    return new Parameters(gradients.stream().map(LayerGradient::copy).toList());
  }

  /**
   * The gradient of the loss with respect to a layer's inputs, of the last backward pass and with
   * the current weights.
   *
   * @param layer its index, 0 being the first after the inputs
   * @return in x n, a new matrix
   */
  public DenseMatrix inputErrors(int layer) {
    LayerPass pass = passes.get(layer);
    DenseMatrix errors =
        new DenseMatrix(pass.layer().inputs(), pass.outputs().getColumnDimension());
    pass.carryBack(errors);
    return errors;
  }

  /**
   * The share of a layer's units that are dead: the derivative of their activation is 0 on every
   * sample of the last forward pass, so that nothing can train them.
   *
   * @param layer its index, 0 being the first after the inputs
   * @return from 0 to 1
   */
  public double deadShare(int layer) {
    return (double) deadUnits(layer) / passes.get(layer).layer().units();
  }

  /**
   * The share of dead units among all hidden ones.
   *
   * @return from 0 to 1; 0 for a network without hidden layers
   */
  public double deadShareOfHiddenUnits() {
    int dead = 0;
    int units = 0;
    for (int layer = 0; layer < passes.size() - 1; layer++) {
      dead += deadUnits(layer);
      units += passes.get(layer).layer().units();
    }
    return units == 0 ? 0 : (double) dead / units;
  }

  private int deadUnits(int layer) {
    int dead = 0;
    for (int unit = 0; unit < passes.get(layer).layer().units(); unit++) {
      dead += isDead(layer, unit) ? 1 : 0;
    }
    return dead;
  }

  /**
   * Whether the derivative of a unit's activation was 0 on every sample of the last forward pass.
   */
  boolean isDead(int layer, int unit) {
    return passes.get(layer).isDead(unit);
  }

  /**
   * Whether a layer's parameters, and its weighted sums of the last forward pass, are finite.
   *
   * @param layer its index, 0 being the first after the inputs
   */
  public boolean isFinite(int layer) {
    LayerPass pass = passes.get(layer);
    return kernels.areFinite(pass.layer().weights().values())
        && kernels.areFinite(pass.layer().biases().values())
        && kernels.areFinite(pass.weightedSums().values());
  }

  /**
   * A layer's weighted sums z of the last forward pass.
   *
   * @param layer its index, 0 being the first after the inputs
   * @return out x n, live
   */
  public DenseMatrix weightedSums(int layer) {
    return passes.get(layer).weightedSums();
  }

  /**
   * A layer's activations a = f(z) of the last forward pass, of all units.
   *
   * @param layer its index, 0 being the first after the inputs
   * @return out x n, live
   */
  public DenseMatrix activations(int layer) {
    return passes.get(layer).outputs();
  }

  private LayerPass last() {
    return passes.get(passes.size() - 1);
  }
}
