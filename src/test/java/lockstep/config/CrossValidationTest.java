package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lockstep.data.Allocation;
import lockstep.data.Folds;
import lockstep.data.Part;
import lockstep.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folds as an axis that every configuration is crossed with. */
class CrossValidationTest {
  private static final String BASE =
      """
      experiment: base
      data:
        generator: circles
        samples: 40
        factor: 0.5
        noise: 0.1
        folds: {k: 4, stratified: true}
      network: {layers: [2, 4, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 5}
      """;

  @TempDir Path folder;

  private Experiment read(String name, String text, String... overrides) {
    try {
      Path file = Files.writeString(folder.resolve(name), text);
      Reading reading = ExperimentFile.read(file, List.of(overrides));
      assertThat(reading.problems()).isEmpty();
      return reading.experiment().orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Experiment experiment(String more, String... overrides) {
    return read("file.yaml", BASE + more.stripIndent(), overrides);
  }

  @Test
  void eachFoldIsATrial() {
    Experiment folds = experiment("");
    assertThat(folds.isSweep()).isTrue();
    assertThat(folds.trials()).isEqualTo(4);
    assertThat(folds.configurations()).isEqualTo(1);
    assertThat(folds.folds()).isEqualTo(4);
    assertThat(folds.testToTrainingRatio()).hasValue(1 / 3.0);
    for (int trial = 0; trial < 4; trial++) {
      ExperimentSpec spec = folds.spec(trial);
      assertThat(spec.data().fold()).contains(new Folds(4, Allocation.STRATIFIED).fold(trial + 1));
      assertThat(spec.data().count(Part.TEST)).isEqualTo(10);
      assertThat(spec.streams()).isEqualTo(folds.spec(0).streams());
    }
    assertThat(IntStream.range(0, 4).mapToObj(folds::digest)).doesNotHaveDuplicates();
  }

  @Test
  void foldsAreCrossedWithConfigurationsAndRepeats() {
    Experiment folds =
        experiment(
            """
            sweep:
              grid: {training.learning_rate: [0.1, 0.2]}
              repeats: 3
            """);
    assertThat(folds.trials()).isEqualTo(24);
    assertThat(folds.repeats()).isEqualTo(12);
    assertThat(folds.point(0)).isEqualTo(new TrialPoint(0, 1, OptionalInt.of(1), List.of("0.1")));
    assertThat(folds.point(6)).isEqualTo(new TrialPoint(0, 2, OptionalInt.of(3), List.of("0.1")));
    assertThat(folds.point(23)).isEqualTo(new TrialPoint(1, 3, OptionalInt.of(4), List.of("0.2")));
    assertThat(folds.spec(6).streams().get(Purpose.SPLIT))
        .isEqualTo(folds.spec(4).streams().get(Purpose.SPLIT))
        .isNotEqualTo(folds.spec(0).streams().get(Purpose.SPLIT));
    assertThat(folds.spec(18).data()).isEqualTo(folds.spec(6).data());
  }

  @Test
  void aSingleFoldIsTheSameTrialAsInTheCrossValidation() {
    Experiment all = experiment("");
    Experiment one = experiment("", "data.folds.fold=3");
    assertThat(one.isSweep()).isFalse();
    assertThat(one.trials()).isEqualTo(1);
    assertThat(one.folds()).isEqualTo(1);
    assertThat(one.testToTrainingRatio()).isEmpty();
    assertThat(one.digest(0)).isEqualTo(all.digest(2));
    assertThat(ExperimentFile.write(one.spec(0)))
        .contains("folds: {k: 4, stratified: true, fold: 3");
  }

  @Test
  void theResolvedFileGivesTheSameTrials() {
    Experiment folds = experiment("sweep: {grid: {training.learning_rate: [0.1, 0.2]}}\n");
    assertThat(folds.yaml())
        .contains("folds: {k: 4, stratified: true, seed:")
        .doesNotContain("fold:");
    Experiment again = read("again.yaml", folds.yaml());
    assertThat(again.yaml()).isEqualTo(folds.yaml());
    assertThat(again.digest()).isEqualTo(folds.digest());
    Experiment plain = experiment("");
    assertThat(read("plain.yaml", plain.yaml()).digest()).isEqualTo(plain.digest());
  }

  @Test
  void anExpectationCanBeAboutAFold() {
    Experiment folds =
        experiment(
            """
            sweep: {repeats: 2}
            expect:
              - {where: {fold: 2, repeat: 1}, verdict: completed}
              - {where: {fold: 3}, epoch: 0, test_loss: 0.7}
            """);
    List<Integer> counts =
        IntStream.range(0, 8).mapToObj(trial -> folds.spec(trial).expectations().size()).toList();
    assertThat(counts).containsExactly(0, 1, 1, 0, 0, 0, 1, 0);
  }

  @Test
  void otherFoldSettingsCanBeSwept() {
    Experiment folds = experiment("sweep: {grid: {data.folds.stratified: [true, false]}}\n");
    assertThat(folds.trials()).isEqualTo(8);
    assertThat(folds.spec(4).data().fold()).contains(new Folds(4, Allocation.SHUFFLED).fold(1));
  }

  @Test
  void whereNothingIsDrawnNoSeedIsWritten() {
    Experiment folds = experiment("", "data.folds.shuffle=false");
    assertThat(folds.yaml()).contains("folds: {k: 4, shuffle: false, stratified: true, skip: 0}");
    Experiment split =
        experiment("", "data.folds=null", "data.split={test_size: 3, shuffle: false}");
    assertThat(split.yaml()).contains("split: {test_size: 3, shuffle: false, skip: 0}");
  }

  @Test
  void whatTheFoldsLeaveIsDividedByTheirStream() {
    Experiment folds = experiment("", "data.split={validation_size: 0.25}");
    assertThat(folds.spec(0).data().parts())
        .containsExactly(Part.TRAIN, Part.VALIDATION, Part.TEST);
    assertThat(folds.yaml())
        .contains(
            "folds: {k: 4, stratified: true, seed:", "split: {validation_size: 0.25, skip: 0}");
    Experiment ordered =
        experiment("", "data.folds.shuffle=false", "data.split={validation_size: 9, seed: 5}");
    assertThat(read("ordered.yaml", ordered.yaml()).digest()).isEqualTo(ordered.digest());
    assertThat(ordered.yaml()).contains("split: {validation_size: 9, seed: 5, skip: 0}");
  }
}
