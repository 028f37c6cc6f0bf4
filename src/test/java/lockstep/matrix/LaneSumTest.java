package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneSumTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 70, 97, 1000})
  void sumsAreTheStatedLanesInTheStatedTree(int count) {
    Random random = new Random(count);
    double[] values = random.doubles(count + 3, -1, 1).toArray();
    double[] factors = random.doubles(count + 5, -1, 1).toArray();
    double[] sums = new double[LaneSum.LANES];
    double[] products = new double[LaneSum.LANES];
    for (int i = 0; i < count; i++) {
      sums[i % LaneSum.LANES] += values[3 + i];
      products[i % LaneSum.LANES] += values[3 + i] * factors[5 + i];
    }
    assertThat(LaneSum.of(values, 3, count)).isEqualTo(tree(sums));
    assertThat(LaneSum.ofProducts(values, 3, factors, 5, count)).isEqualTo(tree(products));
  }

  private static double tree(double[] s) {
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
  }
}
