package lockstep.report;

import java.util.List;
import lockstep.experiment.Course;
import lockstep.training.History;
import lockstep.training.TrainingColumns;

/** The numbers that came out, each quantity in short. */
final class ResultsSection {
  private ResultsSection() {}

  /** Initial, best and final value of every column, and the best that could be expected. */
  static String text(ReportInput input) {
    boolean split = input.isDivided();
    String end = "final (epoch " + input.history().finalEpoch() + ")";
    MarkdownTable table = new MarkdownTable("lrrrr", "", "initial", "best", "at epoch", end);
    for (Column column : Column.of(input.history())) {
      Course course = Course.of(input.history(), column.name());
      List<String> numbers = Digits.aligned(course.initial(), course.best(), course.last());
      String epoch = course.bestEpoch().isPresent() ? course.bestEpoch().getAsInt() + "" : "–";
      String words = column.words(split);
      table.row(words, numbers.get(0), numbers.get(1), epoch, numbers.get(2));
    }
    extras(input, table);
    return "## Results\n\n"
        + ScalingSection.unit(input.spec().data())
        + table
        + AttainableText.text(input);
  }

  /** What the training adds has no best value. */
  private static void extras(ReportInput input, MarkdownTable table) {
    History history = input.history();
    for (String name : TrainingColumns.ALL) {
      if (history.columns().contains(name)) {
        int first = name.equals(TrainingColumns.RUNNING_LOSS) ? 1 : 0;
        boolean there = first <= history.finalEpoch();
        String initial = first > 0 ? "–" : Digits.rounded(history.at(name, 0));
        String last = there ? Digits.rounded(history.at(name, history.finalEpoch())) : "–";
        table.row(name.replace('_', ' '), initial, "–", "–", last);
      }
    }
  }
}
