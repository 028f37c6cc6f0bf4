package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.experiment.Work;
import org.junit.jupiter.api.Test;

class LongWorkTest {

  @Test
  void theTutorialsNetworkIsNotLongWork() {
    assertThat(LongWork.is(List.of(twoCircles("training.epochs=150")))).isFalse();
  }

  @Test
  void theSameNetworkTrainedForThousandsOfEpochsIs() {
    assertThat(LongWork.is(List.of(twoCircles("training.epochs=10000")))).isTrue();
  }

  @Test
  void operationsAreThreePassesOverTheWeightsAndTwentyForEachUnit() {
    Experiment spec = twoCircles("training.epochs=9");

    double weights = 2 * 4 + 4 * 3 + 3;
    double units = 4 + 3 + 1;
    assertThat(Work.of(spec.spec(0))).isEqualTo(10 * 1000 * (3 * weights + 20 * units));
  }

  @Test
  void thereIsNoSecondJvmUnlessTheLauncherNamesOne() {
    assertThat(LongWorkJvm.in(Map.of())).isEmpty();
    assertThat(LongWorkJvm.in(Map.of(LongWorkJvm.COMMAND, "java\n-jar\nlockstep.jar"))).isPresent();
  }

  private static Experiment twoCircles(String override) {
    Path file = Path.of("experiments/published/two_circles.yaml");
    return ExperimentFile.read(file, List.of(override, "expect=[]")).experiment().orElseThrow();
  }
}
