package lockstep.data;

import java.util.List;
import lockstep.decimal.ShortestDecimal;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A scaling with what it took from the training part: all that is needed to scale other samples.
 *
 * @param scaling the rule
 * @param columns what it took from each column
 */
public record FittedScaling(Scaling scaling, List<Column> columns) {
  /** Copies the list. */
  public FittedScaling {
    columns = List.copyOf(columns);
  }

  /**
   * What a scaling takes from a column.
   *
   * @param center the mean, or the smallest value; finite
   * @param width the standard deviation, or the largest value minus the smallest; finite, above 0
   */
  public record Column(double center, double width) {
    /** Checks the ranges. */
    public Column {
      if (!Double.isFinite(center) || !(width > 0 && width <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a column with center "
                + ShortestDecimal.format(center)
                + " and width "
                + ShortestDecimal.format(width)
                + " cannot be scaled");
      }
    }
  }

  /**
   * Samples on the new scale.
   *
   * @param samples n x columns; not changed
   */
  public RealMatrix scale(RealMatrix samples) {
    return mapped(samples, scaling::scale);
  }

  /**
   * Samples on their own scale again.
   *
   * @param samples n x columns, scaled; not changed
   */
  public RealMatrix unscale(RealMatrix samples) {
    return mapped(samples, scaling::unscale);
  }

  private interface Mapping {
    double of(double value, Column column);
  }

  private RealMatrix mapped(RealMatrix samples, Mapping mapping) {
    if (samples.getColumnDimension() != columns.size()) {
      throw new IllegalArgumentException(
          samples.getColumnDimension() + " columns, but " + columns.size() + " are scaled");
    }
    RealMatrix made = samples.copy();
    for (int row = 0; row < made.getRowDimension(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        double value = samples.getEntry(row, column);
        made.setEntry(row, column, mapping.of(value, columns.get(column)));
      }
    }
    return made;
  }
}
