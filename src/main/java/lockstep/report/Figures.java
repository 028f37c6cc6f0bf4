package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lockstep.config.Expectation;
import lockstep.data.Part;
import lockstep.experiment.Course;
import lockstep.experiment.StabilityCourse;
import lockstep.report.figure.Annotations;
import lockstep.report.figure.CurveFigure;
import lockstep.report.figure.Labels;
import lockstep.report.figure.Placeholder;
import lockstep.report.figure.Series;
import lockstep.report.figure.StabilityFigure;
import lockstep.training.Metric;
import lockstep.training.TrainingColumns;
import lockstep.training.Verdict;

/** Which figures a trial gets, and what is written on them. */
final class Figures {
  private static final int MOST_CURVES = 4;
  private static final int RUNNING_LOSS_COLOUR = 2;

  private final ReportInput input;
  private final boolean split;

  private Figures(ReportInput input) {
    this.input = input;
    this.split = input.isDivided();
  }

  /** The figures in the order of the report. */
  static List<Figure> of(ReportInput input) {
    Figures figures = new Figures(input);
    List<Figure> all = new ArrayList<>();
    // It takes longest, so it is begun first.
    Optional<Figure> outputs = new OutputFigures(input).figure();
    if (input.history().lastEpoch() > 0) {
      all.add(figures.loss());
      figures.stability().ifPresent(all::add);
      figures.extra(TrainingColumns.LEARNING_RATE, "Learning rate").ifPresent(all::add);
      figures.extra(TrainingColumns.PENALTY, "Penalty").ifPresent(all::add);
      for (Metric.Kind kind : Metric.Kind.values()) {
        figures.curves(kind).ifPresent(all::add);
      }
    }
    outputs.ifPresent(all::add);
    return all;
  }

  /**
   * The one place where figures are drawn. A figure that fails has a placeholder: no figure is
   * worth the numbers of the trial, which are lost if an exception leaves the report.
   */
  static Figure figure(String name, Labels labels, Supplier<String> drawing) {
    return Figure.begin(
        ResultsLayout.figure(name), labels.description(), () -> drawn(labels, drawing));
  }

  private static String drawn(Labels labels, Supplier<String> drawing) {
    try {
      return drawing.get();
    } catch (RuntimeException undrawable) {
      return new Placeholder(labels).svg();
    }
  }

  private Figure loss() {
    String unit = "loss (" + ConfiguredSection.loss(input.spec().training().loss()) + ")";
    String description = "Loss over the epochs. " + plain(new Story(input).verdict());
    Labels labels = new Labels("Loss", description, "completed epochs", unit);
    List<Column> columns = columns(Column::isLoss);
    List<Series> series = new ArrayList<>(series(columns));
    addRunningLoss(series);
    Annotations annotations = annotations(columns, initialLoss());
    return figure("loss", labels, () -> new CurveFigure(labels, series, annotations).svg());
  }

  /** The loss collected during the epochs, which there is none of at epoch 0. */
  private void addRunningLoss(List<Series> series) {
    if (input.history().columns().contains(TrainingColumns.RUNNING_LOSS)) {
      double[] values = input.history().series(TrainingColumns.RUNNING_LOSS);
      series.add(new Series("during the epoch", values, RUNNING_LOSS_COLOUR, Part.TRAIN));
    }
  }

  /** What the training adds to the history, over the epochs. */
  private Optional<Figure> extra(String column, String title) {
    if (!input.history().columns().contains(column)) {
      return Optional.empty();
    }
    double[] values = input.history().series(column);
    List<String> ends = Digits.apart(values[0], values[values.length - 1]);
    String description =
        title + " over the epochs: from " + ends.get(0) + " to " + ends.get(1) + ".";
    String unit = column.replace('_', ' ');
    Labels labels = new Labels(title, description, "completed epochs", unit);
    Series series = new Series("this run", values, 0, Part.TRAIN);
    Annotations annotations = annotations(column);
    return Optional.of(
        figure(column, labels, () -> new CurveFigure(labels, List.of(series), annotations).svg()));
  }

  private Optional<Figure> stability() {
    return StabilityCourse.of(input.result())
        .filter(course -> !course.limited().isEmpty())
        .map(this::stability);
  }

  private Figure stability(StabilityCourse course) {
    String description = StabilitySection.description(course);
    String axis = "largest stable learning rate";
    Labels labels = new Labels("Stability", description, "completed epochs", axis);
    List<StabilityFigure.Limit> limits =
        course.epochs().stream()
            .map(epoch -> new StabilityFigure.Limit(epoch, course.limit(epoch)))
            .toList();
    double rate = course.learningRate();
    Annotations.Level used = new Annotations.Level(rate, "learning rate " + Digits.exact(rate));
    return figure(
        "stability", labels, () -> new StabilityFigure(labels, limits, used, divergence()).svg());
  }

  private static String plain(String markdown) {
    return markdown.replace("**", "");
  }

  private Annotations annotations(List<Column> columns, Optional<Annotations.Level> level) {
    return marks(columns.stream().map(Column::name).toList(), level);
  }

