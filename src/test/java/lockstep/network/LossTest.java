package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import lockstep.network.ClassificationLoss.BinaryLogits;
import lockstep.network.ClassificationLoss.Categorical;
import lockstep.network.ClassificationLoss.Hinge;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses by hand; their gradients are in {@link GradientTest}. */
class LossTest {
  private static final Kernels KERNELS = ScalarKernels.of(Arithmetic.FUSED);
  private static final ClassWeights TRIPLE = new ClassWeights.Given(List.of(1.0, 3.0));

  private static DenseMatrix columns(double[][] samples) {
    return DenseMatrix.transposeOf(MatrixUtils.createRealMatrix(samples));
  }

  private static double loss(Loss loss, double[][] outputs, double[][] targets) {
    DenseMatrix scratch = columns(targets);
    return loss.of(columns(outputs), columns(targets), scratch, KERNELS);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.125, 0.5", "-1, 0.5, -1", "1, 0.5, 1", "3, 2.5, 1", "-3, 2.5, -1"})
  void hubersLossIsAParabolaThatGoesOnAsALine(double error, double value, double slope) {
    Loss.Huber huber = new Loss.Huber(Reduction.MEAN, 1);
    assertThat(huber.value(2 + error, 2)).isEqualTo(value);
    assertThat(huber.derivative(2 + error, 2)).isEqualTo(slope);
  }

  @Test
  void theAbsoluteErrorHasNoSlopeWhereItIsZero() {
    Loss.MeanAbsoluteError loss = new Loss.MeanAbsoluteError(Reduction.MEAN);
    assertThat(loss.value(1, 3)).isEqualTo(2);
    assertThat(loss.derivative(1, 3)).isEqualTo(-1);
    assertThat(loss.derivative(3, 3)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0, 0", "0, 1, 1, -1", "-2, 1, 3, -1", "0.5, 0, 1.5, 1", "0.5, -1, 1.5, 1"})
  void theHingeTakesTargetsOfBothSpellings(
      double output, double target, double value, double slope) {
    Hinge hinge = new Hinge(Reduction.MEAN, false, ClassWeights.EQUAL);
    Hinge squared = new Hinge(Reduction.MEAN, true, TRIPLE);
    double weight = target > 0 ? 3 : 1;
    assertThat(hinge.value(output, target)).isEqualTo(value);
    assertThat(hinge.derivative(output, target)).isEqualTo(slope);
    assertThat(squared.value(output, target)).isEqualTo(weight * value * value);
    assertThat(squared.derivative(output, target)).isEqualTo(weight * 2 * value * slope);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-5, -0.5, 0, 2, 7})
  void logitsGiveTheLossOfTheirProbabilities(double logit) {
    double probability = new Activation.Sigmoid().value(logit);
    for (ClassWeights weights : List.of(ClassWeights.EQUAL, TRIPLE)) {
      Loss logits = new BinaryLogits(Reduction.MEAN, weights);
      Loss probabilities = new Loss.BinaryCrossEntropy(Reduction.MEAN, 1e-300, weights);
      for (double target : new double[] {0, 0.3, 1}) {
        assertThat(logits.value(logit, target))
            .isCloseTo(probabilities.value(probability, target), within(1e-13));
      }
    }
  }

  @Test
  void logitsNeitherOverflowNorSaturate() {
    Loss loss = new BinaryLogits(Reduction.MEAN, ClassWeights.EQUAL);
    assertThat(loss.value(-1000, 1)).isEqualTo(1000);
    assertThat(loss.value(1000, 0)).isEqualTo(1000);
    assertThat(loss.value(1000, 1)).isZero();
    assertThat(loss.value(-40, 0)).isEqualTo(StrictMath.exp(-40));
    assertThat(loss.derivative(-1000, 1)).isEqualTo(-1);
    assertThat(loss.derivative(1000, 0)).isEqualTo(1);
  }

  @Test
  void crossEntropyIsTheMeanOverSamplesWhateverTheMeanIsCalled() {
    double[][] outputs = {{0.5, 0.25, 0.25}, {0.125, 0.75, 0.125}};
    double[][] targets = {{1, 0, 0}, {0, 0, 1}};
    double sum = StrictMath.log(2) + StrictMath.log(8);
    for (Reduction mean : List.of(Reduction.MEAN, Reduction.MEAN_OVER_SAMPLES)) {
      assertThat(loss(new Categorical(mean, 1e-300, ClassWeights.EQUAL), outputs, targets))
          .isCloseTo(sum / 2, within(1e-15));
    }
    assertThat(loss(new Categorical(Reduction.SUM, 1e-300, ClassWeights.EQUAL), outputs, targets))
        .isCloseTo(sum, within(1e-15));
  }

  @Test
  void classWeightsMultiplyTheLossesOfTheirClass() {
    double[][] outputs = {{0.5, 0.5}, {0.25, 0.75}};
    double[][] targets = {{1, 0}, {1, 0}};
    ClassWeights weights = new ClassWeights.Given(List.of(5.0, 7.0));
    assertThat(loss(new Categorical(Reduction.SUM, 1e-300, weights), outputs, targets))
        .isCloseTo(5 * (StrictMath.log(2) + StrictMath.log(4)), within(1e-14));
    Loss binary = new Loss.BinaryCrossEntropy(Reduction.SUM, 1e-300, TRIPLE);
    assertThat(loss(binary, new double[][] {{0.5}, {0.5}}, new double[][] {{1}, {0}}))
        .isCloseTo(4 * StrictMath.log(2), within(1e-15));
  }

  @Test
  void balancedWeightsAreThoseOfScikitLearn() {
    RealMatrix targets = MatrixUtils.createRealMatrix(new double[][] {{0}, {0}, {0}, {1}});
    Loss balanced = new Loss.BinaryCrossEntropy(Reduction.SUM, 1e-300, new ClassWeights.Balanced());
    assertThat(balanced.fittedTo(targets))
        .isEqualTo(
            new Loss.BinaryCrossEntropy(
                Reduction.SUM, 1e-300, new ClassWeights.Given(List.of(4 / 6.0, 2.0))));
    assertThatIllegalStateException().isThrownBy(() -> balanced.value(0.5, 1));
  }

  @Test
  void balancedWeightsCountOnlyClassesThatOccur() {
    RealMatrix oneHot =
        MatrixUtils.createRealMatrix(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 0, 1}, {0, 0, 1}});
    Loss loss = new Categorical(Reduction.MEAN, 1e-9, new ClassWeights.Balanced());
    assertThat(((Categorical) loss.fittedTo(oneHot)).weights())
        .isEqualTo(new ClassWeights.Given(List.of(2.0, 1.0, 4 / 6.0)));
  }

