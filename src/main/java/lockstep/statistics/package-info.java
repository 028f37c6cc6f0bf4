/**
 * What a handful of repeats says: summaries, intervals, tests, effect sizes, power.
 *
 * <p>Everything here is a pure function of its arguments and gives the same bits on every machine:
 * sums have one order, and no function of {@code java.lang.Math} beyond the exactly rounded ones is
 * used, in this package or in what it takes from Commons Math.
 *
 * <p>All tests are two-sided. What cannot be tested is a {@link lockstep.statistics.NotTestable}
 * with its reason, what is not defined is empty; a NaN neither goes in nor comes out.
 */
package lockstep.statistics;
