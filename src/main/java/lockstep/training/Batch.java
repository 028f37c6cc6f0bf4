package lockstep.training;

/** How many samples go into one update. */
public enum Batch {
  /** All of them: one update an epoch. */
  FULL,
  /** One: as many updates an epoch as there are samples, in the order of the training set. */
  PER_SAMPLE
}
