package lockstep.config.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lockstep.data.Part;
import lockstep.training.Metric;
import lockstep.training.StabilitySpec;
import lockstep.training.TrainingColumns;
import lockstep.training.TrainingRun;

/** The columns of a run's history that an expectation can name. */
public final class Columns {
  private Columns() {}

  /** All there could be. */
  static List<String> all() {
    Set<Part> parts = EnumSet.allOf(Part.class);
    List<String> names = new ArrayList<>(TrainingRun.columns(List.of(Metric.values()), parts));
    names.addAll(TrainingColumns.ALL);
    names.addAll(StabilitySpec.COLUMNS);
    return names;
  }
}