  private Annotations annotations(String column) {
    return marks(List.of(column), Optional.empty());
  }

  private Annotations marks(List<String> names, Optional<Annotations.Level> level) {
    List<Annotations.Spot> spots = new ArrayList<>();
    for (Expectation expectation : input.spec().expectations()) {
      if (expectation instanceof Expectation.Measured measured) {
        int epoch = epoch(measured.moment());
        measured.values().entrySet().stream()
            .filter(value -> names.contains(value.getKey()) && epoch <= last())
            .map(value -> new Annotations.Spot(epoch, value.getValue().decimal().doubleValue()))
            .forEach(spots::add);
      }
    }
    return new Annotations(level, divergence(), spots, origin());
  }

  private int epoch(Expectation.Moment moment) {
    return moment instanceof Expectation.Moment.Epoch epoch
        ? epoch.epoch()
        : input.history().finalEpoch();
  }

  private int last() {
    return input.history().lastEpoch();
  }

  private String origin() {
    return input.spec().source().isPresent() ? "published" : "expected";
  }

  private Optional<Annotations.Level> initialLoss() {
    double initial = input.history().at("loss", 0);
    Verdict verdict = input.result().verdict();
    boolean relevant = verdict instanceof Verdict.Diverged || verdict instanceof Verdict.Stalled;
    String label = "initial loss " + Digits.rounded(initial);
    return relevant && Double.isFinite(initial)
        ? Optional.of(new Annotations.Level(initial, label))
        : Optional.empty();
  }

  private Optional<Annotations.Moment> divergence() {
    if (input.result().verdict() instanceof Verdict.Diverged diverged) {
      int epoch = Math.min(diverged.epoch(), input.history().lastEpoch());
      String label = "diverged at " + diverged.epoch() + " (" + Story.cause(diverged) + ")";
      return Optional.of(new Annotations.Moment(epoch, label));
    }
    return Optional.empty();
  }

  private List<Column> columns(Predicate<Column> wanted) {
    return Column.of(input.history()).stream().filter(wanted).toList();
  }

  private static String file(Metric.Kind kind) {
    return switch (kind) {
      case SHARE -> "accuracy";
      case ERROR -> "errors";
      case DETERMINATION -> "r2";
      case CORRELATION -> "correlation";
      case SQUARED_ERROR -> "squared_errors";
      case LOG_LOSS -> "log_loss";
      case BRIER_SCORE -> "brier_score";
    };
  }

  private Optional<Figure> curves(Metric.Kind kind) {
    List<Column> all = columns(column -> column.isA(kind));
    List<Column> columns = shown(all);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<String> quantities = columns.stream().map(Column::words).distinct().toList();
    String words = String.join(", ", quantities);
    String title = Story.capital(words);
    String unit = unit(kind);
    String cut = columns.size() < all.size() ? " Others are in history.csv." : "";
    Labels labels = new Labels(title, description(columns) + cut, "completed epochs", unit);
    Annotations annotations = annotations(columns, Optional.empty());
    List<Series> series = series(columns);
    return Optional.of(
        figure(file(kind), labels, () -> new CurveFigure(labels, series, annotations).svg()));
  }

  /** As many quantities, each on every part, as can be told apart. */
  private static List<Column> shown(List<Column> all) {
    List<String> quantities = all.stream().map(Column::quantity).distinct().toList();
    long parts = Math.max(1, all.stream().map(Column::part).distinct().count());
    List<String> shown = quantities.stream().limit(2L * MOST_CURVES / parts).toList();
    return all.stream().filter(column -> shown.contains(column.quantity())).toList();
  }

  private String unit(Metric.Kind kind) {
    boolean scaled = input.spec().data().scaling().targets().isPresent();
    return scaled
        ? Column.unit(kind).replace("of the targets", "of the scaled targets")
        : Column.unit(kind);
  }

  private String description(List<Column> columns) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      Course course = Course.of(input.history(), column.name());
      List<String> numbers = Digits.apart(course.initial(), course.best(), course.last());
      String name = column.words(split);
      text.append(text.isEmpty() ? "" : " ");
      text.append(Story.capital(name));
      text.append(" over the epochs: from ").append(numbers.get(0)).append(" to ");
      text.append(numbers.get(2)).append(", best ").append(numbers.get(1)).append('.');
    }
    return text.toString();
  }

  private List<Series> series(List<Column> columns) {
    List<String> quantities = columns.stream().map(Column::quantity).distinct().toList();
    return columns.stream()
        .map(
            column -> {
              int quantity = quantities.indexOf(column.quantity());
              String part = column.part().word();
              boolean single = quantities.size() == 1;
              String whole = single ? "this run" : column.words();
              String name = single && split ? part : split ? column.words(true) : whole;
              int colour = single ? colour(column.part()) : quantity;
              double[] values = input.history().series(column.name());
              return new Series(name, values, colour, column.part());
            })
        .toList();
  }

  /** The colour of what was measured on a part. */
  static int colour(Part part) {
    return switch (part) {
      case TRAIN -> 0;
      case TEST -> 1;
      case VALIDATION -> 2;
    };
  }
}
