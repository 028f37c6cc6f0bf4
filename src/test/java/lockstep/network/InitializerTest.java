package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lockstep.network.Initializer.Distribution;
import lockstep.network.Initializer.EachLayer;
import lockstep.network.Initializer.He;
import lockstep.network.Initializer.TruncatedNormal;
import lockstep.network.Initializer.Xavier;
import lockstep.network.ScaledInitializer.FanIn;
import lockstep.network.ScaledInitializer.Lecun;
import lockstep.network.ScaledInitializer.Orthogonal;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What initializers draw. */
class InitializerTest {
  private static RandomStream stream() {
    return RandomAlgorithm.NUMPY.start(7);
  }

  private static RealMatrix matrix(Initializer initializer, int in, int out) {
    InitialValues values = initializer.start(stream(), 0, in, out);
    RealMatrix matrix = new Array2DRowRealMatrix(in, out);
    for (int row = 0; row < in; row++) {
      for (int column = 0; column < out; column++) {
        matrix.setEntry(row, column, values.next(row, column));
      }
    }
    return matrix;
  }

  @ParameterizedTest
  @CsvSource({"5, 3", "3, 5", "4, 4", "1, 6", "60, 40", "40, 60"})
  void orthogonalMatricesAreOrthogonalToTheLastDigits(int in, int out) {
    RealMatrix w = matrix(new Orthogonal(3), in, out);
    RealMatrix products = in >= out ? w.transpose().multiply(w) : w.multiply(w.transpose());
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(Math.min(in, out));
    assertThat(products.subtract(identity.scalarMultiply(9)).getNorm()).isLessThan(1e-13);
  }

  /** Commons Math's Householder reflections, columns turned so that the diagonal is positive. */
  @Test
  void orthogonalMatricesAreTheQOfTheDraws() {
    RealMatrix draws = matrix(new Initializer.Normal(0, 1), 6, 4);
    QRDecomposition qr = new QRDecomposition(draws);
    RealMatrix w = matrix(new Orthogonal(1), 6, 4);
    for (int column = 0; column < 4; column++) {
      double sign = Math.signum(qr.getR().getEntry(column, column));
      for (int row = 0; row < 6; row++) {
        double expected = sign * qr.getQ().getEntry(row, column);
        assertThat(w.getEntry(row, column)).isCloseTo(expected, within(1e-14));
      }
    }
  }

  @Test
  void truncatedDrawsAreTheOrdinaryOnesWithoutThoseTooFarOut() {
    RandomStream stream = stream();
    RealMatrix values = matrix(new TruncatedNormal(5, 2, 0.7), 40, 5);
    for (int i = 0; i < 200; i++) {
      double draw = stream.normal();
      while (Math.abs(draw) > 0.7) {
        draw = stream.normal();
      }
      assertThat(values.getEntry(i / 5, i % 5)).isEqualTo(5 + 2 * draw).isBetween(3.6, 6.4);
    }
  }

  @Test
  void scalesFollowTheShape() {
    RandomStream stream = stream();
    double normal = stream.normal();
    double share = 2 * stream().uniform() - 1;
    assertThat(first(new Xavier(Distribution.NORMAL, 3))).isCloseTo(3 * normal / 3, within(1e-14));
    assertThat(first(new He(Distribution.NORMAL, 0.5)))
        .isCloseTo(normal * Math.sqrt(2 / (1.25 * 16)), within(1e-14));
    assertThat(first(new Lecun(Distribution.NORMAL))).isCloseTo(normal / 4, within(1e-14));
    assertThat(first(new Lecun(Distribution.UNIFORM)))
        .isCloseTo(share * Math.sqrt(3) / 4, within(1e-14));
    assertThat(first(new FanIn())).isCloseTo(share / 4, within(1e-14));
  }

  /** Of a layer with 16 inputs and 2 units. */
  private static double first(Initializer initializer) {
    return matrix(initializer, 16, 2).getEntry(0, 0);
  }

  @Test
  void eachLayerHasItsOwn() {
    Initializer each =
        new EachLayer(
            List.of(
                new Initializer.Constant(3),
                new Initializer.GivenLayer(List.of(List.of(4.0, 5.0), List.of(6.0, 7.0)))));
    assertThat(each.start(stream(), 0, 2, 2).next(0, 0)).isEqualTo(3);
    assertThat(each.start(stream(), 1, 2, 2).next(1, 0)).isEqualTo(6);
  }
}
