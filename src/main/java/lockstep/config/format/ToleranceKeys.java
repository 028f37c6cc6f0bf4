package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.training.Tolerance;

/** The keys under {@code training.tolerance}. */
final class ToleranceKeys {
  private static final Key<Double> LOSS =
      Key.of(
              "loss",
              new Real(Range.atLeast(0)),
              "Training has converged when the loss is at most this.",
              "1e-3")
          .otherwise("no such test");

  private static final Key<Double> GRADIENT_NORM =
      Key.of(
              "gradient_norm",
              new Real(Range.atLeast(0)),
              "Training has converged when the largest Euclidean norm of the gradients of an"
                  + " epoch's updates is at most this: that of the one update of full, the largest"
                  + " of one sample's with per_sample.",
              "1e-6")
          .otherwise("no such test");

  static final Block<Tolerance> BLOCK =
      Block.of(Tolerance.class)
          .maybe(LOSS, tolerance -> StoppingKeys.boxed(tolerance.loss()))
          .maybe(GRADIENT_NORM, tolerance -> StoppingKeys.boxed(tolerance.gradientNorm()))
          .check(ToleranceKeys::check)
          .make(
              v ->
                  new Tolerance(
                      StoppingKeys.unboxed(v.find(LOSS)),
                      StoppingKeys.unboxed(v.find(GRADIENT_NORM))));

  private ToleranceKeys() {}

  private static void check(Values values, Scope scope) {
    if (values.given().isEmpty()) {
      scope.trace().report(scope.path(), "tolerates nothing", "loss or gradient_norm");
    }
  }
}
