package lockstep.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: an experiment, or every mistake in it.
 *
 * @param experiment the experiment; present exactly if there are no problems
 * @param problems all mistakes, in the order of their places
 */
public record Reading(Optional<Experiment> experiment, List<Problem> problems) {
  /** Copies the list and checks that it is one or the other. */
  public Reading {
    problems = List.copyOf(problems);
    if (experiment.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("a reading has either an experiment or problems");
    }
  }

  /** The only trial of the experiment, or its first one. */
  public Optional<ExperimentSpec> spec() {
    return experiment.map(any -> any.spec(0));
  }
}
