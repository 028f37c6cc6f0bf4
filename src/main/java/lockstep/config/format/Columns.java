package lockstep.config.format;

import java.util.ArrayList;
import java.util.List;
import lockstep.training.Metric;
import lockstep.training.StabilitySpec;
import lockstep.training.TrainingRun;

/** The columns of a run's history that an expectation can name. */
public final class Columns {
  /** What the names of columns about the test part begin with. */
  public static final String TEST = "test_";

  private Columns() {}

  /** All there could be. */
  static List<String> all() {
    List<String> names = new ArrayList<>(TrainingRun.columns(List.of(Metric.values()), true));
    names.addAll(StabilitySpec.COLUMNS);
    return names;
  }
}
