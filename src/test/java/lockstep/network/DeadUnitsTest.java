package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.network.DeadUnits.Unit;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class DeadUnitsTest {
  private static final RealMatrix INPUTS = MatrixUtils.createRealMatrix(new double[][] {{1}, {2}});
  private static final Activation RELU = new Activation.Relu();

  private static List<Unit> dead(double[] biases, Activation hidden) {
    RealMatrix ones = MatrixUtils.createRealMatrix(new double[][] {{1, 1, 1}});
    RealMatrix zero = MatrixUtils.createRealMatrix(1, 1);
    Parameters.Layer first = new Parameters.Layer(ones, MatrixUtils.createRowRealMatrix(biases));
    Parameters.Layer second = new Parameters.Layer(ones.transpose(), zero);
    List<Activation> activations = List.of(hidden, RELU);
    return DeadUnits.of(activations, new Parameters(List.of(first, second)), INPUTS);
  }

  @Test
  void aUnitThatIsInactiveOnEverySampleIsDead() {
    assertThat(dead(new double[] {-3, -1.5, 0}, RELU)).containsExactly(new Unit(1, 1));
    assertThat(dead(new double[] {-3, 0, -2}, RELU))
        .containsExactly(new Unit(1, 1), new Unit(1, 3));
  }

  @Test
  void aUnitWithASlopeEverywhereIsAlive() {
    assertThat(dead(new double[] {-3, -4, -5}, new Activation.LeakyRelu(0.01))).isEmpty();
  }

  @Test
  void ofAUnitThatIsNotFiniteNothingIsSaid() {
    assertThat(dead(new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -3}, RELU))
        .containsExactly(new Unit(1, 3));
  }
}
