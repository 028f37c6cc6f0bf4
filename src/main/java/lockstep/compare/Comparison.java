package lockstep.compare;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One configuration against another, as one of several comparisons.
 *
 * @param first the one that is compared with: the baseline, if there is one
 * @param second the one that is judged
 * @param measure what they are compared by
 * @param values the values that count
 * @param divergence 1 for each diverged trial and 0 for each that counts
 * @param corrected the p values after Holm's correction
 */
public record Comparison(
    Candidate first,
    Candidate second,
    Measure measure,
    Contrast values,
    Contrast divergence,
    Corrected corrected) {
  /** A corrected p value of at most this shows a difference. */
  public static final double LEVEL = 0.05;

  /**
   * p values after Holm's correction over all comparisons; empty where no test was possible.
   *
   * @param deciding of the deciding test
   * @param ranks of the rank test
   * @param divergence of the test whether one diverges more often
   */
  public record Corrected(
      OptionalDouble deciding, OptionalDouble ranks, OptionalDouble divergence) {}

  /** What can be said of the second against the first. */
  public Finding finding() {
    if (values.identical()) {
      return Finding.IDENTICAL;
    }
    if (corrected.deciding().isEmpty()) {
      return Finding.NOT_TESTED;
    }
    if (corrected.deciding().getAsDouble() > LEVEL) {
      return Finding.NOT_SHOWN;
    }
    boolean larger = larger();
    Optional<Boolean> largerIsBetter = measure.largerIsBetter();
    if (largerIsBetter.isEmpty()) {
      return larger ? Finding.LARGER : Finding.SMALLER;
    }
    return larger == largerIsBetter.get() ? Finding.BETTER : Finding.WORSE;
  }

  /** Where only the rank test decides, its own effect says which is larger. */
  private boolean larger() {
    double difference = values.difference().orElse(0);
    return difference == 0 ? values.rankEffect().orElse(0) > 0 : difference > 0;
  }

  /** Whether the second was shown to diverge more often than the first. */
  public boolean divergesMore() {
    return divergenceShown() && divergence.difference().orElse(0) > 0;
  }

  /** Whether the second was shown to diverge less often than the first. */
  public boolean divergesLess() {
    return divergenceShown() && divergence.difference().orElse(0) < 0;
  }

  private boolean divergenceShown() {
    return corrected.divergence().isPresent() && corrected.divergence().getAsDouble() <= LEVEL;
  }

  /** Whether the second was shown to be worse: in its values, or by diverging more often. */
  public boolean worse() {
    return finding() == Finding.WORSE || divergesMore();
  }

  /** Whether the numbers allow any answer. */
  public boolean answered() {
    return finding() != Finding.NOT_TESTED || divergesMore() || divergesLess();
  }

  /** The trials of the first that are in no test. */
  public int firstLeftOut() {
    return first.trialCount() - values.first().size();
  }

  /** The trials of the second that are in no test. */
  public int secondLeftOut() {
    return second.trialCount() - values.second().size();
  }
}
