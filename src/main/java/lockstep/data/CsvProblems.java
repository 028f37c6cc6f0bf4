package lockstep.data;

import java.util.ArrayList;
import java.util.List;

/** The mistakes found so far in one file; keeps the first ones and counts the others. */
final class CsvProblems {
  private final List<CsvProblem> first = new ArrayList<>();
  private int further;
  private CsvProblem firstFurther;

  /**
   * Adds a mistake behind the others.
   *
   * @param cell where it is
   * @param message what is wrong
   * @param expected what would be right; may be empty
   */
  void add(CsvCell cell, String message, String expected) {
    add(new CsvProblem(cell.line(), cell.column(), message, expected));
  }

  void add(CsvProblem problem) {
    if (first.size() < CsvReading.MOST_PROBLEMS) {
      first.add(problem);
    } else {
      firstFurther = further == 0 ? problem : firstFurther;
      further++;
    }
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  /** The first mistakes, and how many more there are, at the place of the first of these. */
  List<CsvProblem> told() {
    List<CsvProblem> told = new ArrayList<>(first);
    if (further > 0) {
      String message = "and " + further + " more";
      told.add(new CsvProblem(firstFurther.line(), firstFurther.column(), message, ""));
    }
    return told;
  }
}
