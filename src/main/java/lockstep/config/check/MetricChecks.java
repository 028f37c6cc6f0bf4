package lockstep.config.check;

import java.util.List;
import java.util.stream.IntStream;
import lockstep.config.binding.Key;
import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.ExperimentKeys;
import lockstep.data.DataShape;
import lockstep.data.TargetEncoding;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Activation;
import lockstep.network.ClassRule;
import lockstep.network.Loss;
import lockstep.network.Softmax;
import lockstep.training.Metric;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Whether metrics, and what is told of classes beside them, have a meaning for this data and
 * network.
 *
 * @param facts what is known of the experiment
 */
record MetricChecks(Facts facts) {
  private static final String ANALYSIS = "analysis.";

  void check() {
    List<Metric> metrics = facts.trace().find(ExperimentKeys.METRICS).orElse(List.of());
    for (int i = 0; i < metrics.size(); i++) {
      check(metrics.get(i), "metrics[" + i + "]");
    }
    if (isAsked(AnalysisKeys.CONFUSION_MATRIX)) {
      checkToldClasses(ANALYSIS + AnalysisKeys.CONFUSION_MATRIX.name());
    }
    String roc = ANALYSIS + AnalysisKeys.ROC_CURVE.name();
    if (isAsked(AnalysisKeys.ROC_CURVE) && checkToldClasses(roc)) {
      checkTwoClasses(AnalysisKeys.ROC_CURVE.name(), roc, "analysis: {confusion_matrix: true}");
    }
  }

  private boolean isAsked(Key<Boolean> key) {
    return facts.trace().find(key).filter(Boolean::booleanValue).isPresent();
  }

  private void check(Metric metric, String path) {
    switch (metric.need()) {
      case NOTHING -> {}
      case CLASSES -> checkClasses(path);
      case TOLD_CLASSES -> checkToldClasses(path);
      case TWO_CLASSES -> {
        if (checkToldClasses(path)) {
          checkTwoClasses(
              metric.column(), path, "balanced_accuracy, or another metric for several classes");
        }
      }
      case PROBABILITIES -> {
        if (checkToldClasses(path)) {
          checkProbabilities(metric, path);
        }
      }
      case HIDDEN_UNITS -> checkHiddenUnits(path);
    }
  }

  private void checkHiddenUnits(String path) {
    if (facts.layers().filter(layers -> layers.size() == 2).isPresent()) {
      facts.wrong(path, "there is no hidden layer", "");
    }
  }

  /** Whether there are classes; what is wrong is told. */
  private boolean checkClasses(String path) {
    if (facts.shape().isEmpty() || facts.encoding().isEmpty()) {
      return false;
    }
    DataShape shape = facts.shape().get();
    boolean asIs = facts.encoding().get() instanceof TargetEncoding.AsIs;
    if (!shape.classification()) {
      facts.wrong(path, "the targets are no classes", "mean_absolute_error, or another metric");
    } else if (asIs && shape.classes() > 2) {
      String message = "one output cannot tell " + shape.classes() + " classes apart";
      facts.wrong(path, message, "encoding: one_hot");
    }
    return shape.classification() && !(asIs && shape.classes() > 2);
  }

  /** The same, and whether the target of class k is read as class k. */
  private boolean checkToldClasses(String path) {
    if (!checkClasses(path)) {
      return false;
    }
    DataShape shape = facts.shape().get();
    TargetEncoding encoding = facts.encoding().get();
    if (encoding.obstacle(shape).isPresent()) {
      return false;
    }
    double[][] targets = targets(encoding, shape);
    ClassRule rule = facts.loss().map(Loss::classRule).orElse(ClassRule.HALF);
    for (int number = 0; number < targets.length; number++) {
      RealMatrix target = MatrixUtils.createColumnRealMatrix(targets[number]);
      int read = rule.classOfTarget(DenseMatrix.copyOf(target), 0);
      if (read != number) {
        String message = "the target of class " + number + " is read as class " + read;
        facts.wrong(path, message, "accuracy or error_rate, or encoding: one_hot");
        return false;
      }
    }
    return true;
  }

  /** The target of each class; of one-hot targets, which are all alike, those of two classes. */
  private static double[][] targets(TargetEncoding encoding, DataShape shape) {
    boolean alike = encoding instanceof TargetEncoding.OneHot;
    int classes = alike ? Math.min(shape.classes(), 2) : shape.classes();
    DataShape told = new DataShape(shape.samples(), shape.inputs(), shape.targets(), classes);
    double[] numbers = IntStream.range(0, classes).asDoubleStream().toArray();
    return encoding.encode(MatrixUtils.createColumnRealMatrix(numbers), told).getData();
  }

  private void checkTwoClasses(String name, String path, String instead) {
    int classes = Math.max(facts.shape().get().classes(), facts.targetColumns().orElse(0));
    if (classes > 2) {
      facts.wrong(path, name + " is of two classes, here are " + classes, instead);
    }
  }

  private void checkProbabilities(Metric metric, String path) {
    List<Activation> activations = facts.activations().orElse(List.of());
    if (activations.isEmpty() || facts.targetColumns().isEmpty()) {
      return;
    }
    Activation last = activations.get(activations.size() - 1);
    boolean sigmoid = last instanceof Activation.Sigmoid && facts.targetColumns().get() == 1;
    if (!sigmoid && !(last instanceof Softmax)) {
      String message = "the outputs are not the probabilities of the classes";
      String expected = "for " + metric.column() + " one output with sigmoid, or softmax";
      facts.wrong(path, message, expected);
    }
  }
}
