package lockstep.random;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.apache.commons.math3.random.MersenneTwister;

/** What the streams of several libraries have in common. */
final class Draws {
  private static final double TWO_TO_26 = 67108864;
  private static final double TWO_TO_53 = 9007199254740992.0;

  private Draws() {}

  /** {@code ((w₁ >> 5) · 2²⁶ + (w₂ >> 6)) / 2⁵³} of the next two 32-bit words w. */
  static double uniform(MersenneTwister words) {
    int high = words.nextInt() >>> 5;
    int low = words.nextInt() >>> 6;
    return (high * TWO_TO_26 + low) / TWO_TO_53;
  }

  /**
   * The next integer in [0, largest], both read as unsigned: words cut to the bits of the largest
   * are drawn until one is in range. Nothing is drawn where 0 is the only choice.
   *
   * @param words the next 32 bits
   */
  static int masked(int largest, IntSupplier words) {
    if (largest == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
    int value;
    do {
      value = words.getAsInt() & mask;
    } while (Integer.compareUnsigned(value, largest) > 0);
    return value;
  }

  static void checkRange(int low, int high) {
    if (low >= high) {
      throw new IllegalArgumentException("no integer in [" + low + ", " + high + ")");
    }
  }

  static void checkChoice(int count, int size) {
    if (size < 0 || size > count) {
      throw new IllegalArgumentException("cannot choose " + size + " of " + count);
    }
  }

  /** The numbers 0, 1, ..., count - 1. */
  static int[] ascending(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count + " is negative");
    }
    int[] numbers = new int[count];
    Arrays.setAll(numbers, index -> index);
    return numbers;
  }

  static void swap(int[] values, int one, int other) {
    int value = values[one];
    values[one] = values[other];
    values[other] = value;
  }
}
