package lockstep.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lockstep.config.Expectation;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Recording;

/**
 * Under which digest a trial is kept: that of everything its {@link TrialRecord} depends on. That
 * is what decides its numbers, which epochs are recorded, what was expected of it, and where it was
 * made to end.
 */
public final class TrialKey {
  private TrialKey() {}

  /**
   * The digest for a trial that runs to its end.
   *
   * @param spec the trial
   * @param recording which epochs are kept
   * @return 64 hexadecimal digits
   */
  public static String of(ExperimentSpec spec, Recording recording) {
    return of(ExperimentFile.digest(spec), recording, spec.expectations());
  }

  /**
   * The same where the digest of the trial's configuration is known.
   *
   * @param configuration 64 hexadecimal digits
   * @param recording which epochs are kept
   * @param expectations what must come out
   */
  static String of(String configuration, Recording recording, List<Expectation> expectations) {
    // The words of records are only compared: other words would make trials run again, no more.
    return digest(configuration + "\n" + recording + "\n" + expectations + "\n");
  }

  /**
   * The digest for the same trial, made to end at a rung of successive halving.
   *
   * @param key the digest for the whole trial
   * @param epochs after how many epochs
   */
  static String atRung(String key, int epochs) {
    return digest(key + " until " + epochs + "\n");
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
