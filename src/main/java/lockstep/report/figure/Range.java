package lockstep.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.decimal.ShortestDecimal;
import org.apache.commons.math3.util.FastMath;

/**
 * The numbers that an axis shows, and its ticks: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low the first value
 * @param high the last value, above {@code low}
 * @param logarithmic whether equal lengths are equal factors
 * @param ticks the marked places, ascending
 */
record Range(double low, double high, boolean logarithmic, List<Tick> ticks) {
  /** Values beyond this size are not drawn: their differences could overflow. */
  static final double LARGEST_DRAWN = 1e300;

  /** Values below this size are drawn at this size or at 0: smaller ranges cannot be divided. */
  static final double SMALLEST_DRAWN = 1e-280;

  /**
   * A positive quantity that spans more than this factor, two and a half decades, gets a
   * logarithmic axis.
   */
  private static final double LINEAR_FACTOR = 300;

  private static final double DECADE = 10;
  private static final double LOW_SHARE = 0.05;
  private static final double MOST = 0.9;

  /** A range is at least this share of its values wide, so that labels stay short. */
  private static final double SMALLEST_SHARE = 1e-6;

  private static final double SPACE = 0.04;
  private static final double SMALLEST_ROOM = 0.01;
  private static final int INTERVALS = 6;
  private static final int EPOCH_INTERVALS = 8;
  private static final int DECADES_LABELLED = 7;
  private static final int[] MANTISSAS = {1, 2, 5, 10};

