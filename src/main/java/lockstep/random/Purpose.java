package lockstep.random;

/** What an experiment draws random numbers for; each purpose has a stream of its own. */
public enum Purpose {
  /** Generating the data. */
  DATA,
  /** Dividing the data into a training part and those that are held out. */
  SPLIT,
  /** Drawing the initial weights and biases. */
  INIT
}
