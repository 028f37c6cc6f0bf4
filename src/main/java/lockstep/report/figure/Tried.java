package lockstep.report.figure;

/**
 * A row of values that were tried.
 *
 * @param name what it is called
 * @param stable those that were stable
 * @param diverged those that diverged
 * @param found the largest stable one; NaN if it was not found
 */
public record Tried(String name, double[] stable, double[] diverged, double found) {
  /** Copies the values. */
  public Tried {
    stable = stable.clone();
    diverged = diverged.clone();
  }
}
