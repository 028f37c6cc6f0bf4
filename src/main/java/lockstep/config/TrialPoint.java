package lockstep.config;

import java.util.List;
import java.util.OptionalInt;

/**
 * The place of a trial in its sweep.
 *
 * @param configuration which configuration, from 0
 * @param repeat which repeat of it, from 1: those of a repeat have the same seeds
 * @param fold which fold of its data is the test part, from 1; empty without a cross-validation
 * @param values its value of each swept key, as YAML on one line; empty where it has none and the
 *     key's default holds
 */
public record TrialPoint(int configuration, int repeat, OptionalInt fold, List<String> values) {
  /** Copies the list. */
  public TrialPoint {
    values = List.copyOf(values);
  }

  /** A trial that is not of a cross-validation. */
  public TrialPoint(int configuration, int repeat, List<String> values) {
    this(configuration, repeat, OptionalInt.empty(), values);
  }
}
