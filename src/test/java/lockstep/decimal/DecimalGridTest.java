package lockstep.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalGridTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "1, 9, 8",
    "1, 10, 9",
    "1, 0.9, -1",
    "2, 1, 0",
    "2, 1.1, 1",
    "2, 0.99, -1",
    "3, 0.00123, -2677",
    "15, 1.00000000000001, 1",
    "2, 1e300, 27000",
    "2, 1e-300, -27000"
  })
  void everyDecimalHasAnIndex(int digits, String value, long index) {
    DecimalGrid grid = new DecimalGrid(digits);
    assertThat(grid.index(new BigDecimal(value))).isEqualTo(index);
    assertThat(grid.at(index)).isEqualByComparingTo(value);
  }

  @Test
  void neighboursAreInTheirOrderAndDifferentDoubles() {
    for (int digits = 1; digits <= DecimalGrid.MOST_DIGITS; digits++) {
      DecimalGrid grid = new DecimalGrid(digits);
      for (long index = -20; index < 20; index++) {
        assertThat(grid.at(index).doubleValue()).isLessThan(grid.at(index + 1).doubleValue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1.01", "1, 0", "3, -1", "1, 12"})
  void otherNumbersAreRefused(int digits, BigDecimal value) {
    assertThatThrownBy(() -> new DecimalGrid(digits).index(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(value.toString());
  }

  @Test
  void aDoubleTellsNoMoreThanFifteenDigits() {
    assertThatThrownBy(() -> new DecimalGrid(16)).isInstanceOf(IllegalArgumentException.class);
  }
}
