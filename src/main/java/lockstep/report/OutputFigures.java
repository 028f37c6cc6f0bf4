package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.data.DataSet;
import lockstep.data.Part;
import lockstep.data.Samples;
import lockstep.data.Scaling;
import lockstep.data.TargetEncoding;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Activation;
import lockstep.network.ClassRule;
import lockstep.network.Loss;
import lockstep.report.figure.Classifier;
import lockstep.report.figure.FitFigure;
import lockstep.report.figure.Labels;
import lockstep.report.figure.Points;
import lockstep.report.figure.RegionFigure;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a trained network gives for every input, where that can be drawn: decision regions of two
 * inputs, or a fitted curve of one.
 *
 * @param input the finished trial
 */
record OutputFigures(ReportInput input) {
  private static final int MOST_FITTED = 3;

  /** The figure, if outputs over inputs can be drawn. */
  Optional<Figure> figure() {
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
    double border = rule().outputBorder();
    Classifier classifier = new Classifier(input.network(), surface(), border, groupNames());
    return Figures.figure(
        "decision_regions",
        labels,
        () -> new RegionFigure(labels, classifier, points(this::classes)).svg());
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
        + (input.isDivided() ? " and " + heldOut() + "." : ".");
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

  private Points classes(Samples samples, Part part) {
    RealMatrix inputs = samples.inputs();
    DenseMatrix targets = DenseMatrix.transposeOf(samples.targets());
    int[] groups =
        IntStream.range(0, samples.count())
            .map(row -> rule().classOfTarget(targets, row))
            .toArray();
    return new Points(inputs.getColumn(0), inputs.getColumn(1), groups, part);
  }

  private ClassRule rule() {
    return input.spec().training().loss().classRule();
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
    return Figures.figure(
        "fitted_curve",
        labels,
        () -> new FitFigure(labels, input.network(), points(OutputFigures::outputs)).svg());
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

  /** The title of an axis, which says so if what it shows is scaled. */
  private static String axis(String name, Optional<Scaling> scaling) {
    return name + (scaling.isPresent() ? " (scaled)" : "");
  }

  private String inputAxis(String name) {
    return axis(name, input.spec().data().scaling().inputs());
  }
}
