package lockstep.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lockstep.experiment.Numerics;
import lockstep.sweep.DigestIndex.Digest;

/**
 * Trials in one file that only grows. Whatever ends the process, the records that are whole are
 * there the next time, and nothing that is not whole is ever taken for a record.
 *
 * <p>{@link #put} gives a record to the system at once, so that it outlives the process; the disk
 * is asked for it together with others, at most {@value #MILLIS_BETWEEN_SYNCS} ms later, so that it
 * outlives a power cut. One digest and a place are held in memory for each trial.
 *
 * <p>The file is not locked: whoever opens it for writing owns its folder.
 */
public final class Journal implements TrialStore {
  /** At most so long may a record wait for the disk. */
  static final long MILLIS_BETWEEN_SYNCS = 200;

  private final JournalLayout layout;
  private final RandomAccessFile file;
  private final DigestIndex index;
  private final List<String> notes;
  private final Optional<ScheduledExecutorService> clock;
  private final Object disk = new Object();
  private long end;
  private long next;
  private long synced;
  private Optional<IOException> failure = Optional.empty();

  private Journal(JournalLayout layout, JournalOpening.Opened opened, boolean writes) {
    this.layout = layout;
    this.file = opened.file();
    this.index = opened.index();
    this.notes = opened.notes();
    this.end = opened.end();
    this.next = opened.next();
    this.synced = end;
    this.clock = writes ? Optional.of(startClock()) : Optional.empty();
  }

  /**
   * Opens a journal, and makes it if it is missing. Records that are not whole are removed; a
   * journal of another format or other numerics is put aside, as {@code journal.old}.
   *
   * @param path the file; its folder exists
   * @throws IOException if it cannot be read or written
   */
  public static Journal open(Path path) throws IOException {
    return open(path, Numerics.VERSION);
  }

  /** The same for the results of some numerics. */
  static Journal open(Path path, String numerics) throws IOException {
    JournalLayout layout = JournalLayout.of(numerics);
    return new Journal(layout, JournalOpening.forWriting(path, layout), true);
  }

  /**
   * Looks into a journal that another process may be writing. Nothing is changed, and nothing can
   * be put in.
   *
   * @param path the file, which must exist
   * @throws IOException if it cannot be read
   */
  public static Journal look(Path path) throws IOException {
    JournalLayout layout = JournalLayout.of(Numerics.VERSION);
    return new Journal(layout, JournalOpening.forReading(path, layout), false);
  }

  /**
   * A journal in a temporary file, which is removed when it is closed.
   *
   * @throws IOException if there is no room for it
   */
  public static TrialStore temporary() throws IOException {
    return new TemporaryStore(Files.createTempDirectory("lockstep"));
  }

  /** What was found to be wrong when it was opened, in sentences; mostly nothing. */
  public List<String> notes() {
    return notes;
  }

  /** How many trials it has, failed ones included. */
  public synchronized int size() {
    return index.size();
  }

  @Override
  public synchronized boolean has(String digest) {
    return index.get(Digest.parse(digest)) > 0;
  }

  /** Whether a trial was tried and could not be done. */
  public synchronized boolean failed(String digest) {
    return index.get(Digest.parse(digest)) < 0;
  }

  @Override
  public Optional<TrialRecord> find(String digest) throws IOException {
    Digest wanted = Digest.parse(digest);
    byte[] payload;
    synchronized (this) {
      long place = index.get(wanted);
      if (place == 0) {
        return Optional.empty();
      }
      payload = payload(wanted, position(place));
    }
    return Optional.of(RecordFormat.decode(payload));
  }

  @Override
  public void put(String digest, TrialRecord record) throws IOException {
    Digest key = Digest.parse(digest);
    byte[] payload = RecordFormat.encode(record);
    synchronized (this) {
      refuseIfBroken();
      boolean failed = record.ending().failed();
      append(layout.record(new JournalLayout.Head(payload.length, next, key, failed), payload));
      index.put(key, place(end, failed));
      end += JournalLayout.HEAD + payload.length + JournalLayout.CHECKSUM;
      next++;
    }
  }

  @Override
  public void sync() throws IOException {
    synchronized (disk) {
      long target;
      synchronized (this) {
        refuseIfBroken();
        target = end;
      }
      if (target > synced) {
        file.getFD().sync();
        synced = target;
      }
    }
  }

  @Override
  public void close() throws IOException {
    clock.ifPresent(ScheduledExecutorService::shutdownNow);
    try {
      if (clock.isPresent() && !broken()) {
        sync();
      }
    } finally {
      synchronized (disk) {
        file.close();
      }
    }
  }

  /** A position as a place in the index, which is not 0, and below 0 for a failed trial. */
  static long place(long position, boolean failed) {
    return failed ? -position - 1 : position + 1;
  }

  /** The position that a place stands for. */
  static long position(long place) {
    return Math.abs(place) - 1;
  }

  private ScheduledExecutorService startClock() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "journal");
              thread.setDaemon(true);
              return thread;
            });
    started.scheduleWithFixedDelay(
        this::syncInTime, MILLIS_BETWEEN_SYNCS, MILLIS_BETWEEN_SYNCS, TimeUnit.MILLISECONDS);
    return started;
  }

  /** A failure is told to whoever uses the journal next. */
  private void syncInTime() {
    try {
      if (!broken()) {
        sync();
      }
    } catch (IOException refusal) {
      breakDown(refusal);
    }
  }

  /** Writes the whole record at the end, or nothing. */
  private void append(byte[] record) throws IOException {
    try {
      file.seek(end);
      file.write(record);
    } catch (IOException refusal) {
      takeBack(refusal);
      throw refusal;
    }
  }

  private void takeBack(IOException refusal) {
    try {
      file.setLength(end);
    } catch (IOException another) {
      refusal.addSuppressed(another);
      breakDown(refusal);
    }
  }

  private synchronized void breakDown(IOException refusal) {
    failure = Optional.of(refusal);
  }

  private synchronized boolean broken() {
    return failure.isPresent();
  }

  private void refuseIfBroken() throws IOException {
    if (clock.isEmpty()) {
      throw new IllegalStateException("the journal was opened for looking only");
    }
    if (failure.isPresent()) {
      throw new IOException("the journal could not be written", failure.get());
    }
  }

  private byte[] payload(Digest wanted, long position) throws IOException {
    byte[] head = new byte[JournalLayout.HEAD];
    file.seek(position);
    file.readFully(head);
    JournalLayout.Head read =
        layout
            .head(head, 0)
            .filter(found -> found.digest().equals(wanted))
            .orElseThrow(() -> changed(position));
    byte[] rest = new byte[read.length() + JournalLayout.CHECKSUM];
    file.readFully(rest);
    if (!layout.whole(head, rest)) {
      throw changed(position);
    }
    return Arrays.copyOf(rest, read.length());
  }

  private static IOException changed(long position) {
    return new IOException("the journal has changed at byte " + position + " since it was opened");
  }
}
