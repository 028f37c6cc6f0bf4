package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.matrix.Arithmetic;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** A published network of which all 17 digits are printed: PolarSPARC, 2-2-2 with sigmoids. */
class SeparateArithmeticTest {
  private static final double[][] INPUTS = {
    {1.2, 1.6}, {7.6, 6.8}, {3.4, 4.4}, {6.9, 8.8}, {3.0, 3.2},
    {5.6, 6.8}, {2.2, 1.8}, {5.8, 5.2}, {1.8, 2.2}, {6.5, 4.8}
  };

  @Test
  void everyPrintedDigitOfThePublishedNetworkComesBack() {
    List<Parameters.Layer> layers = train(Arithmetic.SEPARATE);
    assertThat(layers.get(0).biases()).isEqualTo(row(0.17144536825966872, 0.30693386560411573));
    assertThat(layers.get(0).weights())
        .isEqualTo(
            rows(
                row(0.6847811099219888, 0.8934027782406043),
                row(0.8335306804019916, 0.7213885622413188)));
    assertThat(layers.get(1).biases()).isEqualTo(row(-0.17443398067742752, -0.46007404797898116));
    assertThat(layers.get(1).weights())
        .isEqualTo(
            rows(
                row(0.18992000411213625, 0.14375052049004067),
                row(-0.012215751817731987, 0.3235612337593173)));
  }

  @Test
  void fusedArithmeticGivesOtherLastDigits() {
    RealMatrix fused = train(Arithmetic.FUSED).get(1).weights();
    RealMatrix separate = train(Arithmetic.SEPARATE).get(1).weights();
    assertThat(fused).isNotEqualTo(separate);
    assertThat(fused.subtract(separate).getNorm()).isLessThan(1e-13);
  }

  private static List<Parameters.Layer> train(Arithmetic arithmetic) {
    Deviations deviations =
        new Deviations(
            1,
            Deviations.BiasGradient.EXACT,
            Deviations.BackwardPass.LAST_SAMPLE,
            Deviations.HiddenGradient.UPDATED_WEIGHTS);
    TrainingTask task = new TrainingTask(spec(arithmetic), deviations, List.of(), Set.of());
    return new TrainingRun(task, network(), data(), TrainingObserver.NONE)
        .train()
        .finalParameters()
        .layers();
  }

  private static TrainingSpec spec(Arithmetic arithmetic) {
    return TrainingSpec.of(new Loss.MeanSquaredError(Reduction.SUM, true), 0.05, 100)
        .with(Stopping.on(StopCondition.NON_FINITE))
        .with(arithmetic);
  }

  private static Network network() {
    Parameters.Layer hidden =
        new Parameters.Layer(
            rows(
                row(0.6852769816973125, 0.8936130796833973),
                row(0.8338968626360765, 0.7215438617683047)),
            row(0.17152165622510307, 0.3069662196722378));
    Parameters.Layer output =
        new Parameters.Layer(
            rows(
                row(0.5542275911247871, 0.7856017618643588),
                row(0.3521319540266141, 0.9654832224119693)),
            row(0.18993895420479678, 0.18189240266007867));
    return new Network(
        List.of(new Activation.Sigmoid(), new Activation.Sigmoid()),
        BiasMode.ON,
        new Parameters(List.of(hidden, output)));
  }

  private static DataSet data() {
    double[][] targets = new double[INPUTS.length][];
    for (int sample = 0; sample < targets.length; sample++) {
      targets[sample] = sample % 2 == 0 ? new double[] {0.05, 0.95} : new double[] {0.95, 0.05};
    }
    return DataSet.whole(
        new Samples(MatrixUtils.createRealMatrix(INPUTS), MatrixUtils.createRealMatrix(targets)));
  }

  private static RealMatrix row(double... values) {
    return MatrixUtils.createRowRealMatrix(values);
  }

  private static RealMatrix rows(RealMatrix first, RealMatrix second) {
    return MatrixUtils.createRealMatrix(new double[][] {first.getRow(0), second.getRow(0)});
  }
}
