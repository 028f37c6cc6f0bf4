package lockstep.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import lockstep.decimal.ShortestDecimal;

/** Numbers for people: rounded as far as the reader's question allows. */
public final class Digits {
  private static final int IN_SENTENCES = 5;
  private static final int IN_TABLES = 8;
  private static final int ALL = 17;
  private static final int SMALLEST_PLAIN_EXPONENT = -5;
  private static final int LARGEST_PLAIN_EXPONENT = 9;

  private Digits() {}

  /** A number with its noun: {@code 1 epoch}, {@code 150 epochs}. */
  public static String counted(long number, String noun) {
    return number + " " + noun(number, noun);
  }

  /** A noun in the singular for 1, in the plural for any other number. */
  static String noun(long number, String noun) {
    return noun + (number == 1 ? "" : "s");
  }

  /** A number as it is, without a decimal point where none is needed. */
  static String exact(double value) {
    String text = ShortestDecimal.format(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A number with five significant digits. */
  static String rounded(double value) {
    return rounded(value, IN_SENTENCES);
  }

  /** A number with so many significant digits, without trailing zeros. */
  public static String rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return ShortestDecimal.format(value);
    }
    BigDecimal number = new BigDecimal(value).round(new MathContext(digits));
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    boolean plain = exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT;
    return plain ? stripped.toPlainString() : stripped.movePointLeft(exponent) + "e" + exponent;
  }

  /**
   * Numbers that a sentence compares: with five significant digits, or with as many as it takes
   * that different numbers look different.
   */
  static List<String> apart(double... values) {
    long different = Arrays.stream(values).distinct().count();
    for (int digits = IN_SENTENCES; digits < ALL; digits++) {
      List<String> texts = rounded(values, digits);
      if (texts.stream().distinct().count() == different) {
        return padded(texts);
      }
    }
    return rounded(values, ALL);
  }

  /** Gives the numbers the same decimals, if that takes only a zero or two. */
  private static List<String> padded(List<String> texts) {
    if (!texts.stream().allMatch(text -> text.matches("-?[0-9.]+"))) {
      return texts;
    }
    List<BigDecimal> numbers = texts.stream().map(BigDecimal::new).toList();
    int most = numbers.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    int least = numbers.stream().mapToInt(BigDecimal::scale).min().orElse(0);
    boolean close = most - least <= 2;
    return close ? numbers.stream().map(n -> n.setScale(most).toPlainString()).toList() : texts;
  }

  private static List<String> rounded(double[] values, int digits) {
    return Arrays.stream(values).mapToObj(value -> rounded(value, digits)).toList();
  }

  /**
   * Numbers that stand below each other: all with the same number of decimals, about eight
   * significant digits for the largest. If that would leave nothing of the smallest, each number is
   * rounded on its own.
   */
  static List<String> aligned(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).toArray();
    double largest = Arrays.stream(finite).max().orElse(0);
    double smallest = Arrays.stream(finite).filter(value -> value > 0).min().orElse(largest);
    int exponent = exponent(largest);
    if (exponent >= LARGEST_PLAIN_EXPONENT || exponent - exponent(smallest) >= IN_SENTENCES) {
      return rounded(values, IN_TABLES);
    }
    int most = Math.max(0, IN_TABLES - 1 - exponent);
    int decimals = Arrays.stream(finite).mapToInt(value -> decimals(value, most)).max().orElse(0);
    return Arrays.stream(values).mapToObj(value -> fixed(value, decimals)).toList();
  }

  private static int exponent(double value) {
    BigDecimal decimal = new BigDecimal(value);
    return value > 0 ? decimal.precision() - decimal.scale() - 1 : 0;
  }

  private static int decimals(double value, int most) {
    BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? 0 : Math.max(0, rounded.stripTrailingZeros().scale());
  }

  private static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : ShortestDecimal.format(value);
  }
}
