package lockstep.config.binding;

import java.util.List;
import java.util.Locale;

/** Amounts of memory, for people. */
public final class Bytes {
  /** What a number in memory takes. */
  public static final double OF_A_NUMBER = 8;

  private static final List<String> UNITS = List.of("bytes", "KB", "MB", "GB", "TB", "PB");

  private Bytes() {}

  /** A number of bytes in the largest fitting unit, rounded up. */
  public static String show(double bytes) {
    int unit = 0;
    double value = bytes;
    while (value >= 1000 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.0f %s", Math.ceil(value), UNITS.get(unit));
  }
}
