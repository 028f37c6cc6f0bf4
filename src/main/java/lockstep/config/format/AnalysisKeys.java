package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
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

  /** The key {@code confusion_matrix}. */
  public static final Key<Boolean> CONFUSION_MATRIX =
      Key.of(
              "confusion_matrix",
              Words.TRUTH,
              "Shows in the report of a single run which classes the trained network takes for"
                  + " which, in each part of the data: tables, figures and confusion_matrix.csv.",
              "true")
          .otherwise("not shown");

  /** The key {@code roc_curve}. */
  public static final Key<Boolean> ROC_CURVE =
      Key.of(
              "roc_curve",
              Words.TRUTH,
              "Shows in the report of a single run with two classes the ROC curve of each part of"
                  + " the data, with the areas below, and roc_curve.csv.",
              "true")
          .otherwise("not shown");

  static final Block<Analysis> BLOCK =
      Block.of(Analysis.class)
          .maybe(STABILITY, Analysis::stability)
          .unless(false, CONFUSION_MATRIX, Analysis::confusionMatrix)
          .unless(false, ROC_CURVE, Analysis::rocCurve)
          .make(
              v ->
                  new Analysis(
                      v.find(STABILITY),
                      v.find(CONFUSION_MATRIX).orElse(false),
                      v.find(ROC_CURVE).orElse(false)));

  private AnalysisKeys() {}
}
