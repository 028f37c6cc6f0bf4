package lockstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.network.Parameters;
import lockstep.training.TrainingObserver;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The trainings of PyTorch, written as experiment files and run. */
class GoldenFilesTest {
  private static final double RELATIVE = 1e-10;
  private static final Map<String, String> LOSSES =
      Map.of(
          "bce", "bce",
          "mse", "mse",
          "mae", "mae",
          "huber", "huber",
          "cross-entropy", "{cross_entropy: {clip: 1e-300}}");
  private static final Map<String, String> OPTIMIZERS =
      Map.of(
          "sgd", "sgd",
          "sgd-momentum0.9", "{sgd: {momentum: 0.9}}",
          "adam", "adam");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aFileGivesPyTorchsLossesAndParameters(int number) throws IOException {
    Path json = Path.of("src/test/resources/golden/training/case-" + number + ".json");
    Map<String, Object> golden = new Yaml().load(Files.readString(json));
    Path file = folder.resolve("golden.yaml");
    Files.writeString(file, experiment(golden));
    Reading reading = ExperimentFile.read(file, List.of());
    assertThat(reading.problems()).isEmpty();

    TrialResult result = Trial.run(reading.spec().orElseThrow(), TrainingObserver.NONE);

    double[] losses = result.history().series("loss");
    List<?> expected = list(golden.get("loss"));
    assertThat(losses).hasSize(expected.size() + 1);
    for (int epoch = 0; epoch < expected.size(); epoch++) {
      assertClose(losses[epoch], (Double) expected.get(epoch));
    }
    List<?> layers = list(golden.get("final"));
    for (int layer = 0; layer < layers.size(); layer++) {
      Parameters.Layer found = result.finalParameters().layers().get(layer);
      Map<?, ?> wanted = (Map<?, ?>) layers.get(layer);
      assertClose(found.weights(), list(wanted.get("weights")));
      assertClose(found.biases(), List.of(wanted.get("biases")));
    }
  }

  private static String experiment(Map<String, Object> golden) {
    Map<?, ?> settings = (Map<?, ?>) golden.get("case");
    boolean softmax = settings.get("loss").equals("cross-entropy");
    List<Object> activations = new ArrayList<>(list(settings.get("activations")));
    if (softmax) {
      // PyTorch's loss has the softmax in it.
      activations.set(activations.size() - 1, "softmax");
    }
    List<Object> weights = new ArrayList<>();
    List<Object> biases = new ArrayList<>();
    for (Object layer : list(golden.get("initial"))) {
      weights.add(((Map<?, ?>) layer).get("weights"));
      biases.add(((Map<?, ?>) layer).get("biases"));
    }
    return "data:\n  generator: rows\n"
        + ("  inputs: " + golden.get("x") + "\n  targets: " + golden.get("y") + "\n")
        + ("network:\n  layers: " + settings.get("layers") + "\n")
        + ("  activations: " + activations + "\n")
        + ("  init: {weights: {given: " + weights + "}, biases: {given: " + biases + "}}\n")
        + ("training:\n  loss: " + LOSSES.get(settings.get("loss")) + "\n")
        + ("  optimizer: " + OPTIMIZERS.get(settings.get("opt")) + "\n")
        + ("  learning_rate: " + settings.get("lr") + "\n")
        + ("  epochs: " + settings.get("epochs") + "\n");
  }

  private static void assertClose(RealMatrix found, List<?> rows) {
    for (int row = 0; row < rows.size(); row++) {
      List<?> wanted = list(rows.get(row));
      for (int column = 0; column < wanted.size(); column++) {
        assertClose(found.getEntry(row, column), (Double) wanted.get(column));
      }
    }
  }

  private static void assertClose(double found, double wanted) {
    assertThat(Math.abs(found - wanted)).isLessThanOrEqualTo(RELATIVE * Math.abs(wanted));
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
