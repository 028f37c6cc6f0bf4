package lockstep.report;

import java.util.List;
import java.util.function.UnaryOperator;
import lockstep.config.ExperimentSpec;
import lockstep.expectation.Check;
import lockstep.experiment.TrialResult;
import lockstep.network.Predictor;
import lockstep.training.History;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * All that a report tells about.
 *
 * @param result the finished trial
 * @param checks what was expected, held against it; may be empty
 * @param configuration what was run
 * @param network the trained network, n x in inputs to n x out outputs; for the figures
 */
public record ReportInput(
    TrialResult result,
    List<Check> checks,
    Configuration configuration,
    UnaryOperator<RealMatrix> network) {
  /** Copies the list. */
  public ReportInput {
    checks = List.copyOf(checks);
  }

  /** Everything about a finished trial of a configuration. */
  public static ReportInput of(
      TrialResult result, List<Check> checks, Configuration configuration) {
    ExperimentSpec spec = result.spec();
    Predictor predictor =
        new Predictor(
            spec.network().activations(), result.finalParameters(), spec.training().arithmetic());
    return new ReportInput(result, checks, configuration, predictor::outputs);
  }

  ExperimentSpec spec() {
    return result.spec();
  }

  /** Whether there are other samples than those that were trained on. */
  boolean isDivided() {
    return result.data().parts().size() > 1;
  }

  History history() {
    return result.history();
  }
}
