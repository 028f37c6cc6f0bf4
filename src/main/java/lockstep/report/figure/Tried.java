package lockstep.report.figure;

/**
 * A row of values that were tried.
 *
 * @param name what it is called
 * @param stable those that were stable
 * @param unstable those that were not
 * @param found the largest stable one; NaN if it was not found
 */
public record Tried(String name, double[] stable, double[] unstable, double found) {
  /** Copies the values. */
  public Tried {
    stable = stable.clone();
    unstable = unstable.clone();
  }
}
