package lockstep.verify;

import java.util.List;

/**
 * A file of the committed results that the new run made otherwise.
 *
 * @param file its path inside the results folder, with {@code /}
 * @param message what is different: {@code line 7 differs}, {@code was not made again}, ...
 * @param context the place, a few lines, each with {@code " "}, {@code "- "} (committed) or {@code
 *     "+ "} (now) before it; may be empty
 */
public record FileDifference(String file, String message, List<String> context) {
  /** Copies the lines. */
  public FileDifference {
    context = List.copyOf(context);
  }
}
