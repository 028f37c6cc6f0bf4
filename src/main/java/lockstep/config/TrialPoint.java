package lockstep.config;

import java.util.List;

/**
 * The place of a trial in its sweep.
 *
 * @param configuration which configuration, from 0
 * @param repeat which repeat of it, from 1
 * @param values its value of each swept key, as YAML on one line; empty where it has none and the
 *     key's default holds
 */
public record TrialPoint(int configuration, int repeat, List<String> values) {
  /** Copies the list. */
  public TrialPoint {
    values = List.copyOf(values);
  }
}
