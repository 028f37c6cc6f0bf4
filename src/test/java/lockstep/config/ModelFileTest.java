package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.data.FittedScaling;
import lockstep.data.Scaling;
import lockstep.data.Scalings;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Activation;
import lockstep.network.Parameters;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path folder;

  private static RealMatrix matrix(double[]... rows) {
    return DenseMatrix.copyOf(MatrixUtils.createRealMatrix(rows));
  }

  private static Model model() {
    Parameters parameters =
        new Parameters(
            List.of(
                new Parameters.Layer(
                    matrix(
                        new double[] {0.1, -0.0, Double.MIN_VALUE},
                        new double[] {Double.MAX_VALUE, 1.0 / 3, -1e-300}),
                    matrix(new double[] {1, 2, 3})),
                new Parameters.Layer(
                    matrix(new double[] {Math.PI}, new double[] {2}, new double[] {-7e22}),
                    matrix(new double[] {0.30000000000000004}))));
    return new Model(
        new Model.Origin("an \"odd\" name: 1", "00ff", "2", 17),
        Optional.of(List.of("x", "the second, quoted")),
        Optional.of(2),
        0.5,
        List.of(2, 3, 1),
        List.of(new Activation.LeakyRelu(0.1), new Activation.Sigmoid()),
        Arithmetic.SEPARATE,
        parameters,
        new Scalings(
            Optional.of(
                new FittedScaling(
                    Scaling.Standard.DEFAULT,
                    List.of(
                        new FittedScaling.Column(0.1, 1.0 / 3),
                        new FittedScaling.Column(-1e300, Double.MIN_VALUE)))),
            Optional.of(
                new FittedScaling(
                    new Scaling.MinMax(-1, 0.5), List.of(new FittedScaling.Column(2, 7))))));
  }

  @Test
  void everyBitOfAModelComesBack() {
    Path file = Specs.file(folder, "model.yaml", ModelFile.write(model()));

    ModelFile.Read<Model> read = ModelFile.read(file);

    assertThat(read.problems()).isEmpty();
    Model found = read.value().orElseThrow();
    assertThat(found).usingRecursiveComparison().ignoringFields("parameters").isEqualTo(model());
    for (int layer = 0; layer < 2; layer++) {
      Parameters.Layer expected = model().parameters().layers().get(layer);
      Parameters.Layer came = found.parameters().layers().get(layer);
      assertThat(came.weights().getData()).isDeepEqualTo(expected.weights().getData());
      assertThat(came.biases().getData()).isDeepEqualTo(expected.biases().getData());
    }
    assertThat(1 / found.parameters().layers().get(0).weights().getEntry(0, 1))
        .as("the sign of zero")
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ModelFile.write(found)).isEqualTo(ModelFile.write(model()));
  }

  @Test
  void largeModelsAreRead() {
    int units = 460;
    double[][] weights = new double[units][units];
    for (int row = 0; row < units; row++) {
      for (int column = 0; column < units; column++) {
        weights[row][column] = row - column;
      }
    }
    Parameters.Layer layer = new Parameters.Layer(matrix(weights), new DenseMatrix(1, units));
    Model large =
        new Model(
            model().origin(),
            Optional.empty(),
            Optional.empty(),
            List.of(units, units),
            List.of(new Activation.Identity()),
            Arithmetic.FUSED,
            new Parameters(List.of(layer)));
    Path file = Specs.file(folder, "large.yaml", ModelFile.write(large));

    Model found = ModelFile.read(file).value().orElseThrow();

    assertThat(found.parameters().layers().get(0).weights().getData()).isDeepEqualTo(weights);
  }

  @Test
  void aResolvedExperimentNamesTheCopyAndItsDigestIsThatOfTheNumbers() {
    Path model = Specs.file(folder, "my model.yaml", ModelFile.write(model()));
    String text =
        """
        data: {generator: xor}
        network: {layers: [2, 3, 1], init: {from: "my model.yaml"}}
        training: {loss: bce, learning_rate: 0.1, epochs: 1}
        """;
    Path file = Specs.file(folder, "a.yaml", text);
    ExperimentSpec spec = Specs.read(file);
    Model.Origin elsewhere = new Model.Origin("elsewhere", "11", "1", 3);
    Model same = withOrigin(elsewhere);

    assertThat(spec.network().init().stored().orElseThrow().copyName())
        .isEqualTo("init/my_model.yaml");
    assertThat(ExperimentFile.write(spec)).contains("init: {from: init/my_model.yaml, seed: ");
    Specs.file(folder, "my model.yaml", ModelFile.write(same));
    assertThat(ExperimentFile.digest(Specs.read(file))).isEqualTo(ExperimentFile.digest(spec));
    String changed = ModelFile.write(model()).replace("0.30000000000000004", "0.3");
    Specs.file(folder, "my model.yaml", changed);
    assertThat(ExperimentFile.digest(Specs.read(file))).isNotEqualTo(ExperimentFile.digest(spec));
    assertThat(model).exists();
  }

  @Test
  void aModelOfLogitsKeepsTheBorderOfItsClasses() {
    Model half = model();
    Model logits =
        new Model(
            half.origin(),
            half.inputs(),
            half.classes(),
            0,
            half.layers(),
            List.of(new Activation.LeakyRelu(0.1), new Activation.Identity()),
            half.arithmetic(),
            half.parameters(),
            half.scalings());
    Path file = Specs.file(folder, "logits.yaml", ModelFile.write(logits));

    Model found = ModelFile.read(file).value().orElseThrow();

    DenseMatrix output = DenseMatrix.copyOf(matrix(new double[] {0.3}));
    assertThat(found.classRule().classOf(output, 0)).isEqualTo(1);
    assertThat(half.classRule().classOf(output, 0)).isZero();
    assertThat(ModelFile.write(half)).doesNotContain("border");
  }

  private static Model withOrigin(Model.Origin origin) {
    Model model = model();
    return new Model(
        origin,
        model.inputs(),
        model.classes(),
        model.layers(),
        model.activations(),
        model.arithmetic(),
        model.parameters());
  }
}
