package lockstep.config;

import java.util.Optional;

/**
 * The document that printed the expected numbers.
 *
 * @param title its title
 * @param author who wrote it
 * @param year when
 * @param url where; shown, never opened
 */
public record Source(
    String title, Optional<String> author, Optional<Integer> year, Optional<String> url) {}
