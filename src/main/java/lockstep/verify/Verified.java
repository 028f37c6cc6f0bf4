package lockstep.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.config.Problem;
import lockstep.expectation.Check;

/**
 * What the verification of one experiment gave.
 *
 * @param name the experiment's name, or the file's if it could not be read
 * @param file the file that was run
 * @param results the committed results it was compared with; empty if there are none
 * @param problems what is wrong in the file; nothing was run if there is any
 * @param expectations how many were checked
 * @param checks the expectations; of a sweep only those that did not hold, each with its trial
 * @param filesCompared how many files were compared byte by byte
 * @param differences the files that differ
 */
public record Verified(
    String name,
    Path file,
    Optional<Path> results,
    List<Problem> problems,
    int expectations,
    List<Check> checks,
    int filesCompared,
    List<FileDifference> differences) {
  /** Copies the lists. */
  public Verified {
    problems = List.copyOf(problems);
    checks = List.copyOf(checks);
    differences = List.copyOf(differences);
  }

  /** Whether something was checked and all of it held. */
  public boolean holds() {
    return problems.isEmpty()
        && !checksNothing()
        && failedChecks().isEmpty()
        && differences.isEmpty();
  }

  /** Whether there was neither an expectation nor a committed result: no verification at all. */
  public boolean checksNothing() {
    return expectations == 0 && results.isEmpty() && problems.isEmpty();
  }

  /** The expectations that did not hold. */
  public List<Check> failedChecks() {
    return checks.stream().filter(check -> !check.holds()).toList();
  }
}
