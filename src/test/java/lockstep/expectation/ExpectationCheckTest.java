package lockstep.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.decimal.PrintedNumber;
import lockstep.experiment.Trial;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One neuron, w = 2, b = 1, one sample x = 3 with target 1, rate 0.01: all known by hand. */
class ExpectationCheckTest {
  private static final String NEURON =
      """
      data: {generator: rows, inputs: [[3]], targets: [[1]]}
      network:
        layers: [1, 1]
        activations: [identity]
        init: {weights: {given: [[[2]]]}, biases: {given: [[1]]}}
      training: {loss: mse, learning_rate: 0.01, epochs: 1}
      expect:
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{epoch: 0, loss: 36}; epoch 0: loss; 36",
        "{epoch: 0, layer: 1, weights: [[2]]}; epoch 0: layer 1 weights[1]; 2",
        "{epoch: 0, layer: 1, biases: [1.00]}; epoch 0: layer 1 biases[1]; 1.00",
        "{epoch: 0, layer: 1, weight_gradient: [[36]]}; epoch 0: layer 1 weight_gradient[1]; 36",
        "{epoch: 0, layer: 1, bias_gradient: [12]}; epoch 0: layer 1 bias_gradient[1]; 12",
        "{epoch: 0, layer: 1, input_gradient: [[24]]}; epoch 0: layer 1 input_gradient[1]; 24",
        "{epoch: 0, layer: 1, input: [5], pre_activations: [11]}; epoch 0: layer 1 pre_activations[1]; 11",
        "{epoch: final, layer: 1, weights: [[1.64]]}; end: layer 1 weights[1]; 1.64",
        "{epoch: 1, layer: 1, input: [5], activations: [9.1]}; epoch 1: layer 1 activations[1]; 9.1",
        "{epoch: final, inputs: [[0]], classes: [1]}; end: class of [0.0]; 1",
        "{verdict: completed}; verdict; completed"
      })
  void whatIsTrueHolds(String entry, String place, String found) throws IOException {
    List<Check> checks = check(entry);
    assertThat(checks).hasSize(1);
    assertThat(checks.get(0).holds()).isTrue();
    assertThat(checks.get(0).place()).isEqualTo(place);
    assertThat(checks.get(0).found()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{epoch: 0, loss: 37}; 36.0",
        "{epoch: 0, loss: 36.6}; 36.0",
        "{epoch: 0, loss: 36.2, tolerance: 0.1}; 36.0",
        "{epoch: 0, layer: 1, weights: [[2.01]]}; 2.0",
        "{epoch: 0, layer: 1, bias_gradient: [-12]}; 12.0",
        "{epoch: final, layer: 1, weights: [[1.63]]}; 1.64",
        "{epoch: final, inputs: [[0]], classes: [0]}; 1",
        "{verdict: diverged}; completed"
      })
  void whatIsFalseIsShownWithWhatWasFound(String entry, String exact) throws IOException {
    List<Check> checks = check(entry);
    assertThat(checks).extracting(Check::holds).containsOnly(false);
    assertThat(checks.get(0).exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{epoch: 0, loss: 36.4, tolerance: 0.5}; true",
        "{epoch: 0, loss: 36.0, tolerance: 0}; true",
        "{epoch: 0, loss: 4e1}; true",
        "{epoch: 0, loss: 3e1}; false",
        "{epoch: 0, loss: 36.000000000000}; true"
      })
  void theToleranceIsHalfAUnitOfTheLastDigitUnlessStated(String entry, boolean holds)
      throws IOException {
    assertThat(check(entry)).extracting(Check::holds).containsExactly(holds);
  }

  @Test
  void inputsOfExpectationsAreScaledAsTheSamplesAre() throws IOException {
    // The inputs 1 and 3 become -1 and 1, so 5 becomes 3: 2 · 3 + 1 = 7.
    String file =
        NEURON.replace(
            "inputs: [[3]], targets: [[1]]",
            "inputs: [[1], [3]], targets: [[1], [2.5]], scaling: standard");
    List<Check> checks =
        checkFile(
            file
                + "  - {epoch: 0, layer: 1, input: [5], activations: [7]}\n"
                + "  - {epoch: 0, inputs: [[1.7], [1.8]], classes: [0, 1]}\n");
    assertThat(checks).hasSize(3).allMatch(Check::holds);
  }

  @Test
  void anEpochThatTheRunDidNotReachDoesNotHold() throws IOException {
    String file = NEURON.replace("epochs: 1}", "epochs: 9, tolerance: {loss: 100}}");
    List<Check> checks = checkFile(file + "  - {epoch: 9, loss: 36}\n");
    assertThat(checks.get(0).holds()).isFalse();
    assertThat(checks.get(0).found()).isEqualTo("the run ended at epoch 0");
  }

  @Test
  void layersAndClassesOfAnEpochThatWasNotReachedDoNotHold() throws IOException {
    String file = NEURON.replace("epochs: 1}", "epochs: 9, tolerance: {loss: 100}}");
    List<Check> checks =
        checkFile(
            file
                + "  - {epoch: 9, layer: 1, weights: [[2]]}\n"
                + "  - {epoch: 9, inputs: [[0]], classes: [1]}\n");
    assertThat(checks).hasSize(2).noneMatch(Check::holds);
    assertThat(checks).extracting(Check::found).containsOnly("the run ended at epoch 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cause: exploded, at: 1; true, true, true",
        "cause: non_finite, at: 2; true, false, false"
      })
  void theCauseAndEpochOfADivergenceAreChecked(String expected, String holds) throws IOException {
    // With the rate 9 the loss goes from 36 to far more than a thousand times as much at once.
    String file = NEURON.replace("rate: 0.01, epochs: 1", "rate: 9, epochs: 5");
    List<Check> checks = checkFile(file + "  - {verdict: diverged, " + expected + "}\n");
    assertThat(checks)
        .extracting(Check::place)
        .containsExactly("verdict", "verdict: cause", "verdict: at epoch");
    assertThat(checks).extracting(check -> "" + check.holds()).containsExactly(holds.split(", "));
  }

  @Test
  void aRunThatCompletedHasNoCauseAndNoEpoch() throws IOException {
    assertThat(check("{verdict: diverged, cause: exploded, at: 1}"))
        .extracting(Check::found)
        .containsExactly("completed", "none", "none");
  }

  @ParameterizedTest
  @CsvSource({
    "0.13, 0.125, 0.13",
    "0.12, 0.125, 0.12",
    "-0.13, -0.125, -0.13",
    "1e-3, 0.0012, 1e-3",
    "-2.50e1, -25.04, -2.50e1",
    "3e1, 34.9, 3e1",
    "1.0, 0.96, 1.0"
  })
  void aNumberThatHoldsIsShownAsItWasPrinted(String printed, double value, String found) {
    Check check = NumberCheck.of("", new PrintedNumber(printed), value, Optional.empty());
    assertThat(check.holds()).isTrue();
    assertThat(check.found()).isEqualTo(found);
  }

  private List<Check> check(String entry) throws IOException {
    return checkFile(NEURON + "  - " + entry + "\n");
  }

  private List<Check> checkFile(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("neuron.yaml"), text);
    Reading reading = ExperimentFile.read(file, List.of());
    assertThat(reading.problems()).isEmpty();
    return ExpectationCheck.of(Trial.run(reading.spec().orElseThrow(), TrainingObserver.NONE));
  }
}
