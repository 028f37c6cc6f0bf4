package lockstep.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** The lines below the header while they are read. */
final class CsvBody {
  private final int width;
  private final int[] inputIndices;
  private final int[] targetIndices;
  private final BitSet used = new BitSet();
  private final CsvProblems problems;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();

  /**
   * No lines yet.
   *
   * @param header the names of all columns
   * @param columns the columns that are used, all of which are in the header; only their cells are
   *     looked into
   * @param problems where it is told what is wrong with a line
   */
  CsvBody(CsvHeader header, CsvColumns columns, CsvProblems problems) {
    this.width = header.cells().size();
    this.inputIndices = header.indices(columns.inputs());
    this.targetIndices = header.indices(columns.targets());
    this.problems = problems;
    IntStream.of(inputIndices).forEach(used::set);
    IntStream.of(targetIndices).forEach(used::set);
  }

  /**
   * Adds a line, or tells what is wrong with it.
   *
   * @param row its cells, at least one
   */
  void add(List<CsvCell> row) {
    if (row.size() != width) {
      CsvCell place = row.get(Math.min(row.size() - 1, width));
      problems.add(place, "the number of cells is " + row.size(), width + " as in the header");
      return;
    }
    double[] numbers = numbers(row);
    inputs.add(chosen(numbers, inputIndices));
    targets.add(chosen(numbers, targetIndices));
  }

  /**
   * The samples; there must be at least one line and one input column. Without target columns every
   * target is 0, as where the rows of an experiment have none.
   */
  Samples samples() {
    boolean none = targetIndices.length == 0;
    RealMatrix zeros = new Array2DRowRealMatrix(inputs.size(), 1);
    return new Samples(matrix(inputs), none ? zeros : matrix(targets));
  }

  /** The numbers of the used cells, in the order of the file; 0 elsewhere. */
  private double[] numbers(List<CsvCell> row) {
    double[] numbers = new double[width];
    used.stream().forEach(index -> numbers[index] = row.get(index).number(problems).orElse(0));
    return numbers;
  }

  private static double[] chosen(double[] numbers, int[] indices) {
    return IntStream.of(indices).mapToDouble(index -> numbers[index]).toArray();
  }

  private static RealMatrix matrix(List<double[]> rows) {
    return new Array2DRowRealMatrix(rows.toArray(double[][]::new), false);
  }
}
