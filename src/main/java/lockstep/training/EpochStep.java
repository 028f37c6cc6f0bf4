package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.network.Backpropagation;
import lockstep.network.BlockedPass;
import lockstep.network.Deviations;
import lockstep.network.LayerUpdate;
import lockstep.network.Network;
import lockstep.network.OutputError;

/** One epoch of updates. */
@FunctionalInterface
interface EpochStep {

  /**
   * Changes the parameters by one epoch; the training samples have just been passed forward.
   *
   * @return the largest Euclidean norm of the gradients that were used
   */
  double run();

  /**
   * The step that a specification asks for.
   *
   * @param task what is trained and how
   * @param network the network, live; changed by each run of the step
   * @param train its evaluation on the training samples
   */
  static EpochStep of(TrainingTask task, Network network, Evaluation train) {
    Descent descent = new Descent(task.rates(), train.kernels());
    EpochStep step = of(task, network, train, descent);
    return () -> {
      descent.nextEpoch();
      return step.run();
    };
  }

  private static EpochStep of(
      TrainingTask task, Network network, Evaluation train, LayerUpdate update) {
    boolean lastSampleOnly =
        task.deviations().backwardPass() == Deviations.BackwardPass.LAST_SAMPLE;
    if (task.training().batching() instanceof Batching.MiniBatches) {
      return perSample(task, network, train, update);
    }
    return lastSampleOnly
        ? lastSample(task, network, train, update)
        : fullBatch(task, train, update);
  }

  private static EpochStep fullBatch(TrainingTask task, Evaluation train, LayerUpdate update) {
    OutputError error = outputError(task.training());
    if (train.blocks().isPresent()) {
      BlockedPass blocks = train.blocks().get();
      return () -> {
        blocks.update(update);
        return blocks.gradientNorm();
      };
    }
    return () -> {
      train.pass().backward(error, train.targets(), update);
      return train.pass().gradientNorm();
    };
  }

  private static EpochStep lastSample(
      TrainingTask task, Network network, Evaluation train, LayerUpdate update) {
    Backpropagation single = new Backpropagation(network, task.deviations(), 1, train.kernels());
    DenseMatrix input = new DenseMatrix(train.inputs().getRowDimension(), 1);
    copyColumn(train.inputs(), train.samples() - 1, input);
    return () -> {
      single.forward(input);
      single.backwardFromSum(train.pass(), task.training().loss(), train.targets(), update);
      return single.gradientNorm();
    };
  }

  private static EpochStep perSample(
      TrainingTask task, Network network, Evaluation train, LayerUpdate update) {
    Backpropagation single = new Backpropagation(network, task.deviations(), 1, train.kernels());
    DenseMatrix input = new DenseMatrix(train.inputs().getRowDimension(), 1);
    DenseMatrix target = new DenseMatrix(train.targets().getRowDimension(), 1);
    OutputError error = outputError(task.training());
    return () -> {
      double largest = 0;
      for (int sample = 0; sample < train.samples(); sample++) {
        copyColumn(train.inputs(), sample, input);
        copyColumn(train.targets(), sample, target);
        single.forward(input);
        single.backward(error, target, update);
        largest = Math.max(largest, single.gradientNorm());
      }
      return largest;
    };
  }

  /** Where the backward pass of a training starts. */
  static OutputError outputError(TrainingSpec spec) {
    return spec.updates().rule() == UpdateRule.PERCEPTRON
        ? OutputError.perceptron()
        : OutputError.of(spec.loss());
  }

  private static void copyColumn(DenseMatrix source, int column, DenseMatrix target) {
    int columns = source.getColumnDimension();
    for (int row = 0; row < source.getRowDimension(); row++) {
      target.values()[row] = source.values()[row * columns + column];
    }
  }
}
