package lockstep.config;

/**
 * One line of a resolved configuration, for reports.
 *
 * @param key the full key, such as {@code training.loss.bce.reduction}
 * @param value its value as YAML on one line
 */
public record Setting(String key, String value) {}