  /** Checks that values can be placed, and copies the list. */
  Range {
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          "no range from " + ShortestDecimal.format(low) + " to " + ShortestDecimal.format(high));
    }
    ticks = List.copyOf(ticks);
  }

  /** Whether a value can be shown. */
  static boolean drawable(double value) {
    return Math.abs(value) <= LARGEST_DRAWN;
  }

  /**
   * A range for all these values, widened to whole steps; logarithmic if they are positive and span
   * more than two and a half decades.
   *
   * @param values those that cannot be drawn are left out; 0 to 1 if none can be drawn
   */
  static Range around(double[] values) {
    double low = Arrays.stream(values).filter(Range::drawable).min().orElse(0);
    double[] bounds = bounds(values);
    double start = Math.max(low, SMALLEST_DRAWN);
    boolean wide = low > 0 && bounds[1] / start > LINEAR_FACTOR;
    return wide ? decades(start, bounds[1]) : widened(bounds[0], bounds[1]);
  }

  /**
   * A range for rates: logarithmic already if they are positive and span more than a decade, with
   * ticks at 1, 2 and 5 times the powers of ten.
   *
   * @param values as for {@link #around}
   */
  static Range ofRates(double[] values) {
    double low = Arrays.stream(values).filter(Range::drawable).min().orElse(0);
    double high = bounds(values)[1];
    boolean steps = low >= SMALLEST_DRAWN && high / low > DECADE && high / low <= LINEAR_FACTOR;
    return steps ? steps(low, high) : around(values);
  }

  /**
   * A range for curves: logarithmic as {@link #ofRates} already where nine of ten values are below
   * a twentieth of the highest, as after a steep fall, so that on a linear axis they were a line.
   *
   * @param values as for {@link #around}
   */
  static Range ofCurves(double[] values) {
    double[] drawn = Arrays.stream(values).filter(Range::drawable).toArray();
    double small = LOW_SHARE * bounds(values)[1];
    long low = Arrays.stream(drawn).filter(value -> value < small).count();
    return low > 0 && low >= MOST * drawn.length ? ofRates(values) : around(values);
  }

  private static Range steps(double low, double high) {
    int exponent = (int) FastMath.floor(FastMath.log10(low)) - 1;
    List<BigDecimal> places = new ArrayList<>();
    while (places.isEmpty() || places.get(places.size() - 1).doubleValue() < high) {
      int mantissa = MANTISSAS[places.size() % 3];
      places.add(BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent + places.size() / 3));
    }
    while (places.get(1).doubleValue() <= low) {
      places.remove(0);
    }
    List<Tick> ticks =
        places.stream().map(place -> Tick.at(place, Math.max(0, place.scale()))).toList();
    double from = ticks.get(0).value();
    return new Range(from, ticks.get(ticks.size() - 1).value(), true, ticks);
  }

  /** The same, always linear. */
  static Range linear(double[] values) {
    double[] bounds = bounds(values);
    return widened(bounds[0], bounds[1]);
  }

  /**
   * The lowest and the highest of the values that can be drawn.
   *
   * @return two numbers, neither so small that it cannot be told from 0; 0 and 1 if no value can be
   *     drawn
   */
  static double[] bounds(double[] values) {
    double[] drawn = Arrays.stream(values).filter(Range::drawable).toArray();
    double low = Arrays.stream(drawn).min().orElse(0);
    return new double[] {visible(low), visible(Arrays.stream(drawn).max().orElse(1))};
  }

  private static double visible(double value) {
    return Math.abs(value) < SMALLEST_DRAWN ? 0 : value;
  }

  /**
   * From the first to the second bound with the same margin on both sides, ticks at whole steps.
   *
   * @param bounds as {@link #bounds} gives them; equal ones get a range around them
   * @param margin the margin as a share of the span, at least 0
   * @param leastSpan the span if the bounds are closer together
   */
  static Range padded(double[] bounds, double margin, double leastSpan) {
    double own = bounds[1] - bounds[0];
    double share = SMALLEST_SHARE * Math.max(Math.abs(bounds[0]), Math.abs(bounds[1]));
    double least = own > share ? own : Math.max(share, own > 0 ? 0 : 1);
    double wanted = Math.max(leastSpan, least) * (1 + 2 * margin);
    double middle = bounds[0] + own / 2;
    return exactly(middle - wanted / 2, middle + wanted / 2);
  }

  /**
   * From 0 to the last epoch, with whole steps.
   *
   * @param last at least 0
   */
  static Range epochs(int last) {
    double high = Math.max(last, 1);
    BigDecimal step = step(high / EPOCH_INTERVALS).max(BigDecimal.ONE);
    return new Range(0, high, false, ticks(BigDecimal.ZERO, new BigDecimal(high), step));
  }

  /**
   * A range for the values of a swept number, with a little room on both sides.
   *
   * @param values at least one, all of which can be drawn; positive if logarithmic
   * @param logarithmic whether equal lengths are to be equal factors
   */
  static Range spaced(double[] values, boolean logarithmic) {
    double[] bounds = bounds(values);
    return logarithmic && bounds[0] > 0 ? factors(bounds[0], bounds[1]) : padded(bounds, SPACE, 0);
  }

  /** Ticks at whole decades, or at 1, 2 and 5 times them where fewer than two are spanned. */
  private static Range factors(double low, double high) {
    double from = FastMath.log10(low);
    double to = FastMath.log10(high);
    double room = Math.max(SPACE * (to - from), SMALLEST_ROOM);
    double start = FastMath.pow(10, from - room);
    double end = FastMath.pow(10, to + room);
    int first = (int) FastMath.floor(from - room);
    int last = (int) FastMath.ceil(to + room);
    int stride = (last - first + DECADES_LABELLED - 1) / DECADES_LABELLED;
    int[] mantissas = to - from < 2 ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent += stride) {
      for (int mantissa : mantissas) {
        BigDecimal place = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
        if (place.doubleValue() >= start && place.doubleValue() <= end) {
          ticks.add(Tick.at(place, Math.max(0, -exponent)));
        }
      }
    }
    return new Range(start, end, true, ticks);
  }

  /**
   * Places 0, 1, 2, ... for things without a number, each in the middle of its own room.
   *
   * @param labels what is written there
   * @param stride only every so many are labelled, from the first
   */
  static Range places(List<String> labels, int stride) {
    List<Tick> ticks = new ArrayList<>();
    for (int place = 0; place < labels.size(); place += stride) {
      ticks.add(new Tick(place, labels.get(place)));
    }
    return new Range(-0.5, labels.size() - 0.5, false, ticks);
  }

  /** Exactly from {@code low} to {@code high}. */
  private static Range exactly(double low, double high) {
    BigDecimal step = step((high - low) / INTERVALS);
    BigDecimal first = whole(low, step, RoundingMode.CEILING);
    return new Range(low, high, false, ticks(first, new BigDecimal(high), step));
  }

  private static Range widened(double low, double high) {
    double smallest = Math.max(Math.abs(low), Math.abs(high)) * SMALLEST_SHARE;
    double missing = Math.max(0, (smallest > 0 ? smallest : 1) - (high - low)) / 2;
    BigDecimal step = step((high - low + 2 * missing) / INTERVALS);
    BigDecimal first = whole(low - missing, step, RoundingMode.FLOOR);
    BigDecimal last = whole(high + missing, step, RoundingMode.CEILING);
    List<Tick> ticks = ticks(first, last, step);
    return new Range(first.doubleValue(), last.doubleValue(), false, ticks);
  }

  private static BigDecimal whole(double value, BigDecimal step, RoundingMode mode) {
    return new BigDecimal(value).divide(step, 0, mode).multiply(step);
  }

  /** The smallest 1, 2 or 5 times a power of ten that is at least as large. */
  private static BigDecimal step(double least) {
    BigDecimal smallest = new BigDecimal(least);
    int exponent = smallest.precision() - smallest.scale() - 1;
    for (int mantissa : MANTISSAS) {
      BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
      if (step.compareTo(smallest) >= 0) {
        return step.stripTrailingZeros();
      }
    }
    throw new IllegalArgumentException("no step of at least " + smallest);
  }

  private static List<Tick> ticks(BigDecimal first, BigDecimal last, BigDecimal step) {
    List<Tick> ticks = new ArrayList<>();
    int decimals = Math.max(0, step.scale());
    for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(step)) {
      ticks.add(Tick.at(value, decimals));
    }
    return ticks;
  }

  private static Range decades(double low, double high) {
    int first = (int) FastMath.floor(FastMath.log10(low));
    int last = (int) FastMath.ceil(FastMath.log10(high));
    int stride = (last - first + DECADES_LABELLED - 1) / DECADES_LABELLED;
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent += stride) {
      ticks.add(Tick.at(BigDecimal.ONE.scaleByPowerOfTen(exponent), Math.max(0, -exponent)));
    }
    double from = BigDecimal.ONE.scaleByPowerOfTen(first).doubleValue();
    double to = BigDecimal.ONE.scaleByPowerOfTen(last).doubleValue();
    return new Range(from, to, true, ticks);
  }

  /** Where a value lies: 0 at {@code low}, 1 at {@code high}; what lies outside is put there. */
  double fraction(double value) {
    double shown = Math.max(low, Math.min(high, value));
    if (logarithmic) {
      double start = FastMath.log10(low);
      return (FastMath.log10(shown) - start) / (FastMath.log10(high) - start);
    }
    return (shown - low) / (high - low);
  }

  /** The number of characters of the longest label. */
  int longestLabel() {
    return ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
  }
}
