package lockstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Reading;
import lockstep.training.History;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published network against curvatures that another program has measured. */
class StabilityEdgeTest {
  private static final Path TWO_CIRCLES = Path.of("experiments/published/two_circles.yaml");

  @ParameterizedTest
  @CsvSource({"133, 20.3, 382, 0.0052", "139, 20.3, 462, 0.0043", "60, 20.3, 24.8, 0.0808"})
  void theLimitFallsThroughTheLearningRate(
      int epoch, double untrained, double curvature, double limit) {
    History history = history("analysis.stability.every=" + epoch);

    assertThat(history.at("curvature", 0)).isCloseTo(untrained, within(0.05));
    assertThat(history.at("curvature", epoch)).isCloseTo(curvature, within(0.5));
    assertThat(history.at("stable_learning_rate", epoch)).isCloseTo(limit, within(0.00005));
  }

  private static History history(String override) {
    Reading reading = ExperimentFile.read(TWO_CIRCLES, List.of(override));
    assertThat(reading.problems()).isEmpty();
    ExperimentSpec spec = reading.spec().orElseThrow();
    return Trial.run(spec, TrainingObserver.NONE).history();
  }
}
