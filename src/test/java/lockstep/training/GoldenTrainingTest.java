package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ScalarKernels;
import lockstep.network.Activation;
import lockstep.network.Backpropagation;
import lockstep.network.BiasMode;
import lockstep.network.ClassWeights;
import lockstep.network.ClassificationLoss;
import lockstep.network.Deviations;
import lockstep.network.LayerUpdate;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.OutputError;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.network.SmoothRectifier;
import lockstep.network.Softmax;
import lockstep.training.optimizer.Adam;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.Sgd;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Whole training runs against PyTorch: first gradient, every loss, final parameters. */
class GoldenTrainingTest {
  private static final double PERCENT = 1e-10 * 100;
  private static final Map<String, Activation> ACTIVATIONS =
      Map.of(
          "relu", new Activation.Relu(),
          "sigmoid", new Activation.Sigmoid(),
          "tanh", new Activation.Tanh(),
          "identity", new Activation.Identity(),
          "elu", new SmoothRectifier.Elu(1),
          "gelu", new SmoothRectifier.Gelu(SmoothRectifier.Gelu.Approximation.NONE));
  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "sgd", Sgd.PLAIN,
          "sgd-momentum0.9", new Sgd(0.9, 0, false, 0),
          "adam", Adam.DEFAULT);
  private static final Map<String, Loss> LOSSES =
      Map.of(
          "bce", new Loss.BinaryCrossEntropy(Reduction.MEAN, 0x1p-52),
          "mse", new Loss.MeanSquaredError(Reduction.MEAN, false),
          "mae", new Loss.MeanAbsoluteError(Reduction.MEAN),
          "huber", new Loss.Huber(Reduction.MEAN, 1),
          "cross-entropy",
              new ClassificationLoss.Categorical(Reduction.MEAN, 1e-300, ClassWeights.EQUAL));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theFirstGradientIsThatOfPyTorch(int number) throws IOException {
    Case golden = Case.read(number);
    assertClose(golden.firstGradient(), golden.parameters("first_gradient"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void agreesWithPyTorch(int number) throws IOException {
    Case golden = Case.read(number);
    TrainingOutcome outcome =
        new TrainingRun(golden.task(), golden.network(), golden.data(), TrainingObserver.NONE)
            .train();

    double[] losses = outcome.history().series("loss");
    assertThat(losses).hasSize(golden.losses().size() + 1);
    for (int epoch = 0; epoch < golden.losses().size(); epoch++) {
      assertThat(losses[epoch]).isCloseTo(golden.losses().get(epoch), withinPercentage(PERCENT));
    }
    assertClose(outcome.finalParameters(), golden.parameters("final"));
  }

  private static void assertClose(Parameters actual, Parameters expected) {
    for (int layer = 0; layer < expected.layers().size(); layer++) {
      assertClose(actual.layers().get(layer).weights(), expected.layers().get(layer).weights());
      assertClose(actual.layers().get(layer).biases(), expected.layers().get(layer).biases());
    }
  }

  private static void assertClose(RealMatrix actual, RealMatrix expected) {
    for (int row = 0; row < expected.getRowDimension(); row++) {
      for (int column = 0; column < expected.getColumnDimension(); column++) {
        double wanted = expected.getEntry(row, column);
        assertThat(Math.abs(actual.getEntry(row, column) - wanted))
            .isLessThanOrEqualTo(1e-10 * Math.abs(wanted));
      }
    }
  }

  /** One of the files, read as YAML, of which JSON is a part. */
  private record Case(Map<String, Object> content) {

    static Case read(int number) throws IOException {
      Path file = Path.of("src/test/resources/golden/training/case-" + number + ".json");
      return new Case(new Yaml().load(Files.readString(file)));
    }

    TrainingTask task() {
      return new TrainingTask(
          TrainingSpec.of(
                  LOSSES.get(settings().get("loss")),
                  (Double) settings().get("lr"),
                  (Integer) settings().get("epochs"))
              .with(Updates.by(OPTIMIZERS.get(settings().get("opt"))))
              .with(Stopping.on(StopCondition.NON_FINITE)),
          Deviations.NONE,
          List.of(),
          Set.of());
    }

    Network network() {
      List<Activation> activations =
          new ArrayList<>(
              list(settings().get("activations")).stream().map(ACTIVATIONS::get).toList());
      if (settings().get("loss").equals("cross-entropy")) {
        // PyTorch's loss has the softmax in it.
        activations.set(activations.size() - 1, new Softmax());
      }
      return new Network(activations, BiasMode.ON, parameters("initial"));
    }

    DataSet data() {
      Samples samples = new Samples(matrix(content.get("x")), matrix(content.get("y")));
      return DataSet.whole(samples);
    }

    Parameters firstGradient() {
      Backpropagation pass =
          new Backpropagation(
              network(),
              Deviations.NONE,
              data().train().count(),
              ScalarKernels.of(Arithmetic.FUSED));
      pass.forward(DenseMatrix.transposeOf(data().train().inputs()));
      pass.backward(
          OutputError.of(LOSSES.get(settings().get("loss"))),
          DenseMatrix.transposeOf(data().train().targets()),
          LayerUpdate.NONE);
      return pass.gradient();
    }

    List<Double> losses() {
      return list(content.get("loss")).stream().map(Double.class::cast).toList();
    }

    Parameters parameters(String key) {
      return new Parameters(
          list(content.get(key)).stream()
              .map(Map.class::cast)
              .map(
                  layer ->
                      new Parameters.Layer(
                          matrix(layer.get("weights")), matrix(List.of(layer.get("biases")))))
              .toList());
    }

    private Map<?, ?> settings() {
      return (Map<?, ?>) content.get("case");
    }

    private static RealMatrix matrix(Object rows) {
      return MatrixUtils.createRealMatrix(
          list(rows).stream()
              .map(row -> list(row).stream().mapToDouble(cell -> (Double) cell).toArray())
              .toArray(double[][]::new));
    }

    private static List<?> list(Object value) {
      return (List<?>) value;
    }
  }
}
