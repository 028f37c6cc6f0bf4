/**
 * Results against each other: what differs in their configurations, and what tests say about their
 * numbers.
 *
 * <p>Everything is read from results folders as they lie on disk; nothing is run.
 */
package lockstep.compare;
