package lockstep.statistics;

import java.util.Arrays;

/**
 * The exact distribution of the rank sum of the smaller of two samples: in how many ways k of the
 * ranks add up to each sum, built up rank by rank. Counts are whole numbers held in doubles, exact
 * up to 2⁵³, which two samples of 28 do not exceed; beyond, each addition is rounded in the last
 * place.
 */
final class RankSumCounts {
  private RankSumCounts() {}

  /** Twice the smaller of P(sum ≤ seen) and P(sum ≥ seen), at most 1. */
  static double pValue(RankSums ranks) {
    int size = Math.min(ranks.firstSize(), ranks.secondSize());
    boolean first = ranks.firstSize() == size;
    int all = ranks.firstSize() + ranks.secondSize();
    long seen = first ? ranks.doubledFirstSum() : ranks.doubledSum(ranks.firstSize(), all);
    double[] counts = counts(ranks.ranks().doubled(), size);
    double below = sum(counts, 0, (int) seen);
    double above = sum(counts, (int) seen + 1, counts.length);
    double at = counts[(int) seen];
    return Math.min(1, 2 * (Math.min(below, above) + at) / (below + at + above));
  }

  /** For each sum the number of ways to choose some of the ranks, so many as stated. */
  private static double[] counts(int[] ranks, int size) {
    double[][] counts = new double[size + 1][largestSum(ranks, size) + 1];
    counts[0][0] = 1;
    for (int i = 0; i < ranks.length; i++) {
      for (int chosen = Math.min(i + 1, size); chosen > 0; chosen--) {
        addShifted(counts[chosen], counts[chosen - 1], ranks[i]);
      }
    }
    return counts[size];
  }

  private static int largestSum(int[] ranks, int size) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, sorted.length - size, sorted.length).sum();
  }

  private static void addShifted(double[] target, double[] source, int shift) {
    for (int sum = shift; sum < target.length; sum++) {
      target[sum] += source[sum - shift];
    }
  }

  private static double sum(double[] counts, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
