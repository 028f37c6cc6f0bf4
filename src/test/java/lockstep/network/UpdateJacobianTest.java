package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.BiasGradient;
import lockstep.network.Deviations.HiddenGradient;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hidden activation x loss x deviation against central differences of the direction. */
class UpdateJacobianTest {
  private static final double STEP = 1e-5;
  private static final double NUMERIC_STEP = 1e-4;
  private static final double RATE = 0.3;
  private static final int SAMPLES = 6;
  private static final Kernels KERNELS = ScalarKernels.of(Arithmetic.FUSED);

  private static final List<Deviations> DEVIATIONS =
      List.of(
          Deviations.NONE,
          deviations(2.5, BiasGradient.EXACT, HiddenGradient.OLD_WEIGHTS),
          deviations(1, BiasGradient.MEAN, HiddenGradient.OLD_WEIGHTS),
          deviations(1, BiasGradient.EXACT, HiddenGradient.UPDATED_WEIGHTS),
          deviations(2.5, BiasGradient.MEAN, HiddenGradient.UPDATED_WEIGHTS));

  private static Deviations deviations(double factor, BiasGradient bias, HiddenGradient hidden) {
    return new Deviations(factor, bias, BackwardPass.EACH_SAMPLE, hidden);
  }

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (Activation activation : GradientTest.ACTIVATIONS) {
      for (Loss loss : losses()) {
        DEVIATIONS.forEach(deviations -> all.add(Arguments.of(activation, loss, deviations)));
      }
    }
    return Combinations.of(all);
  }

  private static List<Loss> losses() {
    return List.of(
        new Loss.MeanSquaredError(Reduction.MEAN, false),
        new Loss.MeanSquaredError(Reduction.SUM, true),
        new Loss.MeanAbsoluteError(Reduction.MEAN),
        new Loss.Huber(Reduction.SUM, 0.45),
        new Loss.BinaryCrossEntropy(Reduction.MEAN_OVER_SAMPLES, 1e-9),
        new Loss.BinaryCrossEntropy(Reduction.SUM, 1e-9, GradientTest.WEIGHTS),
        new ClassificationLoss.BinaryLogits(Reduction.MEAN, GradientTest.WEIGHTS),
        new ClassificationLoss.Hinge(Reduction.MEAN, true, GradientTest.WEIGHTS),
        new ClassificationLoss.Categorical(Reduction.MEAN, 1e-300, ClassWeights.EQUAL),
        new ClassificationLoss.Categorical(Reduction.SUM, 1e-300, GradientTest.WEIGHTS),
        new Loss.Output(Reduction.SUM));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void agreesWithCentralDifferences(Activation hidden, Loss loss, Deviations deviations) {
    boolean softmax = loss.usualOutput() instanceof Softmax;
    Activation output = softmax ? new Softmax() : new Activation.Sigmoid();
    List<Activation> activations = List.of(hidden, hidden, output);
    Example example = new Example(List.of(3, 4, 3, 2), activations, BiasMode.ON);

    example.assertJacobian(new Descent(example.network, deviations, loss, RATE));
  }

  @Test
  void anOutputThatIsDifferentiatedApartFromItsLossAgreesToo() {
    List<Activation> activations = List.of(new Activation.Tanh(), new Activation.Tanh());
    Example example = new Example(List.of(2, 3, 2), activations, BiasMode.ON);
    Loss loss = new Loss.MeanSquaredError(Reduction.SUM, false);

    example.assertJacobian(new Descent(example.network, Deviations.NONE, loss, RATE));
  }

  @Test
  void biasesThatAreNotTrainedAreNoVariables() {
    List<Activation> activations = List.of(new Activation.Tanh(), new Activation.Identity());
    Example example = new Example(List.of(2, 3, 1), activations, BiasMode.FROZEN);
    Loss loss = new Loss.MeanSquaredError(Reduction.MEAN, false);
    Descent descent = new Descent(example.network, Deviations.NONE, loss, RATE);

    assertThat(example.jacobian(descent)).hasDimensions(9, 9);
    example.assertJacobian(descent);
  }

  @Test
  void theTrueGradientHasASymmetricJacobianAndADeviatingOneHasNot() {
    List<Activation> activations = List.of(new Activation.Sigmoid(), new Activation.Sigmoid());
    Example example = new Example(List.of(2, 3, 1), activations, BiasMode.ON);
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 1e-9);

    assertThat(asymmetry(example.jacobian(descent(example, Deviations.NONE, loss))))
        .isLessThan(1e-12);
    for (Deviations deviations : DEVIATIONS.subList(1, DEVIATIONS.size())) {
      double[][] jacobian = example.jacobian(descent(example, deviations, loss));
      assertThat(asymmetry(jacobian)).as("%s", deviations).isGreaterThan(1e-3);
    }
  }

  private static Descent descent(Example example, Deviations deviations, Loss loss) {
    return new Descent(example.network, deviations, loss, RATE);
  }

  private static double asymmetry(double[][] matrix) {
    double largest = 0;
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < row; column++) {
        largest = Math.max(largest, Math.abs(matrix[row][column] - matrix[column][row]));
      }
    }
    return largest;
  }

  @Test
  void aSampleAtTheKinkAddsNoJump() {
    Example example =
        new Example(
            List.of(2, 3, 1),
            List.of(new Activation.Relu(), new Activation.Sigmoid()),
            BiasMode.ON);
    example.network.layers().get(0).biases().values()[1] = 0;
    example.inputs.values()[0] = 0;
    example.inputs.values()[SAMPLES] = 0;
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 1e-9);

    for (double[] row : example.jacobian(descent(example, Deviations.NONE, loss))) {
      for (double entry : row) {
        assertThat(Math.abs(entry)).isLessThan(10);
      }
    }
  }

  @Test
  void theSecondDerivativesAreThoseOfTheFirst() {
    for (PointwiseActivation activation : GradientTest.ACTIVATIONS) {
      for (double z : new double[] {-2.3, -0.4, 0.7, 3.1}) {
        double above = activation.derivative(z + STEP, activation.value(z + STEP));
        double below = activation.derivative(z - STEP, activation.value(z - STEP));
        assertThat(activation.secondDerivative(z, activation.value(z)))
            .as("%s at %s", activation, z)
            .isCloseTo((above - below) / (2 * STEP), within(1e-9));
      }
    }
    for (Loss loss : losses()) {
      for (double a : new double[] {0.2, 0.6, 0.9}) {
        double slope = loss.derivative(a + STEP, 0.3) - loss.derivative(a - STEP, 0.3);
        assertThat(loss.secondDerivative(a, 0.3))
            .as("%s at %s", loss, a)
            .isCloseTo(slope / (2 * STEP), within(1e-6));
      }
    }
  }

  @Test
  void whereTheCrossEntropyIsClippedItsSlopeDoesNotChange() {
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 0.01);
    assertThat(loss.secondDerivative(0.001, 1)).isZero();
    assertThat(loss.secondDerivative(0.999, 0)).isZero();
  }

  @Test
  void oneSampleForAllIsRefused() {
    Example example = new Example(List.of(2, 1), List.of(new Activation.Sigmoid()), BiasMode.ON);
    Deviations last =
        new Deviations(1, BiasGradient.EXACT, BackwardPass.LAST_SAMPLE, HiddenGradient.OLD_WEIGHTS);
    Loss loss = new Loss.Output(Reduction.SUM);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Descent(example.network, last, loss, RATE))
        .withMessageContaining("LAST_SAMPLE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Descent(example.network, Deviations.NONE, loss, Double.NaN))
        .withMessageContaining("NaN");
  }

  /** A network with random parameters and data. */
  private static final class Example {
    private final Network network;
    private final DenseMatrix inputs;
    private final DenseMatrix targets;

    Example(List<Integer> shape, List<Activation> activations, BiasMode biases) {
      Random random = new Random(11);
      List<Parameters.Layer> layers = new ArrayList<>();
      for (int layer = 1; layer < shape.size(); layer++) {
        layers.add(
            new Parameters.Layer(
                normal(shape.get(layer - 1), shape.get(layer), random),
                normal(1, shape.get(layer), random)));
      }
      this.network = new Network(activations, biases, new Parameters(layers));
      this.inputs = normal(shape.get(0), SAMPLES, random);
      this.targets = new DenseMatrix(shape.get(shape.size() - 1), SAMPLES);
      for (int i = 0; i < targets.values().length; i++) {
        targets.values()[i] = random.nextInt(2);
      }
    }

    private static DenseMatrix normal(int rows, int columns, Random random) {
      DenseMatrix matrix = new DenseMatrix(rows, columns);
      for (int i = 0; i < matrix.values().length; i++) {
        matrix.values()[i] = 0.8 * random.nextGaussian();
      }
      return matrix;
    }

    /** Column by column, from the products with the unit vectors. */
    double[][] jacobian(Descent descent) {
      UpdateJacobian jacobian = new UpdateJacobian(descent, inputs, targets, KERNELS);
      jacobian.linearize();
      double[][] entries = new double[jacobian.size()][jacobian.size()];
      for (int column = 0; column < entries.length; column++) {
        double[] unit = new double[entries.length];
        double[] product = new double[entries.length];
        unit[column] = 1;
        jacobian.multiply(unit, product);
        for (int row = 0; row < entries.length; row++) {
          entries[row][column] = product[row];
        }
      }
      return entries;
    }

    void assertJacobian(Descent descent) {
      double[][] exact = jacobian(descent);
      List<double[]> variables = variables();
      int column = 0;
      for (double[] values : variables) {
        for (int i = 0; i < values.length; i++) {
          double[] near = difference(descent, values, i, NUMERIC_STEP);
          double[] far = difference(descent, values, i, 2 * NUMERIC_STEP);
          for (int row = 0; row < exact.length; row++) {
            double numeric = (4 * near[row] - far[row]) / 3;
            double tolerance = 1e-7 * Math.max(1, Math.abs(numeric));
            if (!(Math.abs(exact[row][column] - numeric) <= tolerance)) {
              assertThat(exact[row][column])
                  .as("row %d, column %d", row, column)
                  .isCloseTo(numeric, within(tolerance));
            }
          }
          column++;
        }
      }
      assertThat(column).isEqualTo(exact.length);
    }

    /** The central difference; of two of them the error of the second order cancels. */
    private double[] difference(Descent descent, double[] values, int i, double step) {
      double kept = values[i];
      values[i] = kept + step;
      double[] above = direction(descent);
      values[i] = kept - step;
      double[] below = direction(descent);
      values[i] = kept;
      double[] difference = new double[above.length];
      for (int row = 0; row < difference.length; row++) {
        difference[row] = (above[row] - below[row]) / (2 * step);
      }
      return difference;
    }

    private List<double[]> variables() {
      List<double[]> variables = new ArrayList<>();
      for (Layer layer : network.layers()) {
        variables.add(layer.weights().values());
        if (layer.biasesTrained()) {
          variables.add(layer.biases().values());
        }
      }
      return variables;
    }

    /** What one real update of a copy subtracts, divided by the learning rate. */
    private double[] direction(Descent descent) {
      Network copy = copy();
      Backpropagation pass = new Backpropagation(copy, descent.deviations(), SAMPLES, KERNELS);
      pass.forward(inputs);
      pass.backward(
          OutputError.of(descent.loss()),
          targets,
          (layer, weightGradient, biasGradient) ->
              layer.weights().addMultiple(-descent.learningRate(), weightGradient, KERNELS));
      return flat(pass.gradient());
    }

    private Network copy() {
      List<Activation> activations = network.layers().stream().map(Layer::activation).toList();
      return new Network(activations, BiasMode.ON, network.parameters());
    }

    private double[] flat(Parameters gradient) {
      List<Double> all = new ArrayList<>();
      for (int index = 0; index < network.layers().size(); index++) {
        add(all, gradient.layers().get(index).weights());
        if (network.layers().get(index).biasesTrained()) {
          add(all, gradient.layers().get(index).biases());
        }
      }
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Double> all, RealMatrix matrix) {
      for (double value : ((DenseMatrix) matrix).values()) {
        all.add(value);
      }
    }
  }
}
