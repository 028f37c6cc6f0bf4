package lockstep.cli;

/** What the process answers to whoever started it. */
public final class ExitCode {
  /** Everything was done and every check held. */
  public static final int FINE = 0;

  /** A check did not hold: a number, a verdict or a file is not what was expected. */
  public static final int CHECK_FAILED = 1;

  /** The experiment file or the command line is wrong. */
  public static final int BAD_INPUT = 2;

  /** The work could not be done: a file could not be read or written, or Lockstep has a bug. */
  public static final int FAILED = 3;

  /** Ended by Ctrl-C; the Java runtime itself gives it when it is interrupted. */
  public static final int INTERRUPTED = 130;

  /** Not an answer: nothing was done, as a {@link LongWorkJvm} is to do it. */
  static final int LONG_WORK = -1;

  private ExitCode() {}
}
