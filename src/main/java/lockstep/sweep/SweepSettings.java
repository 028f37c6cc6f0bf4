package lockstep.sweep;

/**
 * How a sweep is run, without any influence on what comes out.
 *
 * @param workers how many trials run at the same time, at least 1
 * @param failFast whether the first trial that cannot be done ends the sweep
 */
public record SweepSettings(int workers, boolean failFast) {
  /** Checks the range. */
  public SweepSettings {
    if (workers < 1) {
      throw new IllegalArgumentException(workers + " workers");
    }
  }

  /** One worker for each processor, and failed trials do not stop the others. */
  public static SweepSettings standard() {
    return new SweepSettings(Runtime.getRuntime().availableProcessors(), false);
  }
}
