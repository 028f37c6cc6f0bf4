package lockstep.sweep;

import java.io.IOException;
import java.util.Optional;

/**
 * Finished trials by their digest. All methods may be called from any thread.
 *
 * <p>What was put in is there for every later {@link #find}, and after the process was killed once
 * {@link #sync} has returned.
 */
public interface TrialStore extends AutoCloseable {

  /**
   * A finished trial.
   *
   * @param digest the digest of its configuration
   * @return empty if it is not there
   * @throws IOException if it cannot be read
   */
  Optional<TrialRecord> find(String digest) throws IOException;

  /** Whether a trial is there; cheap. */
  boolean has(String digest);

  /**
   * Adds a finished trial.
   *
   * @param digest the digest of its configuration
   * @param record what came out
   * @throws IOException if it cannot be written; then it is not there
   */
  void put(String digest, TrialRecord record) throws IOException;

  /**
   * Waits until the disk has everything that was put in.
   *
   * @throws IOException if the disk refuses
   */
  void sync() throws IOException;

  @Override
  void close() throws IOException;
}
