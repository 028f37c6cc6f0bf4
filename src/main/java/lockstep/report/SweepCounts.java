package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the trials of a sweep ended.
 *
 * @param survey all of them
 */
record SweepCounts(Survey survey) {

  /** How many trials there were, and how they ended. */
  String text() {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      int count = survey.count(outcome);
      if (count > 0) {
        parts.add(count + " " + (outcome == Outcome.PRUNED ? "ended early" : outcome.word()));
      }
    }
    String trials = Digits.counted(survey.trials(), "trial");
    String causes =
        survey.causes().entrySet().stream()
            .map(cause -> cause(cause.getKey(), cause.getValue()))
            .collect(Collectors.joining("; "));
    return "Of "
        + trials
        + ", "
        + String.join(", ", parts)
        + (causes.isEmpty() ? "." : ": " + causes + ".");
  }

  private static String cause(String word, Survey.Cause cause) {
    String when =
        cause.first() == cause.last()
            ? "at epoch " + cause.first()
            : "between epochs " + cause.first() + " and " + cause.last();
    return cause.trials() + " " + Markdown.escape(word.replace('_', '-')) + " " + when;
  }
}
