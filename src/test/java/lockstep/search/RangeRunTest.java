package lockstep.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.config.Request;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.training.RateRange;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeRunTest {
  private static final Path TWO_CIRCLES = Path.of("experiments/published/two_circles.yaml");

  @TempDir private Path folder;

  private RangeRun run(String search) throws IOException {
    String text =
        "extends: " + TWO_CIRCLES.toAbsolutePath() + "\nexpect: null\nsearch: " + search + "\n";
    Path file = Files.writeString(folder.resolve("range.yaml"), text);
    Request request = new Request(List.of(), List.of(TWO_CIRCLES.getParent()));
    Reading reading = ExperimentFile.read(file, request);
    assertThat(reading.problems()).isEmpty();
    Experiment experiment = reading.experiment().orElseThrow();
    return RangeRun.of(experiment, TrainingObserver.NONE);
  }

  @Test
  void theRateGrowsByTheSameFactorEveryEpoch() throws IOException {
    RangeRun run = run("{range_test: {low: 1e-4, high: 1e-2, epochs: 11}}");

    assertThat(run.rate(1)).isEqualTo(1e-4);
    assertThat(run.rate(6)).isCloseTo(1e-3, within(1e-12));
    assertThat(run.rate(11)).isEqualTo(1e-2);
  }

  @Test
  void theTwoCirclesAreLearnedBelowTheRateThatMakesTheirLossRise() throws IOException {
    RangeRun run = run("{range_test: {low: 1e-4, high: 1, epochs: 200}}");

    int steepest = run.steepest().orElseThrow();
    int lowest = run.lowest().orElseThrow();
    assertThat(steepest).isLessThanOrEqualTo(lowest);
    assertThat(run.stillFalling()).isFalse();
    assertThat(run.rate(lowest)).isBetween(5e-4, 0.5);
    for (int epoch = 1; epoch <= run.epochs(); epoch++) {
      assertThat(run.loss(epoch)).isGreaterThanOrEqualTo(run.loss(lowest));
    }
  }

  @Test
  void ratesTooLowToReachTheBottomLeaveTheLossFalling() throws IOException {
    RangeRun run = run("{range_test: {low: 1e-7, high: 1e-6, epochs: 10}}");

    assertThat(run.stillFalling()).isTrue();
    assertThat(run.lowest()).hasValue(10);
  }

  @Test
  void ratesThatAreTooHighFromTheBeginningSuggestNothing() throws IOException {
    RangeRun run = run("{range_test: {low: 100, high: 1000, epochs: 10}}");

    assertThat(run.lowest()).isEmpty();
    assertThat(run.steepest()).isEmpty();
  }

  @Test
  void aConstantRateIsOrdinaryTraining() {
    var spec = ExperimentFile.read(TWO_CIRCLES, List.of()).spec().orElseThrow();
    double rate = spec.training().learningRate();
    RateRange constant = new RateRange(rate, rate, spec.training().epochs());

    TrialResult usual = Trial.run(spec, TrainingObserver.NONE);
    TrialResult same = Trial.run(spec, constant, TrainingObserver.NONE);

    assertThat(same.history().series("loss")).isEqualTo(usual.history().series("loss"));
  }

  @Test
  void theFirstUpdateUsesTheFirstRate() throws IOException {
    RangeRun run = run("{range_test: {low: 0.005, high: 0.5, epochs: 10}}");
    var spec = ExperimentFile.read(TWO_CIRCLES, List.of()).spec().orElseThrow();

    assertThat(run.loss(1))
        .isEqualTo(Trial.run(spec, TrainingObserver.NONE).history().at("loss", 1));
  }
}
