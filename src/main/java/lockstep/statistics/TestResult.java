package lockstep.statistics;

import java.util.OptionalDouble;

/** What a two-sided test gave, or why it could not be made. */
public sealed interface TestResult permits Tested, NotTestable {

  /** The p value, from 0 to 1, of a test that could be made. */
  default OptionalDouble pValueIfTested() {
    return this instanceof Tested tested
        ? OptionalDouble.of(tested.pValue())
        : OptionalDouble.empty();
  }
}
