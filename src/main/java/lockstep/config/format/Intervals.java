package lockstep.config.format;

import java.util.Optional;
import lockstep.config.binding.Scope;

/** The check of two keys {@code low} and {@code high} that are the ends of an interval. */
final class Intervals {
  private Intervals() {}

  static void check(Optional<Double> low, Optional<Double> high, Scope scope) {
    if (low.isPresent() && high.isPresent() && !(low.get() < high.get())) {
      String path = scope.child("high").path();
      scope.trace().report(path, "is not above low", "low below high");
    }
  }
}
