package lockstep.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.LaneSum;
import lockstep.network.Backpropagation;
import lockstep.network.BlockedPass;
import lockstep.network.ClassRule;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;

/**
 * The live network looked at on one set of samples: its outputs, loss and metrics.
 *
 * <p>Where blocks of samples pay, the training samples are passed forward and back in one go, and
 * the textbook's pass is only made for what a blocked pass does not keep.
 */
final class Evaluation {
  private final Network network;
  private final Deviations deviations;
  private final Kernels kernels;
  private final DenseMatrix inputs;
  private final DenseMatrix targets;
  private final double[] errors;
  private final double inputMagnitude;
  private final Optional<BlockedPass> blocks;
  private Backpropagation pass;
  private boolean passIsCurrent;
  private DenseMatrix outputs;
  private ClassRule rule = ClassRule.HALF;
  private ClassCounts classCounts;
  private boolean classCountsAreCurrent;
  private Scores scores;
  private boolean scoresAreCurrent;

  /**
   * Makes the buffers.
   *
   * @param network the network, live
   * @param samples the samples; copied
   * @param deviations for backward passes over these samples
   * @param kernels how to compute
   */
  Evaluation(Network network, Samples samples, Deviations deviations, Kernels kernels) {
    this(network, samples, deviations, kernels, Optional.empty());
  }

  private Evaluation(
      Network network,
      Samples samples,
      Deviations deviations,
      Kernels kernels,
      Optional<BlockedPass.Purpose> purpose) {
    this.network = network;
    this.deviations = deviations;
    this.kernels = kernels;
    this.inputs = DenseMatrix.transposeOf(samples.inputs());
    this.targets = DenseMatrix.transposeOf(samples.targets());
    this.errors = new double[targets.values().length];
    this.inputMagnitude = LaneSum.ofMagnitudes(inputs.values());
    this.blocks = purpose.map(chosen -> new BlockedPass(chosen, inputs, targets, kernels));
    this.outputs = targets;
    if (blocks.isEmpty()) {
      pass = new Backpropagation(network, deviations, samples.count(), kernels);
    }
  }

  /** The evaluation on the training samples. */
  static Evaluation ofTraining(
      TrainingTask task, Network network, Samples samples, Kernels kernels) {
    TrainingSpec spec = task.training();
    Deviations deviations = task.deviations();
    boolean inBlocks =
        spec.batching() instanceof Batching.Full
            && network.dropout().isNone()
            && BlockedPass.pays(network, deviations);
    BlockedPass.Purpose purpose =
        new BlockedPass.Purpose(network, deviations, spec.loss(), FullEpoch.outputError(spec));
    return new Evaluation(
        network, samples, deviations, kernels, Optional.of(purpose).filter(made -> inBlocks));
  }

  /** Passes the samples through the network as it is now. */
  void refresh() {
    passIsCurrent = false;
    classCountsAreCurrent = false;
    scoresAreCurrent = false;
    if (blocks.isPresent()) {
      blocks.get().run();
      outputs = blocks.get().outputs();
    } else {
      outputs = pass().activations(network.layers().size() - 1);
    }
  }

  /**
   * Writes the loss and the metrics of the last {@link #refresh}.
   *
   * @param loss the loss
   * @param metrics the metrics
   * @param row where the numbers go
   * @param from the place of the loss; the metrics follow
   * @return the place after the last one
   */
  int measure(Loss loss, List<Metric> metrics, double[] row, int from) {
    rule = loss.classRule();
    row[from] = loss(loss);
    for (int index = 0; index < metrics.size(); index++) {
      row[from + 1 + index] = metrics.get(index).of(this);
    }
    return from + 1 + metrics.size();
  }

  /** The loss of the last {@link #refresh}. */
  double loss(Loss loss) {
    return blocks.isPresent() ? blocks.get().loss() : pass.loss(loss, targets);
  }

  /**
   * The first layer, 1 being the first after the inputs, of which a parameter or a weighted sum of
   * the last {@link #refresh} is not finite. The parameters must not have changed since.
   */
  OptionalInt firstLayerNotFinite() {
    if (network.isSurelyFinite(inputMagnitude)) {
      return OptionalInt.empty();
    }
    for (int layer = 0; layer < network.layers().size(); layer++) {
      if (!pass().isFinite(layer)) {
        return OptionalInt.of(layer + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** Outputs minus targets, out x n, newly computed in a buffer that the caller may overwrite. */
  double[] errors() {
    double[] a = outputs.values();
    double[] y = targets.values();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = a[i] - y[i];
    }
    return errors;
  }

  /** The samples of the last {@link #refresh} counted by class. */
  ClassCounts classCounts() {
    if (classCounts == null) {
      classCounts = new ClassCounts(targets.getRowDimension());
    }
    if (!classCountsAreCurrent) {
      classCounts.count(outputs, targets, rule);
      classCountsAreCurrent = true;
    }
    return classCounts;
  }

  /** The scores of the last {@link #refresh}, for two classes. */
  Scores scores() {
    if (scores == null) {
      scores = new Scores(samples(), network.endsInSoftmax());
    }
    if (!scoresAreCurrent) {
      scores.order(outputs, targets, rule);
      scoresAreCurrent = true;
    }
    return scores;
  }

  /** The textbook's pass over all samples, forward, with the parameters of the last refresh. */
  Backpropagation pass() {
    if (pass == null) {
      pass = new Backpropagation(network, deviations, samples(), kernels);
    }
    if (!passIsCurrent) {
      pass.forward(inputs);
      passIsCurrent = true;
    }
    return pass;
  }

  /** The pass by blocks, where it pays. */
  Optional<BlockedPass> blocks() {
    return blocks;
  }

  /** How outputs and targets are read as classes: the rule of the loss that is measured. */
  ClassRule classRule() {
    return rule;
  }

  Kernels kernels() {
    return kernels;
  }

  int samples() {
    return inputs.getColumnDimension();
  }

  DenseMatrix inputs() {
    return inputs;
  }

  DenseMatrix targets() {
    return targets;
  }

  DenseMatrix outputs() {
    return outputs;
  }
}
