package lockstep.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.decimal.ShortestDecimal;
import lockstep.matrix.LaneSum;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How columns of samples are brought to a common scale. It is fitted to the training part alone and
 * then applied to every part.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/preprocessing/_data.py}, {@code StandardScaler} and
 * {@code MinMaxScaler}, constant columns included.
 */
public sealed interface Scaling {

  /**
   * What is taken from one column.
   *
   * @param values the column, at least one value; not changed
   */
  FittedScaling.Column fit(double[] values);

  /** One value of a column on the new scale. */
  double scale(double value, FittedScaling.Column column);

  /** The value that {@link #scale} takes to a value of the new scale. */
  double unscale(double value, FittedScaling.Column column);

  /**
   * Fits to the columns of a matrix.
   *
   * @param samples n x columns, at least one row
   * @throws IllegalArgumentException if a column has no finite center and width
   */
  default FittedScaling fit(RealMatrix samples) {
    List<FittedScaling.Column> columns = new ArrayList<>();
    for (int column = 0; column < samples.getColumnDimension(); column++) {
      columns.add(fit(samples.getColumn(column)));
    }
    return new FittedScaling(this, columns);
  }

  /**
   * z = (x - m) / s with the mean m and the standard deviation s = √(Σ(x - m)² / n) of the training
   * part. A column that is constant up to rounding has s = 1.
   *
   * @param withMean whether the mean is subtracted; else m = 0
   * @param withStd whether it is divided by the standard deviation; else s = 1
   */
  record Standard(boolean withMean, boolean withStd) implements Scaling {
    /** Both. */
    public static final Standard DEFAULT = new Standard(true, true);

    private static final double PRECISION = Math.ulp(1.0);

    /** Checks that it does something. */
    public Standard {
      if (!withMean && !withStd) {
        throw new IllegalArgumentException("neither the mean nor the deviation is scaled");
      }
    }

    @Override
    public FittedScaling.Column fit(double[] values) {
      int count = values.length;
      double mean = LaneSum.of(values, 0, count) / count;
      double[] deviations = Arrays.stream(values).map(value -> value - mean).toArray();
      double rest = LaneSum.of(deviations, 0, count);
      double squares = LaneSum.ofProducts(deviations, 0, deviations, 0, count);
      double variance = (squares - rest * rest / count) / count;
      double error = count * mean * PRECISION;
      boolean constant = variance <= count * PRECISION * variance + error * error;
      double width = withStd && !constant ? Math.sqrt(variance) : 1;
      return new FittedScaling.Column(withMean ? mean : 0, width);
    }

    @Override
    public double scale(double value, FittedScaling.Column column) {
      return (value - column.center()) / column.width();
    }

    @Override
    public double unscale(double value, FittedScaling.Column column) {
      return value * column.width() + column.center();
    }
  }

  /**
   * z = low + (x - a) · (high - low) / (b - a) with the smallest value a and the largest value b of
   * the training part. A column with b - a below ten units of rounding is taken to have b - a = 1.
   *
   * @param low what the smallest value becomes
   * @param high what the largest value becomes, above {@code low}
   */
  record MinMax(double low, double high) implements Scaling {
    /** From 0 to 1. */
    public static final MinMax DEFAULT = new MinMax(0, 1);

    private static final double NARROWEST = 10 * Math.ulp(1.0);

    /** Checks the range. */
    public MinMax {
      if (!(low < high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException(
            "from " + ShortestDecimal.format(low) + " to " + ShortestDecimal.format(high));
      }
    }

    @Override
    public FittedScaling.Column fit(double[] values) {
      double smallest = Arrays.stream(values).min().orElse(Double.NaN);
      double width = Arrays.stream(values).max().orElse(Double.NaN) - smallest;
      return new FittedScaling.Column(smallest, width < NARROWEST ? 1 : width);
    }

    @Override
    public double scale(double value, FittedScaling.Column column) {
      double factor = (high - low) / column.width();
      return value * factor + (low - column.center() * factor);
    }

    @Override
    public double unscale(double value, FittedScaling.Column column) {
      double factor = (high - low) / column.width();
      return (value - (low - column.center() * factor)) / factor;
    }
  }
}
