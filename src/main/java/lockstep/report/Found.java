package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.search.Attempts;
import lockstep.search.Ended;
import lockstep.search.Finding;
import lockstep.search.Finding.Kind;
import lockstep.statistics.Interval;
import lockstep.statistics.Sample;

/**
 * The searches of one configuration.
 *
 * @param configuration which, from 0
 * @param digits with how many significant digits the values were found
 * @param findings one a repeat
 * @param sample the largest stable values of those that ended between two neighbours
 */
record Found(int configuration, int digits, List<Finding> findings, Sample sample) {
  private static final double CONFIDENCE = 0.95;
  private static final int LOSS_DIGITS = 4;

  /** Copies the list. */
  Found {
    findings = List.copyOf(findings);
  }

  /** The findings of all configurations, in their order. */
  static List<Found> all(Experiment experiment, List<Finding> findings) {
    List<Found> all = new ArrayList<>();
    int digits = ((LargestStable) experiment.search().orElseThrow()).digits();
    for (int configuration = 0; configuration < experiment.configurations(); configuration++) {
      int from = configuration * experiment.repeats();
      List<Finding> own = findings.subList(from, from + experiment.repeats());
      List<Double> values =
          own.stream()
              .filter(one -> one.kind() == Kind.BRACKETED)
              .map(one -> one.stable().orElseThrow().attempt().value().doubleValue())
              .toList();
      all.add(new Found(configuration, digits, own, new Sample(values)));
    }
    return all;
  }

  int count(Kind kind) {
    return (int) findings.stream().filter(one -> one.kind() == kind).count();
  }

  Optional<Interval> interval() {
    return sample.meanInterval(CONFIDENCE);
  }

  /** The mean, with one digit more than the values were found with; there is one. */
  String mean() {
    return rounded(sample.mean().orElseThrow());
  }

  /** The interval of the mean: {@code 0.0372 to 0.0411}; empty for less than two values. */
  Optional<String> intervalInWords() {
    return interval().map(both -> rounded(both.low()) + " to " + rounded(both.high()));
  }

  /** The smallest and the largest value: {@code 0.037 to 0.041}; empty for less than two values. */
  Optional<String> range() {
    return sample.size() < 2
        ? Optional.empty()
        : Optional.of(
            Digits.exact(sample.minimum().orElseThrow())
                + " to "
                + Digits.exact(sample.maximum().orElseThrow()));
  }

  private String rounded(double value) {
    return Digits.rounded(value, digits + 1);
  }

  /** Why a trial was not stable: {@code diverged at epoch 146 (rebounded)}. */
  static String instability(Ended ended) {
    if (!ended.ending().diverged()) {
      return "loss "
          + Digits.rounded(ended.lastLoss(), LOSS_DIGITS)
          + " at the end, above the initial "
          + Digits.rounded(ended.initialLoss(), LOSS_DIGITS);
    }
    String cause = ended.ending().cause().orElse("").replace('_', '-');
    int epoch = ended.ending().at().orElse(0);
    return "diverged at epoch " + epoch + (cause.isEmpty() ? "" : " (" + cause + ")");
  }

  static String shown(Ended ended) {
    return Attempts.shown(ended.attempt());
  }
}
