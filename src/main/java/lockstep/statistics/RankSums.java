package lockstep.statistics;

import java.util.stream.DoubleStream;

/**
 * The ranks of two samples among all their values.
 *
 * @param ranks the ranks, those of the first sample first
 * @param firstSize n₁
 * @param secondSize n₂
 */
record RankSums(MidRanks ranks, int firstSize, int secondSize) {

  static RankSums of(Sample first, Sample second) {
    double[] all = DoubleStream.concat(first.stream(), second.stream()).toArray();
    return new RankSums(MidRanks.of(all), first.size(), second.size());
  }

  /** U₁ = R₁ - n₁(n₁ + 1)/2, where R₁ is the sum of the first sample's ranks. */
  double firstU() {
    return doubledFirstSum() / 2.0 - firstSize * (firstSize + 1.0) / 2;
  }

  /** n₁n₂, which U₁ and U₂ add up to. */
  double pairs() {
    return (double) firstSize * secondSize;
  }

  long doubledFirstSum() {
    return doubledSum(0, firstSize);
  }

  long doubledSum(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += ranks.doubled()[i];
    }
    return sum;
  }
}
