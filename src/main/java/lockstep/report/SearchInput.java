package lockstep.report;

import lockstep.config.Experiment;
import lockstep.search.SearchResults;

/**
 * All that the results of a search are made of.
 *
 * @param experiment what was searched in
 * @param results what was found, and the trials
 * @param configuration what was run
 */
public record SearchInput(
    Experiment experiment, SearchResults results, Configuration configuration) {

  /** A finished search, run with some version of the numerics. */
  public static SearchInput of(Experiment experiment, SearchResults results, String numerics) {
    return new SearchInput(experiment, results, Configuration.of(experiment, numerics));
  }

  /** The trials as those of a sweep over the searched key. */
  SweepInput trials() {
    return new SweepInput(
        results.attempts(), trial -> results.trials().at(trial).record(), configuration);
  }
}
