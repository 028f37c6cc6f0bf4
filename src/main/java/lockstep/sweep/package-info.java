/**
 * Many trials: run side by side, journalled as they finish, and put together in their order.
 *
 * <p>To keep something more of a trial: a component of {@link lockstep.sweep.TrialRecord}, its
 * bytes in {@code RecordFormat}, and a higher version in {@code JournalLayout}, of which {@code
 * RecordFormatTest} reminds.
 */
package lockstep.sweep;
