package lockstep.cli;

/**
 * Whether a person is looking. The launcher tells: the variable {@code LOCKSTEP_TERMINAL} holds the
 * numbers of the streams that are terminals. Without the launcher, Java itself knows before version
 * 22, where there is no console unless both ends are terminals.
 */
final class Terminal {
  private static final String STREAMS = "LOCKSTEP_TERMINAL";
  private static final int FIRST_WITH_A_CONSOLE_ALWAYS = 22;

  private Terminal() {}

  /** Whether stderr is a terminal, so that a progress line can be redrawn. */
  static boolean showsProgress() {
    return streams().contains("2");
  }

  /** Whether stdout is a terminal and colours are not refused by {@code NO_COLOR}. */
  static boolean showsColours() {
    String refusal = System.getenv("NO_COLOR");
    return streams().contains("1") && (refusal == null || refusal.isEmpty());
  }

  private static String streams() {
    String streams = System.getenv(STREAMS);
    return streams == null ? withoutLauncher() : streams;
  }

  private static String withoutLauncher() {
    boolean knows = Runtime.version().feature() < FIRST_WITH_A_CONSOLE_ALWAYS;
    return knows && System.console() != null ? "12" : "";
  }
}