  @Test
  void signsDecideForLogitsAndHingeAndOneHalfForProbabilities() {
    DenseMatrix outputs = columns(new double[][] {{0.3}, {-0.3}, {0.3}, {0.7}});
    DenseMatrix targets = columns(new double[][] {{1}, {0}, {0}, {1}});
    DenseMatrix signs = columns(new double[][] {{1}, {-1}, {-1}, {1}});
    Loss logits = new BinaryLogits(Reduction.MEAN, ClassWeights.EQUAL);
    Loss hinge = new Hinge(Reduction.MEAN, false, ClassWeights.EQUAL);
    Loss squares = new Loss.MeanSquaredError(Reduction.MEAN, false);
    assertThat(logits.classRule().agreements(outputs, targets, KERNELS)).isEqualTo(3);
    assertThat(hinge.classRule().agreements(outputs, targets, KERNELS)).isEqualTo(3);
    assertThat(hinge.classRule().agreements(outputs, signs, KERNELS)).isEqualTo(3);
    assertThat(squares.classRule().agreements(outputs, targets, KERNELS)).isEqualTo(3);
    assertThat(logits.classRule().classOf(outputs, 0)).isEqualTo(1);
    assertThat(squares.classRule().classOf(outputs, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {800, 1e300})
  void softmaxWithCrossEntropyHasAGradientHoweverWrongItIs(double z) {
    Network network =
        new Network(
            List.of(new Softmax()),
            BiasMode.ON,
            new Parameters(
                List.of(
                    new Parameters.Layer(
                        MatrixUtils.createRealMatrix(new double[][] {{z, -z}}),
                        MatrixUtils.createRealMatrix(new double[1][2])))));
    Loss loss = new Categorical(Reduction.MEAN, Categorical.DEFAULT_CLIP, ClassWeights.EQUAL);
    DenseMatrix targets = columns(new double[][] {{0, 1}});
    Backpropagation pass = new Backpropagation(network, Deviations.NONE, 1, KERNELS);
    pass.forward(columns(new double[][] {{1}}));
    pass.backward(OutputError.of(loss), targets, LayerUpdate.NONE);
    assertThat(pass.loss(loss, targets)).isCloseTo(708.4, within(0.01));
    assertThat(pass.gradient().layers().get(0).biases().getRow(0)).containsExactly(1, -1);
  }
}
