package lockstep.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import lockstep.decimal.ShortestDecimal;

/**
 * Independent measurements of one quantity, such as the final accuracies of the repeats.
 *
 * @param values the measurements in their order, finite numbers; there may be none
 */
public record Sample(List<Double> values) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if a value is NaN or infinite; measurements of diverged runs
   *     are to be counted apart
   */
  public Sample {
    values = List.copyOf(values);
    for (int i = 0; i < values.size(); i++) {
      if (!Double.isFinite(values.get(i))) {
        throw new IllegalArgumentException(
            "value " + i + " of a sample is " + ShortestDecimal.format(values.get(i)));
      }
    }
  }

  /** A sample of the values given. */
  public static Sample of(double... values) {
    return new Sample(Arrays.stream(values).boxed().toList());
  }

  /** The number n of values. */
  public int size() {
    return values.size();
  }

  /** The mean Σx / n; empty for n = 0. */
  public OptionalDouble mean() {
    return size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Moments.of(this).mean());
  }

  /** The standard deviation √(Σ(x - mean)² / (n - 1)); empty for n below 2. */
  public OptionalDouble standardDeviation() {
    return size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Moments.of(this).standardDeviation());
  }

  /** The standard error of the mean, the standard deviation over √n; empty for n below 2. */
  public OptionalDouble standardError() {
    return size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Moments.of(this).standardError());
  }

  /** The middle value, or for an even n the mean of the two in the middle; empty for n = 0. */
  public OptionalDouble median() {
    double[] sorted = stream().sorted().toArray();
    int upper = sorted.length / 2;
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    boolean odd = sorted.length % 2 == 1;
    return OptionalDouble.of(odd ? sorted[upper] : sorted[upper - 1] / 2 + sorted[upper] / 2);
  }

  /** The smallest value; empty for n = 0. */
  public OptionalDouble minimum() {
    return stream().min();
  }

  /** The largest value; empty for n = 0. */
  public OptionalDouble maximum() {
    return stream().max();
  }

  /**
   * The interval mean ± t · standard error, where t is the quantile of Student's distribution with
   * n - 1 degrees of freedom (Student 1908, The probable error of a mean, Biometrika 6). It covers
   * the expected value with the probability given if the values are independent and normal. A
   * sample that does not vary has an interval of one point.
   *
   * @param confidence the probability, between 0 and 1, as 0.95
   * @return empty for n below 2
   * @throws IllegalArgumentException if the confidence is not between 0 and 1
   */
  public Optional<Interval> meanInterval(double confidence) {
    Probability.check("confidence", confidence);
    if (size() < 2) {
      return Optional.empty();
    }
    Moments moments = Moments.of(this);
    double half = new StudentT(size() - 1).quantile(confidence) * moments.standardError();
    return Optional.of(Interval.around(moments.mean(), half));
  }

  /**
   * The t interval of the mean of runs that were trained on overlapping samples, as those of a
   * cross-validation: x̄ ± t · s · √(1/n + q). With q = 0 it would be {@link #meanInterval}.
   *
   * <p>Source: C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning
   * 52, 2003.
   *
   * @param confidence in (0, 1)
   * @param testToTrainingRatio q, above 0; 1 / (k - 1) for k folds
   * @return empty for n below 2
   */
  public Optional<Interval> resampledMeanInterval(double confidence, double testToTrainingRatio) {
    if (!(testToTrainingRatio > 0)) {
      throw new IllegalArgumentException(
          "ratio of test to training size " + ShortestDecimal.format(testToTrainingRatio));
    }
    double wider = Math.sqrt(1 + size() * testToTrainingRatio);
    return meanInterval(confidence)
        .map(
            plain ->
                Interval.around(mean().orElseThrow(), wider * (plain.high() - plain.low()) / 2));
  }

  /** The largest absolute value; 0 for n = 0. */
  double magnitude() {
    return stream().map(Math::abs).max().orElse(0);
  }

  DoubleStream stream() {
    return values.stream().mapToDouble(Double::doubleValue);
  }
}
