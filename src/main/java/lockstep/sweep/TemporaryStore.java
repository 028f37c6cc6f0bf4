package lockstep.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A journal in a folder of its own that goes with it. */
final class TemporaryStore implements TrialStore {
  private final Path folder;
  private final Path file;
  private final Journal journal;

  /**
   * Begins an empty journal.
   *
   * @param folder an empty folder; removed at the end
   */
  TemporaryStore(Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("journal");
    this.journal = Journal.open(file);
  }

  @Override
  public Optional<TrialRecord> find(String digest) throws IOException {
    return journal.find(digest);
  }

  @Override
  public boolean has(String digest) {
    return journal.has(digest);
  }

  @Override
  public void put(String digest, TrialRecord record) throws IOException {
    journal.put(digest, record);
  }

  @Override
  public void sync() {
    // Nobody looks for the file once the process has ended.
  }

  @Override
  public void close() throws IOException {
    journal.close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
