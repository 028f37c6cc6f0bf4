package lockstep.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What is asked for beside a file.
 *
 * @param overrides {@code key=value} pairs, the values as YAML, applied in order
 * @param allowed folders whose files may be named by experiment files in other folders
 */
public record Request(List<String> overrides, List<Path> allowed) {
  /** Nothing. */
  public static final Request NONE = new Request(List.of(), List.of());

  /** Copies the lists. */
  public Request {
    overrides = List.copyOf(overrides);
    allowed = List.copyOf(allowed);
  }

  /** Only other values. */
  public static Request overriding(List<String> overrides) {
    return new Request(overrides, List.of());
  }
}
