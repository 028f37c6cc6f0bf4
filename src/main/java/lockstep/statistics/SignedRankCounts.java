package lockstep.statistics;

/**
 * The exact distribution of a sum of signed ranks. The probability of each sum is built up rank by
 * rank: half the old probability of the sum without the rank, and half that of the sum less the
 * rank. Halving is exact, so up to 50 ranks nothing is rounded: a probability is a count of at most
 * 2⁵⁰ over 2⁵⁰.
 */
final class SignedRankCounts {
  private SignedRankCounts() {}

  /** Twice P(R₊ ≤ the smaller sum), at most 1. */
  static double pValue(SignedRanks ranks) {
    double[] probability = new double[Math.toIntExact(ranks.doubledSmaller()) + 1];
    probability[0] = 1;
    for (int rank : ranks.ranks().doubled()) {
      for (int sum = probability.length - 1; sum >= 0; sum--) {
        double without = probability[sum];
        double with = sum < rank ? 0 : probability[sum - rank];
        probability[sum] = without / 2 + with / 2;
      }
    }
    double tail = 0;
    for (double each : probability) {
      tail += each;
    }
    return Math.min(1, 2 * tail);
  }
}
