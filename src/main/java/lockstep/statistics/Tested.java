package lockstep.statistics;

/** The outcome of a test that could be made. */
public sealed interface Tested extends TestResult permits TTestResult, RankTestResult {

  /** The test's statistic, a finite number. */
  double statistic();

  /**
   * The p value: how probable a statistic at least this far from what is expected would be if there
   * were no difference. From 0 to 1.
   */
  double pValue();
}
