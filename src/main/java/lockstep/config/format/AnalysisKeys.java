package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.training.Analysis;
import lockstep.training.StabilitySpec;

/** The keys under {@code analysis}. */
public final class AnalysisKeys {
  /** The key {@code every}. */
  public static final Key<Integer> EVERY =
      Key.of(
              "every",
              Whole.from(1),
              "After every how many epochs it is measured; the untrained network and the last state"
                  + " are measured too. One measurement takes as long as some hundred epochs.",
              "10")
          .byDefault(StabilitySpec.DEFAULT_EVERY);

  private static final Block<StabilitySpec> STABILITY_BLOCK =
      Block.of(StabilitySpec.class)
          .with(EVERY, StabilitySpec::every)
          .make(v -> new StabilitySpec(v.of(EVERY)));

  /** The key {@code stability}. */
  public static final Key<StabilitySpec> STABILITY =
      Key.of(
              "stability",
              STABILITY_BLOCK,
              "Measures the curvature, the largest real eigenvalue of the Jacobian of the update"
                  + " direction, and with it the largest stable learning rate, 2 / curvature: both"
                  + " become columns of the history. Only of full-batch gradient descent.",
              "{every: 10}")
          .otherwise("not measured");

  static final Block<Analysis> BLOCK =
      Block.of(Analysis.class)
          .maybe(STABILITY, Analysis::stability)
          .make(v -> new Analysis(v.find(STABILITY)));

  private AnalysisKeys() {}
}
