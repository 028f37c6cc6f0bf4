package lockstep.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: an experiment, or every mistake in it.
 *
 * @param spec the experiment; present exactly if there are no problems
 * @param problems all mistakes, in the order of their places
 */
public record Reading(Optional<ExperimentSpec> spec, List<Problem> problems) {
  /** Copies the list and checks that it is one or the other. */
  public Reading {
    problems = List.copyOf(problems);
    if (spec.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("a reading has either a spec or problems");
    }
  }
}
