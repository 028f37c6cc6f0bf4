package lockstep.config.yaml;

/**
 * Something wrong at a place.
 *
 * @param place where
 * @param key the full key; empty if there is none
 * @param message what is wrong
 * @param expected what would be right; may be empty
 * @param suggestion what was probably meant; may be empty
 */
public record Mistake(Place place, String key, String message, String expected, String suggestion) {
  /** A mistake that says all in its message. */
  public Mistake(Place place, String key, String message) {
    this(place, key, message, "", "");
  }
}
