package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import lockstep.training.EarlyStopping;
import lockstep.training.History;
import lockstep.training.TrainingColumns;

/**
 * What a training adds to the story of a run: its schedule, its penalty, the loss that it
 * collected, and the parameters that it restored.
 *
 * @param input the report
 */
record ExtraWords(ReportInput input) {

  /** In sentences. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    History history = input.history();
    if (history.lastEpoch() > 0) {
      add(TrainingColumns.RUNNING_LOSS, "The loss collected during an epoch", 1, sentences);
      add(TrainingColumns.PENALTY, "The penalty, which is no part of the loss,", 0, sentences);
      add(TrainingColumns.LEARNING_RATE, "The learning rate", 0, sentences);
    }
    if (history.finalEpoch() < history.lastEpoch()) {
      sentences.add(restored(history));
    }
    return sentences;
  }

  private void add(String column, String subject, int first, List<String> sentences) {
    History history = input.history();
    if (history.columns().contains(column)) {
      int last = history.lastEpoch();
      List<String> numbers = Digits.apart(history.at(column, first), history.at(column, last));
      sentences.add(
          subject
              + " went from "
              + numbers.get(0)
              + " at epoch "
              + first
              + " to "
              + numbers.get(1)
              + " at epoch "
              + last
              + ".");
    }
  }

  private String restored(History history) {
    String metric =
        input.spec().training().stopping().early().map(EarlyStopping::metric).orElseThrow();
    return "The parameters are those of epoch "
        + history.finalEpoch()
        + ", the best by "
        + new Column(metric).words(input.isDivided())
        + "; all final values are about them.";
  }
}
