package lockstep.search;

import java.math.BigDecimal;

/**
 * One trial of a search.
 *
 * @param search which configuration and repeat, as a trial of the experiment, from 0
 * @param step how many trials of the same search came before, plus 1
 * @param value what the searched key was set to
 */
public record Attempt(int search, int step, BigDecimal value) {}
