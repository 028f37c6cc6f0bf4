package lockstep.config;

/**
 * One mistake in a user's file, told so that it can be mended without reading further.
 *
 * @param file the file as the user named it, or {@code --set}
 * @param line its line, from 1
 * @param column its column, from 1
 * @param key the full key, such as {@code training.learning_rate}; empty if there is none
 * @param message what is wrong
 * @param expected what would be right; may be empty
 * @param suggestion the known word that was probably meant; may be empty
 * @param excerpt the line of the file with a caret under the place, two lines; may be empty
 */
public record Problem(
    String file,
    int line,
    int column,
    String key,
    String message,
    String expected,
    String suggestion,
    String excerpt) {

  /** {@code file:line:column: key: message; expected ...; did you mean ...?}, then the excerpt. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file + ":" + line + ":" + column + ": ");
    text.append(key.isEmpty() ? "" : key + ": ").append(message);
    text.append(expected.isEmpty() ? "" : "; expected " + expected);
    text.append(suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?");
    return text.append(excerpt.isEmpty() ? "" : "\n" + excerpt).toString();
  }
}
