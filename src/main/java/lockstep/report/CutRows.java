package lockstep.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of a ranked table are shown: all of a short one, the first and last of a long one.
 *
 * @param all how many there are
 */
record CutRows(int all) {
  /** What a cell of the row between says. */
  static final String LEFT_OUT = "⋮";

  private static final int MOST = 40;
  private static final int FIRST = 30;
  private static final int LAST = 5;

  /** The rows of a table of so many. */
  static CutRows of(int all) {
    return new CutRows(all);
  }

  /** How many are not shown. */
  int leftOut() {
    return all > MOST ? all - FIRST - LAST : 0;
  }

  /** Those that are shown, from 0. */
  List<Integer> shown() {
    return IntStream.range(0, all)
        .filter(row -> leftOut() == 0 || row < FIRST || row >= all - LAST)
        .boxed()
        .toList();
  }

  /** The first row after those that are left out; -1 if none is. */
  int gap() {
    return leftOut() == 0 ? -1 : all - LAST;
  }

  /** Where the others are; empty if all are shown. */
  String note() {
    return leftOut() == 0
        ? ""
        : "\n"
            + leftOut()
            + " configurations are left out here; ["
            + ResultsLayout.SUMMARY
            + "]("
            + ResultsLayout.SUMMARY
            + ") has every trial.\n";
  }
}
