package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Neighbouring epochs that all can be drawn, or all cannot.
 *
 * @param from the first
 * @param to behind the last
 */
record Run(int from, int to) {

  int length() {
    return to - from;
  }

  /**
   * The runs of a curve.
   *
   * @param values the curve
   * @param drawable whether those that can be drawn are wanted, or the others
   */
  static List<Run> of(double[] values, boolean drawable) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int index = 0; index <= values.length; index++) {
      if (index == values.length || Range.drawable(values[index]) != drawable) {
        if (index > from) {
          runs.add(new Run(from, index));
        }
        from = index + 1;
      }
    }
    return runs;
  }

  /**
   * The epochs that are enough to draw the run: of each group of neighbours the first, the last,
   * the lowest and the highest, so that no extreme is lost.
   *
   * @param values the curve
   * @param groups the number of groups that the whole curve has, such as its width in pixels
   */
  SortedSet<Integer> thinned(double[] values, int groups) {
    int size = (values.length + groups - 1) / groups;
    TreeSet<Integer> kept = new TreeSet<>();
    for (int start = from; start < to; start += size) {
      int end = Math.min(start + size, to);
      kept.add(start);
      kept.add(end - 1);
      kept.add(extreme(values, start, end, 1));
      kept.add(extreme(values, start, end, -1));
    }
    return kept;
  }

  private static int extreme(double[] values, int start, int end, int sign) {
    int best = start;
    for (int index = start + 1; index < end; index++) {
      best = sign * values[index] > sign * values[best] ? index : best;
    }
    return best;
  }
}
