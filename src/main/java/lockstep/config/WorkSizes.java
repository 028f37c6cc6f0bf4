package lockstep.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.training.Batching;

/** Numbers for specifications: those of networks, data and epochs of the same sizes are equal. */
final class WorkSizes {
  private final Map<Sizes, Integer> known = new LinkedHashMap<>();

  /** All that the work of a trial depends on. */
  private record Sizes(
      List<Integer> layers, long samples, int epochs, Batching batching, int state) {}

  /** The number of a specification, from 0. */
  int of(ExperimentSpec spec) {
    Sizes sizes =
        new Sizes(
            spec.network().layers(),
            spec.data().generator().shape().samples(),
            spec.training().epochs(),
            spec.training().batching(),
            spec.training().updates().optimizer().numbersPerParameter());
    return known.computeIfAbsent(sizes, any -> known.size());
  }
}
