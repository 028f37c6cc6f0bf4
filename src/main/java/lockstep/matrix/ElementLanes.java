package lockstep.matrix;

import java.util.Arrays;

/** A sum of outer products in which the eight lanes of an element stand one after the other. */
public final class ElementLanes implements OuterProductSum {
  private final double[] lanes;
  private final Adder adder;

  /** Adds the products of a block to the lanes. */
  @FunctionalInterface
  public interface Adder {
    /** X is in x n and D out x n; the lanes are those of the in x out results, row by row. */
    void add(DenseMatrix inputs, DenseMatrix errors, double[] lanes);
  }

  /**
   * The sum over no samples.
   *
   * @param elements how many elements the result has
   * @param adder what adds a block
   */
  public ElementLanes(int elements, Adder adder) {
    this.lanes = new double[elements * LaneSum.LANES];
    this.adder = adder;
  }

  @Override
  public void clear() {
    Arrays.fill(lanes, 0);
  }

  @Override
  public void add(DenseMatrix inputs, DenseMatrix errors) {
    adder.add(inputs, errors, lanes);
  }

  @Override
  public void writeTo(DenseMatrix target) {
    double[] sums = target.values();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = LaneSum.combined(lanes, i * LaneSum.LANES);
    }
  }
}
