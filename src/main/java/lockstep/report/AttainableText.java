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
    Optional<Attainable> limit = limit(input.spec());
    List<Column> columns =
        Column.of(input.history()).stream()
            .filter(column -> limit.isPresent() && isLimited(column, limit.get(), input.spec()))
            .filter(column -> Double.isFinite(last(column, input)))
            .toList();
    return columns.isEmpty() ? "" : "\n" + sentence(limit.get(), columns, input) + "\n";
  }

  /**
   * How far the best configuration of a sweep came, by the metric that ranks; empty where that is
   * not limited, or where each repeat has a limit of its own because its data are drawn anew.
   */
  static String text(SweepInput input, Ranking ranking) {
    if (ranking.measured().isEmpty()) {
      return "";
    }
    Standing best = ranking.measured().get(0);
    ExperimentSpec first = input.experiment().spec(input.trial(best.configuration(), 0));
    int again = input.trial(best.configuration(), best.repeats() - 1);
    return limit(first)
        .filter(limit -> isLimited(ranking.metric(), limit, first))
        .filter(limit -> limit(input.experiment().spec(again)).equals(Optional.of(limit)))
        .map(limit -> sentence(limit, ranking.metric(), best))
        .orElse("");
  }

  private static Optional<Attainable> limit(ExperimentSpec spec) {
    RandomStream stream = new Streams(spec.rng(), spec.streams()).open(Purpose.DATA);
    return spec.data().generator().attainable(stream);
  }

  private static boolean isLimited(Column column, Attainable limit, ExperimentSpec spec) {
    if (limit.measure() == Attainable.Measure.ACCURACY) {
      return column.quantity().equals(Metric.ACCURACY.column());
    }
    DataSpec data = spec.data();
    boolean asMade =
        data.targets() instanceof TargetEncoding.AsIs && data.scaling().targets().isEmpty();
    return asMade
        && (column.quantity().equals(Metric.MEAN_SQUARED_ERROR.column())
            || column.isLoss() && isMeanSquaredError(spec.training().loss()));
  }

  private static boolean isMeanSquaredError(Loss loss) {
    return loss instanceof Loss.MeanSquaredError squares
        && squares.reduction() == Reduction.MEAN
        && !squares.half();
  }

  private static String sentence(Attainable limit, Column metric, Standing best) {
    double mean = best.mean().orElseThrow();
    String means = best.repeats() == 1 ? "" : " in the mean";
    String beyond = lack(mean, metric, limit) >= 0 ? "" : metric.heldOut() ? CHANCE : LEARNT;
    return told(limit)
        + "; the best configuration reached "
        + Digits.rounded(mean)
        + means
        + " ("
        + gap(mean, metric, limit)
        + ")."
        + beyond;
  }

  private static String sentence(Attainable limit, List<Column> columns, ReportInput input) {
    String reached =
        columns.stream()
            .filter(column -> hasOneName(column, columns))
            .map(column -> reached(column, limit, input))
            .collect(Collectors.joining(", "));
    List<Column> beyond =
        columns.stream().filter(column -> isBeyond(column, limit, input)).toList();
    return told(limit)
        + "; reached "
        + reached
        + "."
        + (beyond.stream().allMatch(Column::heldOut) ? "" : LEARNT)
        + (beyond.stream().noneMatch(Column::heldOut) ? "" : CHANCE);
  }

  private static String told(Attainable limit) {
    boolean accuracy = limit.measure() == Attainable.Measure.ACCURACY;
    return "Best attainable "
        + (accuracy ? "accuracy" : "mean squared error")
        + " on new samples: "
        + (limit.reached() ? "" : accuracy ? "at most " : "at least ")
        + Digits.rounded(limit.value())
        + ", because of "
        + limit.reason();
  }

  /** Where both the loss and the metric are the mean squared error, it is told once. */
  private static boolean hasOneName(Column column, List<Column> columns) {
    return !column.isLoss()
        || columns.stream().noneMatch(other -> !other.isLoss() && other.part() == column.part());
  }

  private static String reached(Column column, Attainable limit, ReportInput input) {
    double last = last(column, input);
    String part = input.isDivided() ? column.part().word() + ": " : "";
    return Digits.rounded(last) + " (" + part + gap(last, column, limit) + ")";
  }

  private static String gap(double value, Column column, Attainable limit) {
    double lack = lack(value, column, limit);
    String away = lack < 0 ? " beyond it" : " short of it";
    return lack == 0 ? "all of it" : Digits.rounded(Math.abs(lack)) + away;
  }

  /** By how much a value is worse than the limit; negative if it is better. */
  private static double lack(double value, Column column, Attainable limit) {
    return column.higherIsBetter() ? limit.value() - value : value - limit.value();
  }

  private static boolean isBeyond(Column column, Attainable limit, ReportInput input) {
    return lack(last(column, input), column, limit) < 0;
  }

  private static double last(Column column, ReportInput input) {
    return Course.of(input.history(), column.name()).last();
  }
}
