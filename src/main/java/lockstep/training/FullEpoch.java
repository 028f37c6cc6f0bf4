package lockstep.training;

import lockstep.matrix.DenseMatrix;
import lockstep.network.Backpropagation;
import lockstep.network.BlockedPass;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Loss;
import lockstep.network.OutputError;

/**
 * An epoch of one update by all samples, which the evaluation has passed forward; with dropout they
 * are passed forward once more, with masks.
 */
final class FullEpoch implements EpochStep {
  private final TrainingSpec spec;
  private final Evaluation train;
  private final Descent descent;
  private final Way way;
  private double loss;

  private FullEpoch(TrainingSpec spec, Evaluation train, Descent descent, Way way) {
    this.spec = spec;
    this.train = train;
    this.descent = descent;
    this.way = way;
  }

  /** How the gradients come about. */
  @FunctionalInterface
  private interface Way {
    /** Gives the gradients to the updates; returns their norm. */
    double back();
  }

  /**
   * The epoch that a specification asks for.
   *
   * @param task what is trained and how, all samples at once
   * @param passes makes the passes of the updates
   * @param train the evaluation on the training samples
   * @param descent the updates
   */
  static FullEpoch of(TrainingTask task, UpdatePasses passes, Evaluation train, Descent descent) {
    return new FullEpoch(task.training(), train, descent, way(task, passes, train, descent));
  }

  private static Way way(
      TrainingTask task, UpdatePasses passes, Evaluation train, Descent descent) {
    if (task.deviations().backwardPass() == BackwardPass.LAST_SAMPLE) {
      return lastSample(task.training().loss(), passes.over(1), train, descent);
    }
    OutputError error = outputError(task.training());
    return passes.silence()
        ? masked(error, passes.over(train.samples()), train, descent)
        : eachSample(error, train, descent);
  }

  private static Way masked(
      OutputError error, Backpropagation pass, Evaluation train, Descent descent) {
    return () -> {
      pass.forward(train.inputs());
      pass.backward(error, train.targets(), descent);
      return pass.gradientNorm();
    };
  }

  private static Way eachSample(OutputError error, Evaluation train, Descent descent) {
    if (train.blocks().isPresent()) {
      BlockedPass blocks = train.blocks().get();
      return () -> {
        blocks.update(descent);
        return blocks.gradientNorm();
      };
    }
    return () -> {
      train.pass().backward(error, train.targets(), descent);
      return train.pass().gradientNorm();
    };
  }

  private static Way lastSample(
      Loss loss, Backpropagation single, Evaluation train, Descent descent) {
    DenseMatrix input = new DenseMatrix(train.inputs().getRowDimension(), 1);
    input.setColumn(0, train.inputs().getColumn(train.samples() - 1));
    return () -> {
      single.forward(input);
      single.backwardFromSum(train.pass(), loss, train.targets(), descent);
      return single.gradientNorm();
    };
  }

  /** Where the backward pass of a training starts. */
  static OutputError outputError(TrainingSpec spec) {
    return spec.updates().rule() == UpdateRule.PERCEPTRON
        ? OutputError.perceptron()
        : OutputError.of(spec.loss());
  }

  @Override
  public double run() {
    if (spec.runningLoss()) {
      loss = train.loss(spec.loss());
    }
    return descent.finish(way.back());
  }

  @Override
  public double runningLoss() {
    return loss;
  }
}
