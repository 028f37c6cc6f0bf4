package lockstep.config;

/**
 * What {@code explain} has to say.
 *
 * @param found whether there is such a key
 * @param text the explanation, or what was probably meant; ends with a line feed
 */
public record Explanation(boolean found, String text) {}
