package lockstep.report;

/** A results folder was left untouched because writing into it would have destroyed something. */
public final class FolderRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** It holds the results of another configuration; the message shows the difference. */
    OTHER_CONFIGURATION,
    /** It holds files that do not come from this tool. */
    FOREIGN_FILES,
    /** Another process is writing there. */
    IN_USE
  }

  FolderRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
