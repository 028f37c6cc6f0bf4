package lockstep.statistics;

/**
 * The ranks of absolute differences, those of 0 left out (Wilcoxon 1945), by sign.
 *
 * @param ranks the ranks of the differences that are not 0
 * @param doubledPositive twice the sum R₊ of the ranks of positive differences
 * @param doubledNegative twice the sum R₋ of the ranks of negative differences
 */
record SignedRanks(MidRanks ranks, long doubledPositive, long doubledNegative) {

  static SignedRanks of(Sample differences) {
    double[] signed = differences.stream().filter(difference -> difference != 0).toArray();
    double[] absolute = differences.stream().map(Math::abs).filter(size -> size != 0).toArray();
    MidRanks ranks = MidRanks.of(absolute);
    long positive = 0;
    long negative = 0;
    for (int i = 0; i < signed.length; i++) {
      positive += signed[i] > 0 ? ranks.doubled()[i] : 0;
      negative += signed[i] < 0 ? ranks.doubled()[i] : 0;
    }
    return new SignedRanks(ranks, positive, negative);
  }

  int size() {
    return ranks.doubled().length;
  }

  long doubledSmaller() {
    return Math.min(doubledPositive, doubledNegative);
  }
}
