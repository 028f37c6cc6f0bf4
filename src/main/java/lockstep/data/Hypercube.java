package lockstep.data;

import java.util.Arrays;
import java.util.BitSet;
import lockstep.random.RandomStream;

/**
 * Corners of a hypercube, none of them twice, in the order in which scikit-learn's {@code
 * make_classification} draws them.
 *
 * <p>A corner is a number whose bits are its coordinates, the highest first. Of 2ᵈ corners a share
 * between 0.01 and 0.99 is the beginning of a permutation; a smaller one is drawn number by number,
 * those that are there already again; a larger one by reservoir sampling: the first ones are taken,
 * and each later number j replaces the one at a place that is drawn from 0 to j, if there is one.
 * Beyond 30 dimensions the coordinates before the last 30 are drawn bit by bit.
 *
 * <p>Source: scikit-learn 1.2, {@code _samples_generator.py}, {@code utils/_random.pyx}.
 */
final class Hypercube {
  private static final int MOST_BITS = 30;

  private Hypercube() {}

  /**
   * Draws corners.
   *
   * @param count how many, at most 2 to the power of the dimensions
   * @param dimensions at least 1
   * @return count x dimensions, each number 0 or 1
   */
  static double[][] corners(int count, int dimensions, RandomStream stream) {
    int leading = Math.max(dimensions - MOST_BITS, 0);
    double[][] corners = new double[count][dimensions];
    for (double[] corner : corners) {
      for (int bit = 0; bit < leading; bit++) {
        corner[bit] = stream.integer(0, 2);
      }
    }
    int bits = dimensions - leading;
    int[] numbers = chosen(1 << bits, count, stream);
    for (int corner = 0; corner < count; corner++) {
      for (int bit = 0; bit < bits; bit++) {
        corners[corner][leading + bit] = numbers[corner] >> bits - 1 - bit & 1;
      }
    }
    return corners;
  }

  /** {@code sample_without_replacement(population, count)}. */
  private static int[] chosen(int population, int count, RandomStream stream) {
    double share = (double) count / population;
    if (share > 0.01 && share < 0.99) {
      return Arrays.copyOf(stream.permutation(population), count);
    }
    return share < 0.2 ? tracked(population, count, stream) : reservoir(population, count, stream);
  }

  private static int[] tracked(int population, int count, RandomStream stream) {
    BitSet known = new BitSet();
    int[] numbers = new int[count];
    for (int place = 0; place < count; place++) {
      do {
        numbers[place] = stream.integer(0, population);
      } while (known.get(numbers[place]));
      known.set(numbers[place]);
    }
    return numbers;
  }

  private static int[] reservoir(int population, int count, RandomStream stream) {
    int[] numbers = new int[count];
    for (int number = 0; number < population; number++) {
      int place = number < count ? number : stream.integer(0, number + 1);
      if (place < count) {
        numbers[place] = number;
      }
    }
    return numbers;
  }
}
