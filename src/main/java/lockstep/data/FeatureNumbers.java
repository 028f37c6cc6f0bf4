package lockstep.data;

import java.util.List;

/** A number for each input: the same for all, one each, or drawn. */
public sealed interface FeatureNumbers {

  /**
   * The same number for all inputs.
   *
   * @param value finite
   */
  record Same(double value) implements FeatureNumbers {
    /** Checks that the number is finite. */
    public Same {
      NumberChecks.finite("number", value);
    }
  }

  /**
   * A number for each input.
   *
   * @param values in the order of the inputs; finite
   */
  record Each(List<Double> values) implements FeatureNumbers {
    /** Copies the numbers and checks them. */
    public Each {
      values = Table.checked("numbers", List.of(values)).get(0);
    }
  }

  /** Numbers that are drawn. */
  record Random() implements FeatureNumbers {}

  /** Why the numbers do not fit so many inputs; there is no reason where they do. */
  default void check(String place, int features) {
    if (this instanceof Each each && each.values().size() != features) {
      throw new IllegalArgumentException(
          each.values().size() + " numbers of " + place + " for " + features + " features");
    }
  }
}
