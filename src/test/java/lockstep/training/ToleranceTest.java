package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTest {
  private static final OptionalDouble NO_TEST = OptionalDouble.empty();

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1e-300, Double.NEGATIVE_INFINITY})
  void normsBelowZeroAreRefused(double tolerance) {
    OptionalDouble wrong = OptionalDouble.of(tolerance);

    assertThatIllegalArgumentException().isThrownBy(() -> new Tolerance(NO_TEST, wrong));
  }

  @Test
  void notANumberIsNoTolerance() {
    OptionalDouble wrong = OptionalDouble.of(Double.NaN);

    assertThatIllegalArgumentException().isThrownBy(() -> new Tolerance(wrong, NO_TEST));
  }

  @Test
  void zeroIsATolerance() {
    assertThat(new Tolerance(OptionalDouble.of(0), NO_TEST)).isNotEqualTo(Tolerance.NONE);
  }
}
