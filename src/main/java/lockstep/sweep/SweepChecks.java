package lockstep.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lockstep.expectation.Check;

/**
 * The expectations of all trials of a sweep.
 *
 * @param expected how many there are
 * @param failures how many of them did not hold
 * @param failed the first {@value #MOST} of these, each with its trial in front of its place
 */
public record SweepChecks(int expected, int failures, List<Check> failed) {
  private static final int MOST = 1000;

  /** Copies the list. */
  public SweepChecks {
    failed = List.copyOf(failed);
  }

  /**
   * Looks through all trials.
   *
   * @throws IOException if one cannot be read
   */
  public static SweepChecks of(SweepResults trials) throws IOException {
    int[] counts = new int[2];
    List<Check> failed = new ArrayList<>();
    trials.forEach(
        entry -> {
          counts[0] += entry.record().expectations();
          counts[1] += entry.record().failures().size();
          entry.record().failures().stream()
              .limit(MOST - failed.size())
              .forEach(check -> failed.add(placed(entry.trial() + 1, check)));
        });
    return new SweepChecks(counts[0], counts[1], failed);
  }

  private static Check placed(int trial, Check check) {
    String place = "trial " + trial + ": " + check.place();
    return new Check(place, check.expected(), check.found(), check.exact(), check.holds());
  }
}
