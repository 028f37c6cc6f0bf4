package lockstep.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import lockstep.config.Halving;
import lockstep.decimal.ShortestDecimal;
import lockstep.experiment.Course;

/**
 * How a trial stands at a rung.
 *
 * @param trial which, from 0
 * @param place what it is compared with the others by at first
 * @param value the value of the metric
 */
record Standing(int trial, Place place, double value) {

  /** From the best to the worst; only the first are compared by their values. */
  enum Place {
    /** It has a value. */
    MEASURED,
    /** It diverged, or its value is not finite. */
    DIVERGED,
    /** It could not be done. */
    FAILED
  }

  /** How the record of a trial makes it stand. */
  static Standing of(int trial, TrialRecord record, String metric) {
    double value = record.last(metric);
    if (record.ending().failed()) {
      return new Standing(trial, Place.FAILED, value);
    }
    boolean measured = Double.isFinite(value) && !record.ending().diverged();
    return new Standing(trial, measured ? Place.MEASURED : Place.DIVERGED, value);
  }

  /**
   * Those that go on: the best {@code keep} of all, rounded up, but none that failed.
   *
   * @param standings of the trials that are left, in any order
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
        .mapToInt(Standing::trial)
        .sorted()
        .toArray();
  }

  private static Comparator<Standing> order(boolean higherIsBetter) {
    Comparator<Standing> byValue =
        Comparator.comparingDouble(
            standing -> standing.place() == Place.MEASURED ? standing.value() + 0.0 : 0);
    return Comparator.comparing(Standing::place)
        .thenComparing(higherIsBetter ? byValue.reversed() : byValue)
        .thenComparingInt(Standing::trial);
  }
}
