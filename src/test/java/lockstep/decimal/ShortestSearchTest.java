package lockstep.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShortestSearchTest {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @Test
  void logarithmsOfPowersOfTwoAreExact() {
    for (int q = -1100; q <= 1100; q++) {
      BigDecimal power = q < 0 ? BigDecimal.ONE.divide(TWO.pow(-q)) : TWO.pow(q);
      assertThat(ShortestSearch.floorLog10OfPower2(q)).isEqualTo(floorLog10(power));
      assertThat(ShortestSearch.floorLog10OfThreeQuartersOfPower2(q))
          .isEqualTo(floorLog10(power.multiply(new BigDecimal("0.75"))));
    }
  }

  private static int floorLog10(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  @Test
  void powersOfTenAreRoundedUpTo126Bits() {
    for (int n = -330; n <= 330; n++) {
      TenPower power = TenPower.of(n);
      BigDecimal g =
          new BigDecimal(power.high()).multiply(TWO.pow(63)).add(new BigDecimal(power.low()));
      BigDecimal unit =
          power.exponent() < 0
              ? BigDecimal.ONE.divide(TWO.pow(-power.exponent()))
              : TWO.pow(power.exponent());
      BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(n);
      assertThat(g.toBigInteger().bitLength()).isEqualTo(TenPower.BITS);
      assertThat(ten).isLessThanOrEqualTo(g.multiply(unit));
      assertThat(ten).isGreaterThanOrEqualTo(g.subtract(BigDecimal.ONE).multiply(unit));
    }
  }
}
