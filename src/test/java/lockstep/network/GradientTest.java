package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ScalarKernels;
import lockstep.network.SmoothRectifier.Gelu.Approximation;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation x loss x reduction x depth against central differences of the loss. */
class GradientTest {
  private static final double STEP = 1e-4;
  private static final int SAMPLES = 5;

  static final List<PointwiseActivation> ACTIVATIONS =
      List.of(
          new Activation.Relu(),
          new Activation.LeakyRelu(0.1),
          new Activation.Sigmoid(),
          new Activation.Tanh(),
          new Activation.Identity(),
          new SmoothRectifier.Elu(0.7),
          new SmoothRectifier.Selu(),
          new SmoothRectifier.Gelu(Approximation.NONE),
          new SmoothRectifier.Gelu(Approximation.TANH),
          new SmoothRectifier.Silu(),
          new SmoothRectifier.Mish(),
          new SmoothRectifier.Softplus(1.5, 20),
          new BoundedActivation.Softsign(),
          new BoundedActivation.HardSigmoid(),
          new BoundedActivation.HardTanh(),
          new BoundedActivation.Sin());

  static final ClassWeights WEIGHTS = new ClassWeights.Given(List.of(0.5, 3.0));

  static final List<List<Integer>> SHAPES =
      List.of(List.of(3, 2), List.of(3, 4, 2), List.of(3, 4, 3, 2));

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (Activation activation : ACTIVATIONS) {
      for (Reduction reduction : Reduction.values()) {
        for (Loss loss : losses(reduction)) {
          SHAPES.forEach(shape -> all.add(Arguments.of(activation, loss, shape)));
        }
      }
    }
    return Combinations.of(all);
  }

  private static List<Loss> losses(Reduction reduction) {
    return List.of(
        new Loss.MeanSquaredError(reduction, false),
        new Loss.MeanSquaredError(reduction, true),
        new Loss.MeanAbsoluteError(reduction),
        new Loss.Huber(reduction, 0.4),
        new Loss.BinaryCrossEntropy(reduction, Loss.BinaryCrossEntropy.DEFAULT_CLIP),
        new Loss.BinaryCrossEntropy(reduction, 1e-9, WEIGHTS),
        new ClassificationLoss.BinaryLogits(reduction, ClassWeights.EQUAL),
        new ClassificationLoss.BinaryLogits(reduction, WEIGHTS),
        new ClassificationLoss.Hinge(reduction, false, ClassWeights.EQUAL),
        new ClassificationLoss.Hinge(reduction, true, WEIGHTS),
        new ClassificationLoss.Categorical(reduction, 1e-300, ClassWeights.EQUAL),
        new ClassificationLoss.Categorical(reduction, 1e-300, WEIGHTS),
        new Loss.Output(reduction));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void agreesWithCentralDifferences(Activation activation, Loss loss, List<Integer> shape) {
    List<Activation> activations = new ArrayList<>(List.of(activation));
    while (activations.size() < shape.size() - 1) {
      activations.add(activation);
    }
    if (!(loss.usualOutput() instanceof Activation.Identity)) {
      activations.set(activations.size() - 1, loss.usualOutput());
    }
    Fixture fixture = new Fixture(activations, shape, loss);
    fixture.backward(Deviations.NONE);
    for (Layer layer : fixture.network.layers()) {
      int index = fixture.network.layers().indexOf(layer);
      Parameters.Layer gradient = fixture.pass.gradient().layers().get(index);
      fixture.assertGradient(layer.weights(), gradient.weights());
      fixture.assertGradient(layer.biases(), gradient.biases());
    }
    fixture.assertGradient(fixture.inputs, fixture.pass.inputErrors(0));
  }

  @Test
  void everyActivationThatHasAGradientIsAmongThem() {
    List<Class<?>> tested = new ArrayList<>(List.of(Activation.Step.class, Softmax.class));
    ACTIVATIONS.stream().map(Object::getClass).distinct().forEach(tested::add);
    assertThat(tested).containsExactlyInAnyOrderElementsOf(records(Activation.class));
  }

  /** The records below a sealed interface, over however many others. */
  private static List<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? List.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(each -> records(each).stream()).toList();
  }

  @Test
  void everyLossIsAmongThem() {
    assertThat(losses(Reduction.SUM).stream().<Class<?>>map(Object::getClass).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(records(Loss.class));
  }

  @Test
  void theCombinedGradientOfSigmoidAndCrossEntropyIsTheProductOfItsParts() {
    Fixture fixture =
        new Fixture(
            List.of(new Activation.Sigmoid()),
            List.of(3, 2),
            new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52));
    fixture.backward(Deviations.NONE);
    RealMatrix combined = fixture.pass.gradient().layers().get(0).weights();
    DenseMatrix a = fixture.pass.activations(0);
    DenseMatrix byParts = new DenseMatrix(2, SAMPLES);
    for (int i = 0; i < 2 * SAMPLES; i++) {
      double output = a.values()[i];
      byParts.values()[i] =
          fixture.loss.derivative(output, fixture.targets.values()[i]) * output * (1 - output);
    }
    DenseMatrix expected = new DenseMatrix(3, 2);
    expected.setToOuterProduct(fixture.inputs, byParts, ScalarKernels.of(Arithmetic.FUSED));
    assertThat(combined.subtract(expected).getNorm()).isLessThan(1e-13);
  }

  @Test
  void theCombinedGradientOfSoftmaxAndCrossEntropyIsTheProductOfItsParts() {
    for (ClassWeights weights : List.of(ClassWeights.EQUAL, WEIGHTS)) {
      Loss loss = new ClassificationLoss.Categorical(Reduction.MEAN, 1e-300, weights);
      Fixture fixture = new Fixture(List.of(new Softmax()), List.of(3, 2), loss);
      Layer layer = fixture.network.layers().get(0);
      ScalarKernels kernels = ScalarKernels.of(Arithmetic.FUSED);
      LayerPass pass = LayerPass.ofBatch(layer, Deviations.NONE, kernels, SAMPLES);
      pass.forward(fixture.inputs);
      OutputError.of(loss).write(pass, fixture.targets);
      double[] combined = pass.deltas().values().clone();
      OutputError.writeDerivatives(loss, pass, fixture.targets);
      pass.differentiateActivation();
      for (int i = 0; i < combined.length; i++) {
        assertThat(combined[i]).isCloseTo(pass.deltas().values()[i], within(1e-15));
      }
    }
  }

  @Test
  void theSigmoidFactorDeviationMultipliesEverySigmoidDerivative() {
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52);
    List<Activation> sigmoids = List.of(new Activation.Sigmoid(), new Activation.Sigmoid());
    Fixture fixture = new Fixture(sigmoids, List.of(3, 4, 2), loss);
    fixture.backward(Deviations.NONE);
    Parameters exact = fixture.pass.gradient();
    fixture.backward(
        new Deviations(
            2,
            Deviations.BiasGradient.EXACT,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS));
    Parameters doubled = fixture.pass.gradient();
    assertThat(
            doubled
                .layers()
                .get(1)
                .weights()
                .subtract(exact.layers().get(1).weights().scalarMultiply(2))
                .getNorm())
        .isLessThan(1e-13);
    assertThat(
            doubled
                .layers()
                .get(0)
                .weights()
                .subtract(exact.layers().get(0).weights().scalarMultiply(4))
                .getNorm())
        .isLessThan(1e-13);
  }

  @Test
  void theMeanBiasDeviationDividesTheBiasGradientByTheSamples() {
    Loss loss = new Loss.MeanSquaredError(Reduction.SUM, false);
    Fixture fixture = new Fixture(List.of(new Activation.Tanh()), List.of(3, 2), loss);
    fixture.backward(Deviations.NONE);
    RealMatrix exact = fixture.pass.gradient().layers().get(0).biases();
    fixture.backward(
        new Deviations(
            1,
            Deviations.BiasGradient.MEAN,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS));
    RealMatrix mean = fixture.pass.gradient().layers().get(0).biases();
    assertThat(mean.scalarMultiply(SAMPLES).subtract(exact).getNorm()).isLessThan(1e-14);
  }

  /** A small random network with samples that keep every unit away from kinks. */
  private static final class Fixture {
    final Loss loss;
    final Network network;
    final DenseMatrix inputs;
    final DenseMatrix targets;
    Backpropagation pass;

    Fixture(List<Activation> activations, List<Integer> shape, Loss loss) {
      Random random = new Random(shape.size());
      List<Parameters.Layer> layers = new ArrayList<>();
      for (int layer = 1; layer < shape.size(); layer++) {
        layers.add(
            new Parameters.Layer(
                random(shape.get(layer - 1), shape.get(layer), random),
                random(1, shape.get(layer), random)));
      }
      this.loss = loss;
      this.network = new Network(activations, BiasMode.ON, new Parameters(layers));
      this.inputs = random(shape.get(0), SAMPLES, random);
      this.targets = new DenseMatrix(shape.get(shape.size() - 1), SAMPLES);
      for (int i = 0; i < targets.values().length; i++) {
        targets.values()[i] = random.nextDouble();
      }
      this.pass =
          new Backpropagation(
              network, Deviations.NONE, SAMPLES, ScalarKernels.of(Arithmetic.FUSED));
    }

    void backward(Deviations deviations) {
      pass = new Backpropagation(network, deviations, SAMPLES, ScalarKernels.of(Arithmetic.FUSED));
      pass.forward(inputs);
      pass.backward(OutputError.of(loss), targets, LayerUpdate.NONE);
    }

    void assertGradient(DenseMatrix variables, RealMatrix gradient) {
      Backpropagation probe =
          new Backpropagation(
              network, Deviations.NONE, SAMPLES, ScalarKernels.of(Arithmetic.FUSED));
      for (int i = 0; i < variables.values().length; i++) {
        double kept = variables.values()[i];
        double near = difference(probe, variables.values(), i, STEP);
        double far = difference(probe, variables.values(), i, 2 * STEP);
        int columns = variables.getColumnDimension();
        double analytic = gradient.getEntry(i / columns, i % columns);
        double numeric = (4 * near - far) / 3;
        assertThat(Math.abs(analytic - numeric))
            .as("variable %d: %s against %s", i, analytic, numeric)
            .isLessThan(1e-8 * Math.max(1, Math.abs(numeric)));
      }
    }

    /** The central difference; of two of them the error of the second order cancels. */
    private double difference(Backpropagation probe, double[] variables, int i, double step) {
      double kept = variables[i];
      variables[i] = kept + step;
      double above = lossNow(probe);
      variables[i] = kept - step;
      double below = lossNow(probe);
      variables[i] = kept;
      return (above - below) / (2 * step);
    }

    private double lossNow(Backpropagation probe) {
      probe.forward(inputs);
      return probe.loss(loss, targets);
    }

    private static DenseMatrix random(int rows, int columns, Random random) {
      DenseMatrix matrix = new DenseMatrix(rows, columns);
      for (int i = 0; i < rows * columns; i++) {
        matrix.values()[i] = 0.5 * random.nextGaussian();
      }
      return matrix;
    }
  }
}
