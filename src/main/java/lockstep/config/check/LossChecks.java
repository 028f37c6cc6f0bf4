package lockstep.config.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import lockstep.config.format.LossKeys;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.data.CsvTable;
import lockstep.data.DataShape;
import lockstep.data.Generator;
import lockstep.data.Hastie;
import lockstep.data.Rows;
import lockstep.data.TargetEncoding;
import lockstep.data.TargetEncoding.Codes;
import lockstep.data.TargetEncoding.OneHot;
import lockstep.network.Activation;
import lockstep.network.BoundedActivation.HardSigmoid;
import lockstep.network.ClassWeights;
import lockstep.network.ClassificationLoss;
import lockstep.network.ClassificationLoss.BinaryLogits;
import lockstep.network.ClassificationLoss.Categorical;
import lockstep.network.ClassificationLoss.Hinge;
import lockstep.network.Loss;
import lockstep.network.Loss.BinaryCrossEntropy;
import lockstep.network.SmoothRectifier.Softplus;
import lockstep.network.Softmax;

/**
 * Whether the loss fits the network's outputs and the targets.
 *
 * @param facts what is known of the experiment
 */
record LossChecks(Facts facts) {

  void check() {
    facts.activations().ifPresent(this::checkSoftmax);
    facts.loss().ifPresent(this::check);
  }

  private void checkSoftmax(List<Activation> activations) {
    for (int layer = 0; layer < activations.size(); layer++) {
      if (activations.get(layer) instanceof Softmax) {
        checkSoftmax(layer, layer == activations.size() - 1);
      }
    }
  }

  private void checkSoftmax(int layer, boolean last) {
    String path = facts.activationPath(layer);
    if (!last) {
      facts.wrong(path, "softmax is for the output layer only", "another activation here");
    } else if (facts.loss().filter(loss -> !(loss instanceof Categorical)).isPresent()) {
      String expected = "loss: cross_entropy, or another activation";
      facts.wrong(path, "softmax goes with the loss cross_entropy only", expected);
    }
  }

  private void check(Loss loss) {
    facts.activations().ifPresent(all -> checkOutput(loss, all));
    if (loss instanceof Categorical) {
      facts.layers().ifPresent(this::checkClasses);
    }
    if (loss instanceof ClassificationLoss classes) {
      checkTargets(classes);
      checkWeights(classes);
    }
  }

  private void checkOutput(Loss loss, List<Activation> activations) {
    int last = activations.size() - 1;
    Activation output = activations.get(last);
    String path = facts.activationPath(last);
    if (loss instanceof BinaryCrossEntropy && !isProbability(output)) {
      facts.wrong(path, "the loss bce needs outputs between 0 and 1", "sigmoid at the end");
    } else if (loss instanceof Categorical && !(output instanceof Softmax)) {
      String message = "the loss cross_entropy needs probabilities of all classes";
      facts.wrong(path, message, "softmax at the end");
    } else if ((loss instanceof BinaryLogits || loss instanceof Hinge) && isOfOneSign(output)) {
      String message = "the loss " + word(loss) + " needs outputs of both signs";
      String hint = loss instanceof BinaryLogits ? ", or the loss bce" : "";
      facts.wrong(path, message, "identity at the end" + hint);
    }
  }

  /** Softmax has a mistake of its own where it does not belong. */
  private static boolean isProbability(Activation output) {
    return output instanceof Activation.Sigmoid
        || output instanceof Activation.Step
        || output instanceof HardSigmoid
        || output instanceof Softmax;
  }

  private static boolean isOfOneSign(Activation output) {
    return output instanceof Activation.Sigmoid
        || output instanceof Activation.Step
        || output instanceof HardSigmoid
        || output instanceof Activation.Relu
        || output instanceof Softplus;
  }

  /** The loss as files name it. */
  private static String word(Loss loss) {
    Node written = LossKeys.LOSS.type().write(loss);
    return written instanceof Mapping map ? map.entries().get(0).key() : ((Scalar) written).text();
  }

  private void checkClasses(List<Integer> layers) {
    int last = layers.size() - 1;
    if (layers.get(last) == 1) {
      String message = "the loss cross_entropy needs an output for each class";
      facts.wrong("network.layers[" + last + "]", message, "at least 2, or the loss bce");
    }
  }

  private void checkTargets(ClassificationLoss loss) {
    if (facts.targetColumns().isEmpty()) {
      return;
    }
    Optional<Generator> generator = facts.trace().find(Facts.KNOWN_TARGETS).orElseThrow();
    boolean signs = loss instanceof Hinge;
    DoublePredicate right =
        value -> signs ? value == -1 || value == 0 || value == 1 : value >= 0 && value <= 1;
    if (!haveTargets(generator, right)) {
      String path = facts.trace().isGiven("data.encoding") ? "data.encoding" : "data.generator";
      String needed = signs ? "that are -1 and 1, or 0 and 1" : "between 0 and 1";
      boolean hastie = generator.filter(Hastie.class::isInstance).isPresent();
      String hint = hastie ? "labels: classes, or the loss hinge" : "";
      facts.wrong(path, "the loss " + word(loss) + " needs targets " + needed, hint);
    }
  }

  private boolean haveTargets(Optional<Generator> known, DoublePredicate right) {
    TargetEncoding encoding = facts.encoding().orElseThrow();
    if (encoding instanceof OneHot oneHot) {
      return right.test(oneHot.off()) && right.test(oneHot.on());
    }
    if (encoding instanceof Codes codes) {
      return all(codes.vectors(), right);
    }
    return known
        .map(generator -> haveTargets(generator, right))
        .orElseGet(() -> isOneOfTwoClasses(facts.shape().orElseThrow()));
  }

  private static boolean haveTargets(Generator generator, DoublePredicate right) {
    if (generator instanceof Rows rows) {
      return all(rows.targets(), right);
    }
    if (generator instanceof Hastie hastie && hastie.labels() == Hastie.Labels.SIGNS) {
      return right.test(-1) && right.test(1);
    }
    return generator instanceof CsvTable table
        ? Arrays.stream(table.samples().targets().getData()).allMatch(row -> all(row, right))
        : isOneOfTwoClasses(generator.shape());
  }

  private static boolean all(List<List<Double>> rows, DoublePredicate right) {
    return rows.stream().flatMap(List::stream).allMatch(right::test);
  }

  private static boolean all(double[] row, DoublePredicate right) {
    return Arrays.stream(row).allMatch(right);
  }

  private static boolean isOneOfTwoClasses(DataShape shape) {
    return shape.classification() && shape.classes() <= 2;
  }

  private void checkWeights(ClassificationLoss loss) {
    if (!loss.weights().matter() || facts.layers().isEmpty()) {
      return;
    }
    int outputs = facts.layers().get().get(facts.layers().get().size() - 1);
    String path = "training.loss." + word(loss) + ".class_weights";
    if (!(loss instanceof Categorical) && outputs > 1) {
      String message = "of " + word(loss) + " are for one output, here are " + outputs;
      facts.wrong(path, message, "the loss cross_entropy for several classes");
      return;
    }
    int classes = Math.max(2, outputs);
    if (loss.weights() instanceof ClassWeights.Given given && given.weights().size() != classes) {
      int count = given.weights().size();
      facts.wrong(path, count + " weights for " + classes + " classes", "" + classes);
    }
  }
}
