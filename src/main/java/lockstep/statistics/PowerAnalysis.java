package lockstep.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import lockstep.decimal.ShortestDecimal;

/**
 * How many repeats a two-sided t-test needs to find a difference of a given size (Cohen 1988,
 * Statistical power analysis for the behavioral sciences, 2nd edition, chapter 2).
 *
 * <p>For n pairs and an effect d_z the t statistic has a noncentral t distribution with n - 1
 * degrees of freedom and noncentrality δ = d_z √n; for two independent samples of n values each and
 * an effect d, with 2n - 2 degrees of freedom and δ = d √(n/2). The power is the probability that
 * it exceeds the critical value on either side.
 *
 * <p>The effect seen in few repeats is itself uncertain, and too large on average where it was
 * picked because it looked large: the number is an estimate for planning, not a statement about the
 * test that was made.
 *
 * @param significanceLevel α, the probability of finding a difference where there is none, between
 *     0 and 1
 * @param power the wanted probability of finding a difference that is there, between 0 and 1
 */
public record PowerAnalysis(double significanceLevel, double power) {
  /** The usual wish: a power of 0.8 at a significance level of 0.05. */
  public static final PowerAnalysis USUAL = new PowerAnalysis(0.05, 0.8);

  /** The largest number of pairs, or of values in a sample, that is looked for. */
  public static final int LARGEST_SIZE = 1_000_000;

  /** Larger effects count as this one: the smallest sizes find it with any usual power. */
  private static final double LARGEST_EFFECT = 100;

  private static final int SMALLEST_SIZE = 2;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is not between 0 and 1
   */
  public PowerAnalysis {
    Probability.check("significance level", significanceLevel);
    Probability.check("power", power);
  }

  /**
   * The power of a paired t-test at this significance level.
   *
   * @param pairs the number of pairs, at least 2
   * @param effectSize d_z, a finite number of either sign; beyond 100 it counts as 100
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double ofPairs(int pairs, double effectSize) {
    double effect = checked(pairs, effectSize);
    return power(pairs - 1, effect * Math.sqrt(pairs));
  }

  /**
   * The power of a t-test of two independent samples of equal size at this significance level.
   *
   * @param valuesPerSample the size of each, at least 2
   * @param effectSize d, a finite number of either sign; beyond 100 it counts as 100
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double ofSamples(int valuesPerSample, double effectSize) {
    double effect = checked(valuesPerSample, effectSize);
    return power(2.0 * valuesPerSample - 2, effect * Math.sqrt(valuesPerSample / 2.0));
  }

  /**
   * The smallest number of pairs with which a paired t-test has the wanted power.
   *
   * @param effectSize d_z, a finite number of either sign
   * @return at least 2; empty where {@value #LARGEST_SIZE} are not enough, as for no effect
   * @throws IllegalArgumentException if the effect is not finite
   */
  public OptionalInt pairsFor(double effectSize) {
    double effect = checked(SMALLEST_SIZE, effectSize);
    return smallest(normalSize(effect), pairs -> ofPairs(pairs, effect) >= power);
  }

  /**
   * The smallest size of each of two independent samples with which a t-test has the wanted power.
   *
   * @param effectSize d, a finite number of either sign
   * @return at least 2; empty where {@value #LARGEST_SIZE} are not enough, as for no effect
   * @throws IllegalArgumentException if the effect is not finite
   */
  public OptionalInt valuesPerSampleFor(double effectSize) {
    double effect = checked(SMALLEST_SIZE, effectSize);
    return smallest(2 * normalSize(effect), size -> ofSamples(size, effect) >= power);
  }

  /**
   * How many pairs more are needed to find, with the wanted power, an effect as large as the one
   * seen.
   *
   * @return 0 if there are enough; empty where the effect is not defined, and where {@value
   *     #LARGEST_SIZE} pairs are not enough
   */
  public OptionalInt morePairs(PairedSamples pairs) {
    OptionalDouble effect = EffectSize.cohensDz(pairs);
    return effect.isEmpty()
        ? OptionalInt.empty()
        : more(pairsFor(effect.getAsDouble()), pairs.size());
  }

  /**
   * How many values more are needed in the smaller of two independent samples, and so many in all
   * in each, to find with the wanted power an effect as large as the one seen. The effect is
   * Cohen's d, and the variances are taken to be equal.
   *
   * @return 0 if there are enough; empty where the effect is not defined, and where {@value
   *     #LARGEST_SIZE} values are not enough
   */
  public OptionalInt moreValuesPerSample(Sample first, Sample second) {
    OptionalDouble effect = EffectSize.cohensD(first, second);
    return effect.isEmpty()
        ? OptionalInt.empty()
        : more(valuesPerSampleFor(effect.getAsDouble()), Math.min(first.size(), second.size()));
  }

  private double power(double degreesOfFreedom, double noncentrality) {
    double critical = new StudentT(degreesOfFreedom).quantile(1 - significanceLevel);
    return new NoncentralT(degreesOfFreedom, noncentrality).beyond(critical);
  }

  /** ((z(1 - α/2) + z(power)) / effect)², where the search starts. */
  private double normalSize(double effect) {
    double sum =
        StandardNormal.quantile(1 - significanceLevel / 2) + StandardNormal.quantile(power);
    return sum / effect * (sum / effect);
  }

  /** Bisection, as power grows with size; most often between half and twice the guess. */
  private OptionalInt smallest(double guess, IntPredicate enough) {
    if (!(guess <= LARGEST_SIZE)) {
      return OptionalInt.empty();
    }
    int low = (int) (guess / 2);
    int high = (int) Math.min(LARGEST_SIZE, 2 * guess + 20);
    if (low < SMALLEST_SIZE || enough.test(low)) {
      low = SMALLEST_SIZE - 1;
    }
    if (!enough.test(high)) {
      low = high;
      high = LARGEST_SIZE;
    }
    return enough.test(high) ? OptionalInt.of(bisected(low, high, enough)) : OptionalInt.empty();
  }

  /** The smallest size that is enough, where {@code low} is not and {@code high} is. */
  private static int bisected(int low, int high, IntPredicate enough) {
    int tooFew = low;
    int suffices = high;
    while (suffices - tooFew > 1) {
      int middle = tooFew + (suffices - tooFew) / 2;
      if (enough.test(middle)) {
        suffices = middle;
      } else {
        tooFew = middle;
      }
    }
    return suffices;
  }

  private static OptionalInt more(OptionalInt needed, int present) {
    return needed.isEmpty() ? needed : OptionalInt.of(Math.max(0, needed.getAsInt() - present));
  }

  private static double checked(int size, double effectSize) {
    if (size < SMALLEST_SIZE) {
      throw new IllegalArgumentException("size " + size + " is not at least " + SMALLEST_SIZE);
    }
    if (!Double.isFinite(effectSize)) {
      throw new IllegalArgumentException("effect size " + ShortestDecimal.format(effectSize));
    }
    return Math.min(Math.abs(effectSize), LARGEST_EFFECT);
  }
}
