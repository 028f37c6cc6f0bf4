package lockstep.search;

import java.util.List;
import lockstep.sweep.SweepResults;

/**
 * The findings of the searches of an experiment.
 *
 * @param findings one for each configuration and repeat, in their order
 * @param attempts all trials, those of a search behind each other
 * @param trials what came out of them, read from the store one by one
 */
public record SearchResults(List<Finding> findings, Attempts attempts, SweepResults trials) {
  /** Copies the list. */
  public SearchResults {
    findings = List.copyOf(findings);
  }
}
