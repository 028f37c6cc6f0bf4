package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {

  private static Grid grid(int cells, Grid.Field field) {
    double[][] values = new double[cells + 1][cells + 1];
    for (int row = 0; row <= cells; row++) {
      for (int column = 0; column <= cells; column++) {
        values[row][column] = field.at(column, row);
      }
    }
    return new Grid(values, field);
  }

  /** The area of a ring, by the shoelace formula. */
  private static double area(double[][] ring) {
    double twice = 0;
    for (int index = 0; index < ring.length; index++) {
      double[] point = ring[index];
      double[] next = ring[(index + 1) % ring.length];
      twice += point[0] * next[1] - next[0] * point[1];
    }
    return twice / 2;
  }

  @Test
  void everythingInsideIsOneRingAlongTheEdge() {
    List<double[][]> rings = Contour.rings(grid(4, (x, y) -> 1), 0.5);
    assertThat(rings).hasSize(1);
    assertThat(Math.abs(area(rings.get(0)))).isEqualTo(16);
  }

  @Test
  void nothingInsideIsNoRing() {
    assertThat(Contour.rings(grid(4, (x, y) -> 0), 0.5)).isEmpty();
  }

  @Test
  void aStepIsFoundBetweenTheCrossings() {
    List<double[][]> rings = Contour.rings(grid(4, (x, y) -> x > 1.3 ? 1 : 0), 0.5);
    assertThat(rings).hasSize(1);
    double left = 4;
    for (double[] point : rings.get(0)) {
      left = Math.min(left, point[0]);
    }
    assertThat(left).isCloseTo(1.3, within(0.01));
  }

  @Test
  void aDiscHasItsArea() {
    Grid disc = grid(40, (x, y) -> 100 - (x - 20) * (x - 20) - (y - 20) * (y - 20));
    List<double[][]> rings = Contour.rings(disc, 0);
    assertThat(rings).hasSize(1);
    assertThat(Math.abs(area(rings.get(0)))).isCloseTo(Math.PI * 100, within(1.0));
  }

  @Test
  void aHoleTurnsTheOtherWay() {
    Grid.Field annulus =
        (x, y) -> {
          double radius = Math.sqrt((x - 20) * (x - 20) + (y - 20) * (y - 20));
          return 3 - Math.abs(radius - 10);
        };
    List<double[][]> rings = Contour.rings(grid(40, annulus), 0);
    assertThat(rings).hasSize(2);
    assertThat(Math.signum(area(rings.get(0)))).isEqualTo(-Math.signum(area(rings.get(1))));
  }

  @Test
  void diagonalCornersStayApart() {
    Grid saddle = grid(1, (x, y) -> (x - 0.5) * (y - 0.5));
    assertThat(Contour.rings(saddle, 0)).hasSize(2);
  }
}
