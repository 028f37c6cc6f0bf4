package lockstep.search;

import java.util.Optional;

/**
 * What became of the searches of an experiment.
 *
 * @param ran how many trials were run now
 * @param failed how many of them could not be done
 * @param results what was found; empty if a failure ended them
 */
public record SearchOutcome(int ran, int failed, Optional<SearchResults> results) {}
