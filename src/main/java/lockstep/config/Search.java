package lockstep.config;

import java.math.BigDecimal;
import lockstep.decimal.DecimalGrid;

/** A question that is answered by trials whose values depend on how earlier ones ended. */
public sealed interface Search {

  /** The key whose values are tried. */
  String key();

  /** How many trials each configuration and repeat takes at most. */
  int mostTrials();

  /**
   * The largest value of a key with which training is stable, that is, neither diverges nor ends
   * with a higher loss than it began with; by bisection over the decimals with so many digits.
   *
   * @param key a full key, such as {@code training.learning_rate}
   * @param low the smallest value that is tried, above 0
   * @param high the largest value that is tried, above {@code low}
   * @param digits how many significant digits all tried values have at most
   */
  record LargestStable(String key, BigDecimal low, BigDecimal high, int digits) implements Search {
    /** Checks the range. */
    public LargestStable {
      DecimalGrid grid = new DecimalGrid(digits);
      if (!(grid.has(low) && grid.has(high) && low.compareTo(high) < 0)) {
        throw new IllegalArgumentException("search from " + low + " to " + high);
      }
    }

    /** The decimals among which the answer is. */
    public DecimalGrid grid() {
      return new DecimalGrid(digits);
    }

    /** Both ends, and one trial for each time that what is between them is halved. */
    @Override
    public int mostTrials() {
      long between = grid().index(high) - grid().index(low);
      return 2 + Long.SIZE - Long.numberOfLeadingZeros(between - 1);
    }
  }

  /**
   * A learning-rate range test: one run whose learning rate grows by the same factor after every
   * epoch (after Smith 2017, Cyclical learning rates for training neural networks, WACV; there it
   * grows linearly).
   *
   * @param low the learning rate of the first epoch, above 0
   * @param high that of the last epoch, above {@code low}
   * @param epochs how many, at least 2
   */
  record RangeTest(double low, double high, int epochs) implements Search {
    /** Checks the ranges. */
    public RangeTest {
      if (!(low > 0 && low < high) || epochs < 2) {
        throw new IllegalArgumentException("range test of " + epochs + " epochs");
      }
    }

    @Override
    public String key() {
      return "training.learning_rate";
    }

    @Override
    public int mostTrials() {
      return 1;
    }
  }
}
