package lockstep.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be compared, and by what.
 *
 * @param results results folders, {@code FOLDER:KEY=VALUE,...} or {@code FOLDER:NUMBER} for
 *     configurations of a sweep; at least one
 * @param baseline the configuration that all others are compared with, spelled as one of the
 *     results, without folder if they are of one; empty to compare each with each
 * @param metric the number to compare by; empty for the final test loss, or the final loss
 * @param testToTrainingRatio the size of a test set over that of a training set, for repeats whose
 *     training sets overlap; empty for repeats that are independent
 */
public record CompareRequest(
    List<String> results,
    Optional<String> baseline,
    Optional<String> metric,
    OptionalDouble testToTrainingRatio) {
  /** Copies the list. */
  public CompareRequest {
    results = List.copyOf(results);
  }
}
