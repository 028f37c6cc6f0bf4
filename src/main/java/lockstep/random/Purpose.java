package lockstep.random;

import java.util.Arrays;
import java.util.List;

/**
 * What an experiment draws random numbers for, in the order of use; each purpose has a stream of
 * its own.
 */
public enum Purpose {
  /** Generating the data. */
  DATA(true),
  /** Dividing the data into a training part and those that are held out. */
  SPLIT(true),
  /** Drawing the initial weights and biases. */
  INIT(true),
  /** Bringing the training samples into the order in which an epoch uses them. */
  SHUFFLE(false),
  /** Choosing the units that dropout silences. */
  DROPOUT(false);

  /**
   * The purposes for which every experiment has a stream, used or not. The others have one where
   * they are drawn for; elsewhere nothing is written of them.
   */
  public static final List<Purpose> EVERYWHERE =
      Arrays.stream(values()).filter(purpose -> purpose.everywhere).toList();

  private final boolean everywhere;

  Purpose(boolean everywhere) {
    this.everywhere = everywhere;
  }
}
