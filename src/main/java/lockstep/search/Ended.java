package lockstep.search;

import lockstep.sweep.Ending;

/**
 * A trial of a search that has ended.
 *
 * @param attempt which
 * @param ending how
 */
public record Ended(Attempt attempt, Ending ending) {}
