package lockstep.config.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers of YAML 1.2's core schema, read strictly: what other readers would take for another
 * number (octal, hexadecimal, underscores, base 60) is not a number here, and what a double cannot
 * hold is refused.
 */
public final class NumberText {
  /** The most characters of a number. */
  public static final int LONGEST = 400;

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern SPECIAL =
      Pattern.compile("[-+]?\\.?(inf|infinity)|\\.?nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNDERSCORE = Pattern.compile("[-+]?[0-9][0-9_]*_[0-9_.]*");
  private static final Pattern BASE = Pattern.compile("[-+]?0[xobXOB][0-9a-fA-F]+");
  private static final List<String> OTHER_WORDS =
      List.of("true", "false", "yes", "no", "on", "off", "null", "~", "y", "n", "");
  private static final Pattern NOT_ZERO = Pattern.compile("[-+.0]*[1-9].*");
  private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");

  private NumberText() {}

  /** Whether it is a whole number in decimal digits. */
  public static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches() && isReal(text);
  }

  /** Whether it is a number that a double can hold. */
  public static boolean isReal(String text) {
    return hasFormOfReal(text) && valueFault(text).isEmpty();
  }

  /** Whether a reader of YAML 1.1 or 1.2 could take it for a number, or for true, false or null. */
  public static boolean looksLikeAnotherType(String text) {
    return OTHER_WORDS.contains(text.toLowerCase(Locale.ROOT))
        || mayBeNumber(text) && (hasFormOfReal(text) || fault(text).isPresent());
  }

  /** Tells most words from numbers, which is asked for every word that is written. */
  private static boolean mayBeNumber(String text) {
    return !text.isEmpty() && "+-.0123456789iInN".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Why a text that looks like a number is none.
   *
   * @return what is wrong with it; empty if it is a number, or does not look like one
   */
  public static Optional<String> fault(String text) {
    if (hasFormOfReal(text)) {
      return valueFault(text);
    }
    if (SPECIAL.matcher(text).matches()) {
      return Optional.of("NaN and infinities are not allowed");
    }
    if (UNDERSCORE.matcher(text).matches()) {
      return Optional.of("underscores are not allowed in numbers");
    }
    if (BASE.matcher(text).matches()) {
      return Optional.of("only decimal numbers are allowed");
    }
    if (COMMA.matcher(text).matches()) {
      return Optional.of("a number's decimals follow a point, not a comma");
    }
    return Optional.empty();
  }

  /** A sign, digits with a point among or around them, and an exponent: all but digits optional. */
  private static boolean hasFormOfReal(String text) {
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    boolean hasPoint = point < text.length() && text.charAt(point) == '.';
    int end = hasPoint ? afterDigits(text, point + 1) : point;
    boolean hasDigits = end - start > (hasPoint ? 1 : 0);
    return hasDigits && (end == text.length() || isExponent(text, end));
  }

  private static boolean isExponent(String text, int from) {
    int digits = afterSign(text, from + 1);
    return (text.charAt(from) == 'e' || text.charAt(from) == 'E')
        && digits < text.length()
        && afterDigits(text, digits) == text.length();
  }

  private static int afterSign(String text, int from) {
    boolean sign = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
    return sign ? from + 1 : from;
  }

  private static int afterDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static boolean hasLeadingZero(String text) {
    int start = afterSign(text, 0);
    return text.charAt(start) == '0' && afterDigits(text, start) > start + 1;
  }

  private static Optional<String> valueFault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("a number of " + text.length() + " characters is too long");
    }
    if (hasLeadingZero(text)) {
      return Optional.of("leading zeros are not allowed, as some readers take them for octal");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return Optional.of("the number is too large for a double");
    }
    boolean vanished = value == 0 && NOT_ZERO.matcher(mantissa(text)).matches();
    return vanished ? Optional.of("the number is too small for a double") : Optional.empty();
  }

  private static String mantissa(String text) {
    return text.split("[eE]")[0];
  }
}
