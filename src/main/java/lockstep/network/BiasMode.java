package lockstep.network;

/** What becomes of the biases. */
public enum BiasMode {
  /** Initialised and trained. */
  ON,
  /** Initialised and kept as they are. */
  FROZEN,
  /** There are none: always 0, nothing drawn for them. */
  OFF
}
