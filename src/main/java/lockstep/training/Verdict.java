package lockstep.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What became of a run. Epochs are completed epochs: 0 is the untrained network. Which verdict is
 * given where several would fit is said at {@link RunFacts#verdict()}.
 */
public sealed interface Verdict {

  /** The word for it in files and reports: {@code completed}, {@code diverged}, ... */
  String word();

  /** The epoch that the verdict is about; empty if it is about the whole run. */
  OptionalInt at();

  /**
   * A stated tolerance was reached.
   *
   * @param epoch the epoch after which it was. A loss is that of this epoch's state; a gradient
   *     norm is the largest of the updates that led to it
   * @param quantity {@link #LOSS} or {@link #GRADIENT_NORM}
   * @param value the value that was reached
   * @param tolerance the stated tolerance
   */
  record Converged(int epoch, String quantity, double value, double tolerance) implements Verdict {
    /** The loss was at most its tolerance. */
    public static final String LOSS = "loss";

    /** The gradient's norm was at most its tolerance. */
    public static final String GRADIENT_NORM = "gradient_norm";

    @Override
    public String word() {
      return "converged";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }

  /**
   * A stated value of a quantity was reached.
   *
   * @param epoch the first epoch that reached it
   * @param metric the column of the history
   * @param value its value
   * @param target what was to be reached
   */
  record Reached(int epoch, String metric, double value, double target) implements Verdict {
    @Override
    public String word() {
      return "converged";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }

  /**
   * A quantity became no better for as long as was stated, and the run was stopped.
   *
   * @param epoch the last epoch
   * @param metric the column of the history
   * @param patience how many epochs in a row were no better
   * @param best its best value; NaN if it never was a number
   * @param bestEpoch the epoch of the best value
   */
  record NoBetter(int epoch, String metric, int patience, double best, int bestEpoch)
      implements Verdict {
    @Override
    public String word() {
      return "converged";
    }

    @Override
    public OptionalInt at() {
      return OptionalInt.of(epoch);
    }
  }

  /**
   * The stated time was over before all epochs were done. Another run can get to another epoch.
   *
   * @param epoch the last epoch
   * @param seconds the stated time
   */
  record OutOfTime(int epoch, double seconds) implements Verdict {
    @Override
    public String word() {
      return "out_of_time";
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
   *     empty if only the loss is not, and for other causes
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
