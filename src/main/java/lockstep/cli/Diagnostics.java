package lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What a run tells about itself: one line each into the log of its results folder and, where asked
 * for, to stderr. This is not the program's output.
 *
 * <p>Log4j takes longer to start than a small experiment to run. So it is started and used by one
 * thread of its own: the methods here hand a line over and return, and {@link #close()} waits until
 * every line is written. {@link #NONE} never touches Log4j. A log that cannot be written is
 * reported once and does not fail the run.
 */
public final class Diagnostics implements AutoCloseable {
  /** Takes every line and writes none; for commands that have no results folder. */
  public static final Diagnostics NONE = new Diagnostics(Optional.empty());

  private final Optional<ExecutorService> writer;
  private DiagnosticsLog log;

  private Diagnostics(Optional<ExecutorService> writer) {
    this.writer = writer;
  }

  /**
   * Diagnostics into a file.
   *
   * @param file the log, appended to; its folder is made if it is missing
   * @param console where the lines go too ({@code --verbose}); not closed; empty for the file only
   * @param troubles where it is reported that the file cannot be written
   */
  public static Diagnostics into(
      Path file, Optional<? extends OutputStream> console, PrintWriter troubles) {
    ExecutorService writer = Executors.newSingleThreadExecutor(Diagnostics::daemon);
    Diagnostics diagnostics = new Diagnostics(Optional.of(writer));
    writer.execute(() -> diagnostics.open(file, console, troubles));
    return diagnostics;
  }

  /** Details that help to find a mistake in Lockstep. */
  public void debug(String message) {
    write(Severity.DEBUG, message);
  }

  /** What is being done. */
  public void info(String message) {
    write(Severity.INFO, message);
  }

  /** What the user may want to look at. */
  public void warn(String message) {
    write(Severity.WARN, message);
  }

  /** Waits until all lines are written, and closes the log. Later lines are refused. */
  @Override
  public void close() {
    writer.ifPresent(this::drain);
  }

  private void open(Path file, Optional<? extends OutputStream> console, PrintWriter troubles) {
    try {
      log = new DiagnosticsLog(file, console);
    } catch (IOException failure) {
      troubles.print("lockstep: no log is written: " + failure + "\n");
      troubles.flush();
    }
  }

  private void write(Severity severity, String message) {
    Instant when = Instant.now();
    writer.ifPresent(thread -> thread.execute(() -> append(when, severity, message)));
  }

  private void append(Instant when, Severity severity, String message) {
    if (log != null) {
      log.append(when, severity, message);
    }
  }

  private void drain(ExecutorService thread) {
    thread.execute(this::closeLog);
    thread.shutdown();
    try {
      thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeLog() {
    if (log != null) {
      log.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "diagnostics");
    thread.setDaemon(true);
    return thread;
  }

  /** How much a line matters. */
  enum Severity {
    DEBUG,
    INFO,
    WARN
  }
}
