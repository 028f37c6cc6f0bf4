package lockstep.config.yaml;

/**
 * Something wrong at a place. What a file makes longer than anybody reads is cut.
 *
 * @param place where
 * @param key the full key; empty if there is none
 * @param message what is wrong
 * @param expected what would be right; may be empty
 * @param suggestion what was probably meant; may be empty
 */
public record Mistake(Place place, String key, String message, String expected, String suggestion) {
  /** The most characters of each part that are told. */
  public static final int MOST_TOLD = 2000;

  /** Cuts what is too long. */
  public Mistake {
    key = cut(key);
    message = cut(message);
    expected = cut(expected);
    suggestion = cut(suggestion);
  }

  /** A mistake that says all in its message. */
  public Mistake(Place place, String key, String message) {
    this(place, key, message, "", "");
  }

  private static String cut(String text) {
    return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD) + "...";
  }
}
