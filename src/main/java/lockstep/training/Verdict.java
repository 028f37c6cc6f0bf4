package lockstep.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What became of a run. Epochs are completed epochs: 0 is the untrained network. */
public sealed interface Verdict {

  /** The word for it in files and reports: {@code completed}, {@code diverged}, ... */
  String word();

  /** The epoch that the verdict is about; empty if it is about the whole run. */
  OptionalInt at();

  /**
   * A stated tolerance was reached.
   *
   * @param epoch the epoch at which it was
   * @param quantity {@code loss} or {@code gradient_norm}
   * @param value the value that was reached
   * @param tolerance the stated tolerance
   */
  record Converged(int epoch, String quantity, double value, double tolerance) implements Verdict {
    @Override
    public String word() {
      return "converged";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }

  /** All epochs were done and nothing else is to be said. */
  record Completed() implements Verdict {
    @Override
    public String word() {
      return "completed";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.empty();
    }
  }

  /**
   * The gradient vanished while the loss is no better than at the start.
   *
   * @param epoch the first epoch at which the gradient had vanished
   * @param layer the dead layer, 1 being the first after the inputs; empty if no layer is dead
   * @param deadShare the share of that layer's units that are inactive on every sample, 0 to 1
   * @param gradientNorm the Euclidean norm of the last gradient
   * @param initialGradientNorm that of the first
   */
  record Stalled(
      int epoch,
      OptionalInt layer,
      double deadShare,
      double gradientNorm,
      double initialGradientNorm)
      implements Verdict {
    @Override
    public String word() {
      return "stalled";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }

  /**
   * The run diverged.
   *
   * @param cause how
   * @param epoch the first epoch that shows it
   * @param layer the first layer with a value that is not finite (1 is the first after the inputs);
   *     empty for other causes
   * @param loss the loss at that epoch; may be NaN or infinite
   * @param initialLoss the loss at epoch 0
   * @param bestLoss the lowest loss before that epoch
   * @param bestEpoch when that was
   * @param limit the loss above which the cause applies; empty for {@code non_finite}
   */
  record Diverged(
      StopCondition cause,
      int epoch,
      OptionalInt layer,
      double loss,
      double initialLoss,
      double bestLoss,
      int bestEpoch,
      OptionalDouble limit)
      implements Verdict {
    @Override
    public String word() {
      return "diverged";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }
}
