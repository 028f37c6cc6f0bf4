package lockstep.training.optimizer;

/**
 * AdamW: {@link Adam} with a decay that does not go through the running means: θ becomes (1 - ρ ·
 * decay) · θ, and then Adam's step is taken off.
 *
 * <p>Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019,
 * arXiv:1711.05101, algorithm 2, with the decay multiplied by the learning rate as in {@code
 * torch.optim.AdamW}.
 *
 * @param moments the running means
 * @param weightDecay the decay, at least 0, of weights and biases
 */
public record AdamW(Moments moments, double weightDecay) implements Optimizer {
  /** The decay where none is given. */
  public static final double DEFAULT_WEIGHT_DECAY = 0.01;

  /** With every default. */
  public static final AdamW DEFAULT = new AdamW(Moments.DEFAULT, DEFAULT_WEIGHT_DECAY);

  /** Checks the range. */
  public AdamW {
    Optimizer.check("weight decay", weightDecay, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public OptimizerState start(int count) {
    return new AdamState(moments, count, false, weightDecay);
  }

  @Override
  public int numbersPerParameter() {
    return 2;
  }
}
