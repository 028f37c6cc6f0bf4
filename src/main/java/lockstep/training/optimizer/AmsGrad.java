package lockstep.training.optimizer;

/**
 * AMSGrad: {@link Adam} with the largest v so far in the place of v, so that no step grows because
 * large gradients are forgotten.
 *
 * <p>Source: Reddi, Kale and Kumar, "On the convergence of Adam and beyond", ICLR 2018. As in
 * {@code torch.optim.Adam} the largest uncorrected v is taken, and then corrected; the paper has no
 * corrections.
 *
 * @param moments the running means
 */
public record AmsGrad(Moments moments) implements Optimizer {
  /** With every default. */
  public static final AmsGrad DEFAULT = new AmsGrad(Moments.DEFAULT);

  @Override
  public OptimizerState start(int count) {
    return new AdamState(moments, count, true, 0);
  }

  @Override
  public int numbersPerParameter() {
    return 3;
  }
}
