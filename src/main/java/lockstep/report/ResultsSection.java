package lockstep.report;

import java.util.List;
import lockstep.experiment.Course;

/** The numbers that came out, each quantity in short. */
final class ResultsSection {
  private ResultsSection() {}

  /** Initial, best and final value of every column, and the best that could be expected. */
  static String text(ReportInput input) {
    boolean split = input.isDivided();
    String end = "final (epoch " + input.history().lastEpoch() + ")";
    MarkdownTable table = new MarkdownTable("lrrrr", "", "initial", "best", "at epoch", end);
    for (Column column : Column.of(input.history())) {
      Course course = Course.of(input.history(), column.name());
      List<String> numbers = Digits.aligned(course.initial(), course.best(), course.last());
      String epoch = course.bestEpoch().isPresent() ? course.bestEpoch().getAsInt() + "" : "–";
      String words = column.words(split);
      table.row(words, numbers.get(0), numbers.get(1), epoch, numbers.get(2));
    }
    return "## Results\n\n"
        + ScalingSection.unit(input.spec().data())
        + table
        + AttainableText.text(input);
  }
}
