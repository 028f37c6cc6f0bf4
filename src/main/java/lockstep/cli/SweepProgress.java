package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import lockstep.config.Experiment;
import lockstep.sweep.SweepObserver;
import lockstep.sweep.TrialRecord;

/**
 * How far a sweep is: one line that is redrawn on a terminal, now and then a line where stderr goes
 * to a file, and the same in the log.
 */
final class SweepProgress implements SweepObserver, AutoCloseable {
  private static final long NANOS = 1_000_000_000;
  private static final long BETWEEN_REDRAWS = NANOS / 5;
  private static final long BETWEEN_LINES = 30 * NANOS;
  private static final String ERASE = "\r\u001B[K";

  private final String name;
  private final Diagnostics diagnostics;
  private final boolean wanted;
  private final boolean redraws;
  private final LongSupplier nanoseconds;
  private final PrintStream stderr;
  private final Thread interruption = new Thread(this::tellInterruption);
  private long start;
  private long next;
  private int trials;
  private int known;
  private int ran;
  private int running;
  private int diverged;
  private boolean drawn;

  private SweepProgress(
      Experiment experiment, Diagnostics diagnostics, boolean wanted, LongSupplier nanoseconds) {
    this.name = experiment.name();
    this.trials = experiment.trials();
    this.diagnostics = diagnostics;
    this.wanted = wanted;
    this.redraws = Terminal.showsProgress();
    this.nanoseconds = nanoseconds;
    this.stderr =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    restart();
  }

  /**
   * The progress of a sweep.
   *
   * @param experiment what is run
   * @param diagnostics its log
   * @param wanted whether it may be shown
   */
  static SweepProgress of(Experiment experiment, Diagnostics diagnostics, boolean wanted) {
    return of(experiment, diagnostics, wanted, System::nanoTime);
  }

  /** The same by another clock, whose differences count. */
  static SweepProgress of(
      Experiment experiment, Diagnostics diagnostics, boolean wanted, LongSupplier nanoseconds) {
    SweepProgress progress = new SweepProgress(experiment, diagnostics, wanted, nanoseconds);
    Runtime.getRuntime().addShutdownHook(progress.interruption);
    return progress;
  }

  private void restart() {
    start = nanoseconds.getAsLong();
    next = start + (redraws ? BETWEEN_REDRAWS : BETWEEN_LINES);
  }

  @Override
  public synchronized void begins(int count, OptionalInt until) {
    trials = count;
    known = 0;
    ran = 0;
    String rung = until.isPresent() ? " up to epoch " + until.getAsInt() : "";
    diagnostics.info(count + " trials" + rung);
    restart();
  }

  @Override
  public synchronized void known(int trial) {
    known++;
  }

  @Override
  public synchronized void started(int trial) {
    running++;
  }

  @Override
  public synchronized void finished(int trial, TrialRecord record) {
    running--;
    ran++;
    diverged += record.ending().diverged() ? 1 : 0;
    if (record.ending().failed()) {
      String error = record.ending().cause().orElse("unknown");
      diagnostics.warn("trial " + (trial + 1) + " could not be done: " + error);
    }
    if (nanoseconds.getAsLong() - next >= 0) {
      tell();
    }
  }

  private void tell() {
    if (wanted && redraws) {
      stderr.print(ERASE + line());
      stderr.flush();
      drawn = true;
      next = nanoseconds.getAsLong() + BETWEEN_REDRAWS;
    } else {
      diagnostics.info(line());
      if (wanted) {
        stderr.print(line() + "\n");
        stderr.flush();
      }
      next = nanoseconds.getAsLong() + BETWEEN_LINES;
    }
  }

  private String line() {
    double seconds = (nanoseconds.getAsLong() - start) / (double) NANOS;
    double rate = ran / Math.max(seconds, 1e-9);
    int left = trials - known - ran;
    return String.format(
        Locale.ROOT,
        "%s  %,d of %,d trials, %,d running, %,d diverged, %.3g/s, %s left",
        name,
        known + ran,
        trials,
        running,
        diverged,
        rate,
        time(left / Math.max(rate, 1e-9)));
  }

  private static String time(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    long minutes = whole / 60;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }

  /** Whoever presses Ctrl-C is told that nothing is lost. */
  private void tellInterruption() {
    int done;
    synchronized (this) {
      done = known + ran;
    }
    stderr.print((drawn ? ERASE : "") + name + ": interrupted after " + done + " of " + trials);
    stderr.print(" trials, which are kept; the same command goes on from there\n");
    stderr.flush();
  }

  /** Erases the line. */
  @Override
  public synchronized void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(interruption);
    } catch (IllegalStateException ending) {
      return;
    }
    diagnostics.info(ran + " trials run, " + known + " known");
    if (drawn) {
      stderr.print(ERASE);
      stderr.flush();
    }
  }
}
