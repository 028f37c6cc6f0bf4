package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lockstep.config.ExperimentSpec;
import lockstep.training.TrainingObserver;

/** One line on the terminal that tells how far a run is; nothing where nobody looks. */
final class Progress implements TrainingObserver, AutoCloseable {
  private static final long NANOS_BETWEEN_LINES = 100_000_000;
  private static final String ERASE = "\r\u001B[K";

  private final String name;
  private final int epochs;
  private final boolean shown;
  private final PrintStream terminal;
  private long next;
  private boolean drawn;

  private Progress(ExperimentSpec experiment, boolean shown) {
    this.name = experiment.name();
    this.epochs = experiment.training().epochs();
    this.shown = shown;
    this.terminal =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    this.next = System.nanoTime() + NANOS_BETWEEN_LINES;
  }

  /**
   * The progress of a run.
   *
   * @param experiment what is run
   * @param wanted whether it may be shown if there is a terminal
   */
  static Progress of(ExperimentSpec experiment, boolean wanted) {
    return new Progress(experiment, wanted && Terminal.showsProgress());
  }

  @Override
  public void measured(int epoch, double loss) {
    if (shown && System.nanoTime() - next >= 0) {
      String line =
          String.format(Locale.ROOT, "%s  epoch %d of %d  loss %.6g", name, epoch, epochs, loss);
      terminal.print(ERASE + line);
      terminal.flush();
      drawn = true;
      next = System.nanoTime() + NANOS_BETWEEN_LINES;
    }
  }

  /** Erases the line. */
  @Override
  public void close() {
    if (drawn) {
      terminal.print(ERASE);
      terminal.flush();
    }
  }
}
