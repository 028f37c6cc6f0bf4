package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.config.ExperimentSpec;
import lockstep.experiment.TrialResult;
import lockstep.network.Deviations;
import org.junit.jupiter.api.Test;

class DeviationSectionTest {

  private static String section(ReportInput example, Deviations deviations) {
    ExperimentSpec spec = example.spec();
    ExperimentSpec changed =
        new ExperimentSpec(
            spec.name(),
            spec.title(),
            spec.description(),
            spec.source(),
            spec.rng(),
            spec.streams(),
            spec.data(),
            spec.network(),
            spec.training(),
            deviations,
            spec.metrics(),
            spec.recording(),
            spec.expectations());
    TrialResult old = example.result();
    TrialResult result = new TrialResult(changed, old.data(), old.outcome());
    return DeviationSection.text(
        new ReportInput(result, List.of(), example.configuration(), example.network()));
  }

  @Test
  void theTextbookNeedsNoWords() {
    assertThat(section(Examples.circles(), Deviations.NONE)).isEmpty();
  }

  @Test
  void everyDeviationIsExplained() {
    Deviations all =
        new Deviations(
            2,
            Deviations.BiasGradient.MEAN,
            Deviations.BackwardPass.LAST_SAMPLE,
            Deviations.HiddenGradient.UPDATED_WEIGHTS);
    assertThat(section(Examples.circles(), all))
        .contains("`sigmoid_derivative_factor: 2`", "`bias_gradient: mean`")
        .contains("`backward_pass: last_sample`", "`hidden_gradient: updated_weights`");
  }

  @Test
  void aSigmoidAtTheEndOnlyScalesTheLearningRate() {
    Deviations factor =
        new Deviations(
            0.5,
            Deviations.BiasGradient.EXACT,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS);
    assertThat(section(Examples.circles(), factor))
        .contains("a learning rate of 0.0025 in place of 0.005")
        .doesNotContain("bias_gradient");
  }
}
