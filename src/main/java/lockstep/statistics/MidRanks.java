package lockstep.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranks of values among each other, from 1 up; equal values share the mean of their ranks.
 *
 * @param doubled twice the rank of each value, in the order of the values: a whole number
 * @param tieTerm Σ(t³ - t) over all groups of t equal values; 0 without ties
 */
record MidRanks(int[] doubled, double tieTerm) {

  static MidRanks of(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    int[] doubled = new int[values.length];
    double tieTerm = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = endOfTie(values, order, from);
      for (int i = from; i < to; i++) {
        doubled[order[i]] = from + 1 + to;
      }
      double ties = to - from;
      tieTerm += ties * ties * ties - ties;
    }
    return new MidRanks(doubled, tieTerm);
  }

  private static int endOfTie(double[] values, Integer[] order, int from) {
    int to = from + 1;
    while (to < order.length && values[order[to]] == values[order[from]]) {
      to++;
    }
    return to;
  }
}
