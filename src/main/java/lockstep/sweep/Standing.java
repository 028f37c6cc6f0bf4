package lockstep.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import lockstep.config.Halving;
import lockstep.decimal.ShortestDecimal;
import lockstep.experiment.Course;
import lockstep.statistics.Sample;

/**
 * How a configuration stands at a rung.
 *
 * @param configuration which, from 0
 * @param place what it is compared with the others by at first
 * @param lost how many of its repeats have no value
 * @param mean the mean of the metric over the repeats that have one
 */
record Standing(int configuration, Place place, int lost, double mean) {

  /** From the best to the worst; only the first are compared by their values. */
  enum Place {
    /** A repeat has a value. */
    MEASURED,
    /** Every repeat diverged, or its value is not finite. */
    DIVERGED,
    /** No repeat could be done. */
    FAILED
  }

  /**
   * How the records of a configuration make it stand.
   *
   * @param repeats one or more, in their order
   * @param metric the column of the history that ranks
   */
  static Standing of(int configuration, List<TrialRecord> repeats, String metric) {
    double[] values =
        repeats.stream()
            .filter(record -> !record.ending().failed() && !record.ending().diverged())
            .mapToDouble(record -> record.last(metric))
            .filter(Double::isFinite)
            .toArray();
    int lost = repeats.size() - values.length;
    if (values.length > 0) {
      double mean = Sample.of(values).mean().orElseThrow();
      return new Standing(configuration, Place.MEASURED, lost, mean);
    }
    boolean failed = repeats.stream().allMatch(record -> record.ending().failed());
    return new Standing(configuration, failed ? Place.FAILED : Place.DIVERGED, lost, Double.NaN);
  }

  /**
   * Those that go on: the best {@code keep} of all, rounded up, but none that failed.
   *
   * @param standings of the configurations that are left, in any order
   * @param halving which metric ranks, and how many go on
   * @return their numbers, in increasing order
   */
  static int[] best(List<Standing> standings, Halving halving) {
    BigDecimal share = new BigDecimal(ShortestDecimal.format(halving.keep()));
    BigDecimal count = share.multiply(BigDecimal.valueOf(standings.size()));
    return standings.stream()
        .sorted(order(Course.higherIsBetter(halving.metric())))
        .limit(count.setScale(0, RoundingMode.CEILING).longValueExact())
        .filter(standing -> standing.place() != Place.FAILED)
        .mapToInt(Standing::configuration)
        .sorted()
        .toArray();
  }

  private static Comparator<Standing> order(boolean higherIsBetter) {
    Comparator<Standing> byMean =
        Comparator.comparingDouble(
            standing -> standing.place() == Place.MEASURED ? standing.mean() + 0.0 : 0);
    return Comparator.comparing(Standing::place)
        .thenComparingInt(Standing::lost)
        .thenComparing(higherIsBetter ? byMean.reversed() : byMean)
        .thenComparingInt(Standing::configuration);
  }
}
