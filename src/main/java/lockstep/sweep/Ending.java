package lockstep.sweep;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.training.Verdict;

/**
 * How a trial of a sweep ended, in the words of the summary.
 *
 * @param word the verdict's word, {@link #PRUNED} or {@link #FAILED}
 * @param cause the cause of a divergence, or what went wrong in a failed trial; else empty
 * @param at the epoch that the verdict is about, if it is about one
 */
public record Ending(String word, Optional<String> cause, OptionalInt at) {
  /** Ended early because others were better. */
  public static final String PRUNED = "pruned";

  /** Not done: a bug, or not enough memory. */
  public static final String FAILED = "failed";

  private static final String DIVERGED = "diverged";
  private static final String COMPLETED = "completed";
  private static final String STALLED = "stalled";

  /** The ending that a verdict tells. */
  public static Ending of(Verdict verdict) {
    Optional<String> cause =
        verdict instanceof Verdict.Diverged diverged
            ? Optional.of(diverged.cause().name().toLowerCase(Locale.ROOT))
            : Optional.empty();
    return new Ending(verdict.word(), cause, verdict.at());
  }

  /**
   * The ending of a trial that others were better than.
   *
   * @param epoch the last one that was trained
   */
  static Ending pruned(int epoch) {
    return new Ending(PRUNED, Optional.empty(), OptionalInt.of(epoch));
  }

  /** The ending of a trial that could not be done, and why. */
  static Ending failed(String error) {
    return new Ending(FAILED, Optional.of(error), OptionalInt.empty());
  }

  /** Whether the trial diverged. */
  public boolean diverged() {
    return word.equals(DIVERGED);
  }

  /** Whether the trial would have gone on. */
  boolean open() {
    return word.equals(COMPLETED) || word.equals(STALLED);
  }

  /** Whether the trial was ended because others were better. */
  public boolean pruned() {
    return word.equals(PRUNED);
  }

  /** Whether the trial could not be done, so that the next run tries it again. */
  public boolean failed() {
    return word.equals(FAILED);
  }
}
