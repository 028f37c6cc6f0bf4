package lockstep.experiment;

/**
 * Which version of the arithmetic computed a result.
 *
 * <p>It changes whenever the same specification gives other bits than before: another order of a
 * sum, another function, another default. The changelog names every change.
 */
public final class Numerics {
  /** The version of this build. */
  public static final String VERSION = "2";

  private Numerics() {}
}
