package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** A linear network with half the mean squared error: the Hessian is XᵀX / n, wherever it is. */
class StabilityTest {
  private static final double[][] INPUTS = {{1, 2}, {-1, 0.5}, {0.3, -2}, {2, 1}, {-0.7, 0.4}};
  private static final double[][] TARGETS = {{1}, {0}, {2}, {-1}, {0.5}};

  /** λ of the example, from a decomposition of XᵀX / n. */
  private static double curvature() {
    RealMatrix inputs = MatrixUtils.createRealMatrix(INPUTS);
    RealMatrix hessian = inputs.transpose().multiply(inputs).scalarMultiply(1.0 / INPUTS.length);
    return StatUtils.max(new EigenDecomposition(hessian).getRealEigenvalues());
  }

  @Test
  void theCurvatureOfALinearNetworkIsThatOfItsInputs() {
    History history = run(training(0.1, 4), 1).history();

    for (int epoch = 0; epoch <= 4; epoch++) {
      assertThat(history.at("curvature", epoch)).isCloseTo(curvature(), within(1e-9));
      assertThat(history.at("stable_learning_rate", epoch))
          .isEqualTo(2 / history.at("curvature", epoch));
    }
  }

  @Test
  void aRateJustBelowTheLimitSettlesAndOneJustAboveGrows() {
    double limit = run(training(0.1, 0), 1).history().at("stable_learning_rate", 0);

    double[] below = run(training(0.98 * limit, 400), 400).history().series("loss");
    double[] above = run(training(1.01 * limit, 400), 400).history().series("loss");
    assertThat(below[400]).isLessThan(below[0]).isCloseTo(below[399], within(1e-6));
    assertThat(above[400]).isGreaterThan(above[0]).isGreaterThan(above[399]);
  }

  @Test
  void itIsMeasuredAtTheStartEveryFewEpochsAndAtTheEnd() {
    double[] curvatures = run(training(0.1, 8), 3).history().series("curvature");

    for (int epoch = 0; epoch <= 8; epoch++) {
      boolean measured = epoch % 3 == 0 || epoch == 8;
      assertThat(Double.isNaN(curvatures[epoch])).as("epoch %d", epoch).isEqualTo(!measured);
    }
  }

  @Test
  void theLastStateOfARunThatEndsEarlyIsMeasuredToo() {
    History history = run(training(100, 50), 40).history();

    assertThat(history.lastEpoch()).isBetween(1, 39);
    assertThat(history.at("curvature", history.lastEpoch())).isCloseTo(curvature(), within(1e-6));
  }

  @Test
  void measuringChangesNothingElse() {
    TrainingOutcome with = run(training(0.1, 20), 1);
    TrainingOutcome without = run(training(0.1, 20), Analysis.NONE);

    assertThat(with.history().series("loss")).isEqualTo(without.history().series("loss"));
    assertThat(with.finalParameters()).isEqualTo(without.finalParameters());
    assertThat(without.history().columns()).containsExactly("loss");
    assertThat(with.history().columns())
        .containsExactly("loss", "curvature", "stable_learning_rate");
  }

  @Test
  void withoutCurvatureEveryRateIsStable() {
    assertThat(StabilitySpec.stableLearningRate(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StabilitySpec.stableLearningRate(-3)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(StabilitySpec.stableLearningRate(4)).isEqualTo(0.5);
    assertThat(StabilitySpec.stableLearningRate(Double.NaN)).isNaN();
  }

  @Test
  void otherUpdatesThanThoseOfTheWholeBatchAreRefused() {
    TrainingSpec perSample = training(0.1, 1, Batching.PER_SAMPLE, UpdateRule.GRADIENT_DESCENT);
    TrainingSpec perceptron = training(0.1, 1, Batching.PER_SAMPLE, UpdateRule.PERCEPTRON);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(perSample, 1))
        .withMessageContaining("MiniBatches");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(perceptron, 1))
        .withMessageContaining("PERCEPTRON");
    assertThatIllegalArgumentException().isThrownBy(() -> new StabilitySpec(0));
  }

  private static TrainingSpec training(double rate, int epochs) {
    return training(rate, epochs, Batching.FULL, UpdateRule.GRADIENT_DESCENT);
  }

  private static TrainingSpec training(double rate, int epochs, Batching batch, UpdateRule rule) {
    return TrainingSpec.of(new Loss.MeanSquaredError(Reduction.MEAN, true), rate, epochs)
        .with(batch)
        .with(new Updates(rule))
        .with(
            new Stopping(
                List.of(StopCondition.NON_FINITE, StopCondition.EXPLODED),
                1e9,
                new Tolerance(OptionalDouble.empty(), OptionalDouble.empty())));
  }

  private static TrainingOutcome run(TrainingSpec spec, int every) {
    return run(spec, new Analysis(Optional.of(new StabilitySpec(every))));
  }

  private static TrainingOutcome run(TrainingSpec spec, Analysis analysis) {
    Parameters.Layer layer =
        new Parameters.Layer(
            MatrixUtils.createRealMatrix(new double[][] {{0.4}, {-0.2}}),
            MatrixUtils.createRealMatrix(new double[][] {{0}}));
    Network network =
        new Network(
            List.of(new Activation.Identity()), BiasMode.OFF, new Parameters(List.of(layer)));
    DataSet data =
        DataSet.whole(
            new Samples(
                MatrixUtils.createRealMatrix(INPUTS), MatrixUtils.createRealMatrix(TARGETS)));
    TrainingTask task =
        new TrainingTask(
            spec,
            Deviations.NONE,
            Optional.empty(),
            List.of(),
            Set.of(),
            analysis,
            Optional.empty());
    return new TrainingRun(task, network, data, TrainingObserver.NONE).train();
  }
}
