package lockstep.config;

import java.util.List;

/** Which epochs of a trial go into the history file. */
public sealed interface Recording {

  /**
   * Whether an epoch is recorded.
   *
   * @param epoch from 0
   * @param last the last epoch of the trial
   */
  boolean records(int epoch, int last);

  /** Every epoch. */
  record All() implements Recording {
    @Override
    public boolean records(int epoch, int last) {
      return true;
    }
  }

  /** No epoch: there is no history file. */
  record None() implements Recording {
    @Override
    public boolean records(int epoch, int last) {
      return false;
    }
  }

  /**
   * Every so many epochs, beginning with epoch 0, and the last one.
   *
   * @param epochs how many, at least 1
   */
  record Every(int epochs) implements Recording {
    /** Checks the range. */
    public Every {
      if (epochs < 1) {
        throw new IllegalArgumentException("every " + epochs + " epochs");
      }
    }

    @Override
    public boolean records(int epoch, int last) {
      return epoch % epochs == 0 || epoch == last;
    }
  }

  /**
   * Some epochs, as far as a trial reaches them.
   *
   * @param epochs which
   */
  record Listed(List<Integer> epochs) implements Recording {
    /** Copies the list. */
    public Listed {
      epochs = List.copyOf(epochs);
    }

    @Override
    public boolean records(int epoch, int last) {
      return epochs.contains(epoch);
    }
  }
}
