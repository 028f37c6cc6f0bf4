package lockstep.report.figure;

import java.math.BigDecimal;

/**
 * A marked place on an axis.
 *
 * @param value where
 * @param label what is written there
 */
record Tick(double value, String label) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int LARGEST_PLAIN = 6;
  private static final int MOST_DECIMALS = 6;

  /**
   * A tick at an exact decimal.
   *
   * @param value where
   * @param decimals how many decimals every label of the axis has
   */
  static Tick at(BigDecimal value, int decimals) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    boolean plain = exponent < LARGEST_PLAIN && decimals <= MOST_DECIMALS;
    boolean zero = stripped.signum() == 0;
    String label = plain || zero ? plain(value, zero && !plain ? 0 : decimals) : power(stripped);
    return new Tick(value.doubleValue(), label);
  }

  private static String plain(BigDecimal value, int decimals) {
    return value.setScale(Math.max(0, decimals)).toPlainString().replace('-', '−');
  }

  private static String power(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    String mantissa = value.movePointLeft(exponent).toPlainString().replace('-', '−');
    String power = "10" + superscript(exponent);
    return mantissa.equals("1") ? power : mantissa + "×" + power;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String digits = Integer.toString(Math.abs(exponent));
    digits.chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
