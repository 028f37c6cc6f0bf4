package lockstep.data;

import java.util.Optional;

/** Samples that cannot be divided as they should be; the message says why. */
public final class IndivisibleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient Optional<Part> part;

  /**
   * Samples that cannot be divided.
   *
   * @param part whose size is wrong; empty if it is not a size
   * @param reason what is wrong
   */
  IndivisibleException(Optional<Part> part, String reason) {
    super(reason);
    this.part = part;
  }

  /** The part whose size is wrong; empty if it is not a size. */
  public Optional<Part> part() {
    return part;
  }
}
