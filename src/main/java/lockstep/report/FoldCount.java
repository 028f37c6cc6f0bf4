package lockstep.report;

import java.util.OptionalDouble;

/**
 * The folds of a cross-validation, or that there is none.
 *
 * @param count how many there are; 1 without a cross-validation
 * @param ratio the size of a test part over that of a training part; empty without one
 */
record FoldCount(int count, OptionalDouble ratio) {

  /** Whether the runs of a configuration are those of a cross-validation. */
  boolean several() {
    return count > 1;
  }

  /** What runs are called that differ in nothing but chance: folds or seeds. */
  String chance() {
    return several() ? "folds" : "seeds";
  }
}
