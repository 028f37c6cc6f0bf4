package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
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
 * @param findings one a repeat
 * @param sample the largest stable values of those that ended between two neighbours
 */
record Found(int configuration, List<Finding> findings, Sample sample) {
  private static final double CONFIDENCE = 0.95;

  /** Copies the list. */
  Found {
    findings = List.copyOf(findings);
  }

  /** The findings of all configurations, in their order. */
  static List<Found> all(Experiment experiment, List<Finding> findings) {
    List<Found> all = new ArrayList<>();
    for (int configuration = 0; configuration < experiment.configurations(); configuration++) {
      int from = configuration * experiment.repeats();
      List<Finding> own = findings.subList(from, from + experiment.repeats());
      List<Double> values =
          own.stream()
              .filter(one -> one.kind() == Kind.BRACKETED)
              .map(one -> one.stable().orElseThrow().attempt().value().doubleValue())
              .toList();
      all.add(new Found(configuration, own, new Sample(values)));
    }
    return all;
  }

  int count(Kind kind) {
    return (int) findings.stream().filter(one -> one.kind() == kind).count();
  }

  Optional<Interval> interval() {
    return sample.meanInterval(CONFIDENCE);
  }

  /** {@code 0.037 to 0.041}. */
  static String span(double low, double high) {
    List<String> ends = Digits.apart(low, high);
    return ends.get(0) + " to " + ends.get(ends.size() - 1);
  }

  /** What happened to a trial that diverged: {@code diverged at epoch 146 (rebounded)}. */
  static String divergence(Ended ended) {
    String cause = ended.ending().cause().orElse("").replace('_', '-');
    int epoch = ended.ending().at().orElse(0);
    return "diverged at epoch " + epoch + (cause.isEmpty() ? "" : " (" + cause + ")");
  }

  static String shown(Ended ended) {
    return Attempts.shown(ended.attempt());
  }
}
