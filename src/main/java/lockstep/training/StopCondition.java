package lockstep.training;

/** Signs of divergence that can end a run early; the gravest first. */
public enum StopCondition {
  /** The loss or a parameter is NaN or infinite. */
  NON_FINITE,
  /** The loss is above the stated multiple of the initial loss. */
  EXPLODED,
  /** After a real improvement the loss rose above the initial loss again. */
  REBOUNDED
}
