package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.binding.Words;
import lockstep.training.Metric;

/** The columns of a run's history that an expectation can name. */
final class Columns {
  static final String LOSS = "loss";
  static final String TEST = "test_";

  private Columns() {}

  /** All there could be. */
  static List<String> all() {
    return recorded(List.of(Metric.values()), true);
  }

  /**
   * Those of an experiment: the loss and the metrics, and with a split the same of the test part;
   * dead units are counted on the training set only.
   */
  static List<String> recorded(List<Metric> metrics, boolean split) {
    List<String> columns = new ArrayList<>(List.of(LOSS));
    metrics.forEach(metric -> columns.add(Words.word(metric)));
    if (split) {
      columns.add(TEST + LOSS);
      metrics.stream()
          .filter(metric -> metric != Metric.DEAD_UNITS)
          .forEach(metric -> columns.add(TEST + Words.word(metric)));
    }
    return columns;
  }
}
