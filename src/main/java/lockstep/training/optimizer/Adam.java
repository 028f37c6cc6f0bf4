package lockstep.training.optimizer;

/**
 * Adam: θ -= ρ · m / (√v + epsilon), with the corrected {@link Moments} m and v.
 *
 * <p>Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015,
 * arXiv:1412.6980, algorithm 1.
 *
 * @param moments the running means
 */
public record Adam(Moments moments) implements Optimizer {
  /** With every default. */
  public static final Adam DEFAULT = new Adam(Moments.DEFAULT);

  @Override
  public OptimizerState start(int count) {
    return new AdamState(moments, count, false, 0);
  }

  @Override
  public int numbersPerParameter() {
    return 2;
  }
}
