package lockstep.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lockstep.decimal.ShortestDecimal;

/**
 * Holm's step-down correction for several tests (Holm 1979, A simple sequentially rejective
 * multiple test procedure, Scandinavian Journal of Statistics 6). Of m p values in ascending order
 * the i-th is adjusted to the largest of min(1, (m - j + 1) p(j)) over j ≤ i. Calling different
 * what has an adjusted value of at most α leaves the probability of even one mistake among all m at
 * α or below, whatever the dependence between the tests.
 */
public final class HolmCorrection {
  private HolmCorrection() {}

  /**
   * The adjusted p values of a family of tests.
   *
   * @param results the tests; those that were not possible do not count towards m
   * @return for each result, in the same order, its adjusted p value; empty for one that was not
   *     possible
   */
  public static List<OptionalDouble> adjust(List<? extends TestResult> results) {
    double[] pValues =
        results.stream()
            .map(TestResult::pValueIfTested)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    double[] adjusted = adjust(pValues);
    List<OptionalDouble> all = new ArrayList<>();
    int next = 0;
    for (TestResult result : results) {
      all.add(
          result instanceof Tested ? OptionalDouble.of(adjusted[next++]) : OptionalDouble.empty());
    }
    return List.copyOf(all);
  }

  /**
   * The adjusted p values.
   *
   * @param pValues from 0 to 1, in any order
   * @return in the same order
   * @throws IllegalArgumentException if a p value is out of range
   */
  public static double[] adjust(double... pValues) {
    return adjust(pValues, pValues.length);
  }

  /**
   * The adjusted p values of some tests of a family, as if those of all others were 1: what is
   * called different by them would be so in the whole family, too.
   *
   * @param pValues from 0 to 1, in any order
   * @param family the number m of all tests, at least as many
   * @return in the same order
   * @throws IllegalArgumentException if a p value or the number is out of range
   */
  public static double[] adjust(double[] pValues, long family) {
    check(pValues);
    if (family < pValues.length) {
      throw new IllegalArgumentException(pValues.length + " of " + family + " tests");
    }
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    long left = family;
    for (int i : ascending) {
      largest = Math.max(largest, Math.min(1, left * pValues[i]));
      adjusted[i] = largest;
      left--;
    }
    return adjusted;
  }

  private static void check(double[] pValues) {
    for (double pValue : pValues) {
      if (!(pValue >= 0 && pValue <= 1)) {
        throw new IllegalArgumentException("p value " + ShortestDecimal.format(pValue));
      }
    }
  }
}
