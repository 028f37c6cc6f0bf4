package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dlockstep.points=50000000} for a long run. */
class FusedMultiplyAddTest {
  private static final int POINTS = Integer.getInteger("lockstep.points", 2_000_000);
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0x1p-1074,
    -0x1p-1074,
    0x1p-1022,
    0x1.fffffffffffffp1023,
    0x1p-480,
    0x1p-481,
    0x1p480,
    0x1p481,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    0x1p-537,
    3
  };

  @Test
  void theEmulationGivesTheSameBitsForNumbersOfSimilarSize() {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      check(a, b, random.nextGaussian());
      check(a, b, Math.scalb(random.nextGaussian(), random.nextInt(220) - 110));
    }
  }

  @Test
  void theEmulationGivesTheSameBitsWhereTheSumCancels() {
    Random random = new Random(2);
    for (int i = 0; i < POINTS; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double product = a * b;
      check(a, b, -product);
      check(a, b, -product + (random.nextInt(9) - 4) * Math.ulp(product));
      check(a, b, -product * (1 + Math.scalb(random.nextGaussian(), -random.nextInt(60))));
    }
  }

  @Test
  void theEmulationGivesTheSameBitsHalfwayBetweenNumbers() {
    Random random = new Random(3);
    for (int i = 0; i < POINTS; i++) {
      double a = few(random);
      double b = few(random);
      check(a, b, Math.scalb(few(random), 53 + random.nextInt(5)));
      check(a, b, Math.scalb(few(random), -48 - random.nextInt(60)));
    }
  }

  @Test
  void theEmulationGivesTheSameBitsForAnyBits() {
    Random random = new Random(4);
    for (int i = 0; i < POINTS / 10; i++) {
      check(any(random), any(random), any(random));
    }
  }

  @Test
  void theEmulationGivesTheSameBitsForSpecialValues() {
    for (double a : SPECIAL) {
      for (double b : SPECIAL) {
        for (double c : SPECIAL) {
          check(a, b, c);
        }
      }
    }
  }

  private static double few(Random random) {
    return random.nextInt(1 << 10) - (1 << 9) + 0.5;
  }

  private static double any(Random random) {
    return Double.longBitsToDouble(random.nextLong());
  }

  private static void check(double a, double b, double c) {
    long expected = Double.doubleToLongBits(Math.fma(a, b, c));
    if (Double.doubleToLongBits(FusedMultiplyAdd.emulated(a, b, c)) != expected) {
      assertThat(Double.toHexString(FusedMultiplyAdd.emulated(a, b, c)))
          .as("%s * %s + %s", Double.toHexString(a), Double.toHexString(b), Double.toHexString(c))
          .isEqualTo(Double.toHexString(Double.longBitsToDouble(expected)));
    }
  }
}
