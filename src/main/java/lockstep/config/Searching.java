package lockstep.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import lockstep.config.Search.LargestStable;
import lockstep.config.Search.RangeTest;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.SearchKeys;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Place;

/**
 * How a search sets the values of trials.
 *
 * @param search what is searched for
 * @param low where its lower bound stands in the file
 * @param high where its upper bound stands
 */
record Searching(Search search, Place low, Place high) {
  private static final String EPOCHS = "training.epochs";

  /** The values of a trial that nothing has been found out about. */
  List<Assignment> usual() {
    if (search instanceof RangeTest test) {
      BigDecimal epochs = BigDecimal.valueOf(test.epochs());
      return List.of(
          assignment(search.key(), low, BigDecimal.valueOf(test.low())),
          assignment(EPOCHS, low, epochs));
    }
    return List.of(assignment(search.key(), low, ((LargestStable) search).low()));
  }

  /** The values of a trial with another value of the key. */
  List<Assignment> with(BigDecimal value) {
    return List.of(assignment(search.key(), low, value));
  }

  private static Assignment assignment(String key, Place place, BigDecimal value) {
    KeyPath path = KeyPath.of(key).orElseThrow(() -> new IllegalArgumentException(key));
    return new Assignment(path, place, SearchKeys.node(place, value));
  }

  /**
   * Reports what is wrong with values that may be tried: the largest, and one with all digits. The
   * smallest is the usual one.
   */
  void check(SweptExperiment experiment, List<Mistake> mistakes) {
    if (!mistakes.isEmpty() || !(search instanceof LargestStable stable)) {
      return;
    }
    long next = stable.grid().index(stable.low()) + 1;
    List<List<Assignment>> tried =
        List.of(
            List.of(assignment(search.key(), low, stable.grid().at(next))),
            List.of(assignment(search.key(), high, stable.high())));
    for (List<Assignment> values : tried) {
      List<Mistake> found = new ArrayList<>();
      for (int i = 0; i < experiment.configurations() && found.isEmpty(); i++) {
        experiment.read(i * experiment.repeats(), values, found);
      }
      mistakes.addAll(found);
    }
  }
}
