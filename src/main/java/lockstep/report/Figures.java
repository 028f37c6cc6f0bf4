package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lockstep.config.Expectation;
import lockstep.data.DataSet;
import lockstep.data.Part;
import lockstep.data.Samples;
import lockstep.data.Scaling;
import lockstep.data.TargetEncoding;
import lockstep.experiment.Course;
import lockstep.experiment.StabilityCourse;
import lockstep.network.Activation;
import lockstep.network.Loss;
import lockstep.report.figure.Annotations;
import lockstep.report.figure.Classifier;
import lockstep.report.figure.CurveFigure;
import lockstep.report.figure.FitFigure;
import lockstep.report.figure.Labels;
import lockstep.report.figure.Placeholder;
import lockstep.report.figure.Points;
import lockstep.report.figure.RegionFigure;
import lockstep.report.figure.Series;
import lockstep.report.figure.StabilityFigure;
import lockstep.training.Metric;
import lockstep.training.TrainingColumns;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.RealMatrix;

/** Which figures a trial gets, and what is written on them. */
final class Figures {
  private static final int MOST_CURVES = 4;
  private static final int MOST_FITTED = 3;
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
    if (input.history().lastEpoch() > 0) {
      all.add(figures.loss());
      figures.stability().ifPresent(all::add);
      figures.extra(TrainingColumns.LEARNING_RATE, "Learning rate").ifPresent(all::add);
      figures.extra(TrainingColumns.PENALTY, "Penalty").ifPresent(all::add);
      for (Metric.Kind kind : Metric.Kind.values()) {
        figures.curves(kind).ifPresent(all::add);
      }
    }
    figures.outputs().ifPresent(all::add);
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

  /** The title of an axis, which says so if what it shows is scaled. */
  private static String axis(String name, Optional<Scaling> scaling) {
    return name + (scaling.isPresent() ? " (scaled)" : "");
  }

  private String inputAxis(String name) {
    return axis(name, input.spec().data().scaling().inputs());
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

  private Optional<Figure> outputs() {
    List<Integer> layers = input.spec().network().layers();
    boolean classes = input.spec().data().generator().shape().classification();
    boolean own = input.spec().training().loss() instanceof Loss.Output;
    if (own) {
      return Optional.empty();
    }
    if (classes && layers.get(0) == 2) {
      return Optional.of(regions());
    }
    boolean curve = !classes && layers.get(0) == 1;
    boolean few = layers.get(layers.size() - 1) <= MOST_FITTED;
    return curve && few ? Optional.of(fit()) : Optional.empty();
  }

  private Figure regions() {
    String description = regionsInWords();
    Labels labels =
        new Labels("Decision regions", description, inputAxis("input 1"), inputAxis("input 2"));
    double border = input.spec().training().loss().classRule().outputBorder();
    Classifier classifier = new Classifier(input.network(), surface(), border, groupNames());
    return figure(
        "decision_regions",
        labels,
        () -> new RegionFigure(labels, classifier, points(Figures::classes)).svg());
  }

  private Classifier.Surface surface() {
    List<Activation> activations = input.spec().network().activations();
    if (activations.stream().anyMatch(Activation.Step.class::isInstance)) {
      return Classifier.Surface.STEPPED;
    }
    boolean sigmoid = activations.get(activations.size() - 1) instanceof Activation.Sigmoid;
    return sigmoid && last(input.spec().network().layers()) == 1
        ? Classifier.Surface.PROBABILITY
        : Classifier.Surface.CONTINUOUS;
  }

  /** With codes a sample's class need not be the number of its largest target. */
  private String groupNames() {
    boolean codes = input.spec().data().targets() instanceof TargetEncoding.Codes;
    return codes ? "target" : "class";
  }

  private String regionsInWords() {
    int epoch = input.history().finalEpoch();
    return "What the network decides after epoch "
        + epoch
        + " for every pair of inputs, with the "
        + Digits.counted(input.result().data().train().count(), "training sample")
        + (split ? " and " + heldOut() + "." : ".");
  }

  private String heldOut() {
    DataSet data = input.result().data();
    String test = data.test().isPresent() ? "the test samples (hollow)" : "";
    String validation = data.validation().isPresent() ? "the validation samples (half filled)" : "";
    String and = test.isEmpty() || validation.isEmpty() ? "" : " and ";
    return validation + and + test;
  }

  private static int last(List<Integer> layers) {
    return layers.get(layers.size() - 1);
  }

  /** Places and groups of samples. */
  private interface Placing {
    Points place(Samples samples, Part part);
  }

  private List<Points> points(Placing placing) {
    List<Points> points = new ArrayList<>();
    DataSet data = input.result().data();
    for (Part part : data.parts()) {
      points.add(placing.place(data.part(part).orElseThrow(), part));
    }
    return points;
  }

  private static Points classes(Samples samples, Part part) {
    RealMatrix inputs = samples.inputs();
    RealMatrix targets = samples.targets();
    int[] groups = IntStream.range(0, samples.count()).map(row -> group(targets, row)).toArray();
    return new Points(inputs.getColumn(0), inputs.getColumn(1), groups, part);
  }

  private static int group(RealMatrix targets, int row) {
    if (targets.getColumnDimension() == 1) {
      return targets.getEntry(row, 0) > 0.5 ? 1 : 0;
    }
    return targets.getRowVector(row).getMaxIndex();
  }

  private Figure fit() {
    String description =
        String.format(
            Locale.ROOT,
            "What the network has fitted after epoch %d, with the %s it was trained on.",
            input.history().finalEpoch(),
            Digits.counted(input.result().data().train().count(), "sample"));
    String output = axis("output", input.spec().data().scaling().targets());
    Labels labels = new Labels("Fitted curve", description, inputAxis("input"), output);
    return figure(
        "fitted_curve",
        labels,
        () -> new FitFigure(labels, input.network(), points(Figures::outputs)).svg());
  }

  private static Points outputs(Samples samples, Part part) {
    int count = samples.count();
    int outputs = samples.targets().getColumnDimension();
    int all = count * outputs;
    RealMatrix inputs = samples.inputs();
    RealMatrix targets = samples.targets();
    double[] x =
        IntStream.range(0, all).mapToDouble(at -> inputs.getEntry(at % count, 0)).toArray();
    double[] y =
        IntStream.range(0, all)
            .mapToDouble(at -> targets.getEntry(at % count, at / count))
            .toArray();
    return new Points(x, y, IntStream.range(0, all).map(at -> at / count).toArray(), part);
  }
}
