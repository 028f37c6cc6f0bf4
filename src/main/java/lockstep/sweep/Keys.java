package lockstep.sweep;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import lockstep.config.Experiment;
import lockstep.config.Recording;

/**
 * The digests of a sweep's trials, each computed when its trial is first run, and kept in 32 bytes.
 *
 * <p>Threads may use it at the same time for different trials.
 */
final class Keys {
  private static final int BYTES = 32;
  private static final byte[] UNKNOWN = new byte[BYTES];

  private final Experiment experiment;
  private final Recording recording;
  private final byte[] digests;

  /** Computes nothing yet. */
  Keys(Experiment experiment) {
    this.experiment = experiment;
    this.recording = experiment.recording();
    this.digests = new byte[Math.multiplyExact(BYTES, experiment.trials())];
  }

  /**
   * Under which digest a trial is kept.
   *
   * @param trial from 0
   * @param until after how many epochs it is made to end, if it is
   */
  String of(int trial, OptionalInt until) {
    int from = trial * BYTES;
    if (Arrays.equals(digests, from, from + BYTES, UNKNOWN, 0, BYTES)) {
      String key = TrialKey.of(experiment.digest(trial), recording, experiment.expectations(trial));
      System.arraycopy(HexFormat.of().parseHex(key), 0, digests, from, BYTES);
      return limited(key, until);
    }
    return limited(HexFormat.of().formatHex(digests, from, from + BYTES), until);
  }

  private static String limited(String key, OptionalInt until) {
    return until.isPresent() ? TrialKey.atRung(key, until.getAsInt()) : key;
  }
}
