package lockstep.compare;

/** What was asked for cannot be compared; the message says why and what can be. */
public final class NotComparableException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what to tell the user. */
  public NotComparableException(String message) {
    super(message);
  }
}
