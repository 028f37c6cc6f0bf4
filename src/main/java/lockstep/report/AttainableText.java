package lockstep.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.config.ExperimentSpec;
import lockstep.data.Attainable;
import lockstep.data.DataSpec;
import lockstep.data.TargetEncoding;
import lockstep.experiment.Course;
import lockstep.network.Loss;
import lockstep.network.Reduction;
import lockstep.random.Purpose;
import lockstep.random.RandomStream;
import lockstep.random.Streams;
import lockstep.training.Metric;

/** How far a network came towards what the noise of its data lets any network reach. */
final class AttainableText {
  private static final String LEARNT =
      " On the training samples that is beyond the limit: by chance, or because their noise was"
          + " learnt too.";
  private static final String CHANCE =
      " On samples that are held out it is beyond the limit by chance.";

  private AttainableText() {}

  /**
   * A paragraph; empty where no limit is known, where nothing was measured that it limits, or where
   * what was measured is not finite in the end.
   */
  static String text(ReportInput input) {
    ExperimentSpec spec = input.spec();
    RandomStream stream = new Streams(spec.rng(), spec.streams()).open(Purpose.DATA);
    Optional<Attainable> limit = spec.data().generator().attainable(stream);
    List<Column> columns =
        Column.of(input.history()).stream()
            .filter(column -> limit.isPresent() && isLimited(column, limit.get(), input))
            .filter(column -> Double.isFinite(last(column, input)))
            .toList();
    return columns.isEmpty() ? "" : "\n" + sentence(limit.get(), columns, input) + "\n";
  }

  private static boolean isLimited(Column column, Attainable limit, ReportInput input) {
    if (limit.measure() == Attainable.Measure.ACCURACY) {
      return column.quantity().equals(Metric.ACCURACY.column());
    }
    DataSpec data = input.spec().data();
    boolean asMade =
        data.targets() instanceof TargetEncoding.AsIs && data.scaling().targets().isEmpty();
    return asMade
        && (column.quantity().equals(Metric.MEAN_SQUARED_ERROR.column())
            || column.isLoss() && isMeanSquaredError(input.spec().training().loss()));
  }

  private static boolean isMeanSquaredError(Loss loss) {
    return loss instanceof Loss.MeanSquaredError squares
        && squares.reduction() == Reduction.MEAN
        && !squares.half();
  }

  private static String sentence(Attainable limit, List<Column> columns, ReportInput input) {
    boolean accuracy = limit.measure() == Attainable.Measure.ACCURACY;
    String reached =
        columns.stream()
            .filter(column -> hasOneName(column, columns))
            .map(column -> reached(column, limit, input))
            .collect(Collectors.joining(", "));
    List<Column> beyond =
        columns.stream().filter(column -> isBeyond(column, limit, input)).toList();
    return "Best attainable "
        + (accuracy ? "accuracy" : "mean squared error")
        + " on new samples: "
        + (limit.reached() ? "" : accuracy ? "at most " : "at least ")
        + Digits.rounded(limit.value())
        + ", because of "
        + limit.reason()
        + "; reached "
        + reached
        + "."
        + (beyond.stream().allMatch(Column::heldOut) ? "" : LEARNT)
        + (beyond.stream().noneMatch(Column::heldOut) ? "" : CHANCE);
  }

  /** Where both the loss and the metric are the mean squared error, it is told once. */
  private static boolean hasOneName(Column column, List<Column> columns) {
    return !column.isLoss()
        || columns.stream().noneMatch(other -> !other.isLoss() && other.part() == column.part());
  }

  private static String reached(Column column, Attainable limit, ReportInput input) {
    double last = last(column, input);
    double lack = column.higherIsBetter() ? limit.value() - last : last - limit.value();
    String away = lack < 0 ? " beyond it" : " short of it";
    String gap = lack == 0 ? "all of it" : Digits.rounded(Math.abs(lack)) + away;
    String part = input.isDivided() ? column.part().word() + ": " : "";
    return Digits.rounded(last) + " (" + part + gap + ")";
  }

  private static boolean isBeyond(Column column, Attainable limit, ReportInput input) {
    double last = last(column, input);
    return column.higherIsBetter() ? last > limit.value() : last < limit.value();
  }

  private static double last(Column column, ReportInput input) {
    return Course.of(input.history(), column.name()).last();
  }
}
