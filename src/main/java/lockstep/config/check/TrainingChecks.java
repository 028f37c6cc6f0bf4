package lockstep.config.check;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Key;
import lockstep.config.format.DeviationKeys;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.GeneratorKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.data.CsvTable;
import lockstep.data.DataShape;
import lockstep.data.Generator;
import lockstep.data.Rows;
import lockstep.data.TargetEncoding;
import lockstep.data.TargetEncoding.Codes;
import lockstep.data.TargetEncoding.OneHot;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.BiasGradient;
import lockstep.network.Deviations.HiddenGradient;
import lockstep.network.Loss;
import lockstep.training.Batching;
import lockstep.training.Metric;
import lockstep.training.UpdateRule;

/** Whether loss, metrics and deviations have a meaning for this data and network. */
record TrainingChecks(Facts facts) {
  private static final String NO_DIFFERENCE = "makes no difference here: ";

  void check() {
    checkTargetsAreProbabilities();
    checkMetrics();
    checkSigmoidFactor();
    checkBiasGradient();
    checkBackwardPass();
    checkHiddenGradient();
  }

  private void checkTargetsAreProbabilities() {
    boolean bce = facts.loss().filter(Loss.BinaryCrossEntropy.class::isInstance).isPresent();
    Optional<Generator> generator = facts.trace().find(GeneratorKeys.GENERATOR);
    if (bce && generator.isPresent() && facts.targetColumns().isPresent()) {
      TargetEncoding encoding = facts.encoding().orElseThrow();
      if (!areProbabilities(encoding, generator.get())) {
        String path = facts.trace().isGiven("data.encoding") ? "data.encoding" : "data.generator";
        facts.wrong(path, "the loss bce needs targets between 0 and 1", "");
      }
    }
  }

  private static boolean areProbabilities(TargetEncoding encoding, Generator generator) {
    if (encoding instanceof OneHot oneHot) {
      return isProbability(oneHot.off()) && isProbability(oneHot.on());
    }
    if (encoding instanceof Codes codes) {
      return codes.vectors().stream().flatMap(List::stream).allMatch(TrainingChecks::isProbability);
    }
    if (generator instanceof Rows rows) {
      return rows.targets().stream().flatMap(List::stream).allMatch(TrainingChecks::isProbability);
    }
    return generator instanceof CsvTable table
        ? allProbabilities(table.samples().targets().getData())
        : isOneOfTwoClasses(generator.shape());
  }

  private static boolean allProbabilities(double[][] rows) {
    for (double[] row : rows) {
      for (double value : row) {
        if (!isProbability(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  private static boolean isOneOfTwoClasses(DataShape shape) {
    return shape.classification() && shape.classes() <= 2;
  }

  private void checkMetrics() {
    List<Metric> metrics = facts.trace().find(ExperimentKeys.METRICS).orElse(List.of());
    for (int i = 0; i < metrics.size(); i++) {
      String path = "metrics[" + i + "]";
      switch (metrics.get(i)) {
        case ACCURACY, ERROR_RATE -> checkClasses(path);
        case DEAD_UNITS -> checkHiddenUnits(path);
        default -> {}
      }
    }
  }

  private void checkClasses(String path) {
    if (facts.shape().isEmpty() || facts.encoding().isEmpty()) {
      return;
    }
    DataShape shape = facts.shape().get();
    boolean asIs = facts.encoding().get() instanceof TargetEncoding.AsIs;
    if (!shape.classification()) {
      facts.wrong(path, "the targets are no classes", "mean_absolute_error, or another metric");
    } else if (asIs && shape.classes() > 2) {
      String message = "one output cannot tell " + shape.classes() + " classes apart";
      facts.wrong(path, message, "encoding: one_hot");
    }
  }

  private void checkHiddenUnits(String path) {
    if (facts.layers().filter(layers -> layers.size() == 2).isPresent()) {
      facts.wrong(path, "there is no hidden layer", "");
    }
  }

  private void checkSigmoidFactor() {
    boolean none =
        facts
            .activations()
            .filter(all -> all.stream().noneMatch(Activation.Sigmoid.class::isInstance))
            .isPresent();
    facts
        .trace()
        .find(DeviationKeys.SIGMOID_DERIVATIVE_FACTOR)
        .filter(factor -> factor != 1)
        .ifPresent(
            factor -> {
              refuseIf(none, DeviationKeys.SIGMOID_DERIVATIVE_FACTOR, "there is no sigmoid");
              refusePerceptron(DeviationKeys.SIGMOID_DERIVATIVE_FACTOR);
            });
  }

  private void checkBiasGradient() {
    boolean untrained =
        facts.trace().find(NetworkKeys.BIASES).filter(mode -> mode != BiasMode.ON).isPresent();
    facts
        .trace()
        .find(DeviationKeys.BIAS_GRADIENT)
        .filter(BiasGradient.MEAN::equals)
        .ifPresent(
            mean -> {
              refuseIf(untrained, DeviationKeys.BIAS_GRADIENT, "the biases are not trained");
              refuseIf(isPerSample(), DeviationKeys.BIAS_GRADIENT, "batch is per_sample");
            });
  }

  private void checkBackwardPass() {
    facts
        .trace()
        .find(DeviationKeys.BACKWARD_PASS)
        .filter(BackwardPass.LAST_SAMPLE::equals)
        .ifPresent(
            last -> refuseIf(isPerSample(), DeviationKeys.BACKWARD_PASS, "batch is per_sample"));
  }

  private void checkHiddenGradient() {
    boolean noHidden = facts.layers().filter(layers -> layers.size() == 2).isPresent();
    facts
        .trace()
        .find(DeviationKeys.HIDDEN_GRADIENT)
        .filter(HiddenGradient.UPDATED_WEIGHTS::equals)
        .ifPresent(
            updated ->
                refuseIf(noHidden, DeviationKeys.HIDDEN_GRADIENT, "there is no hidden layer"));
  }

  private boolean isPerSample() {
    return facts.trace().find(TrainingKeys.BATCH).filter(Batching.PER_SAMPLE::equals).isPresent();
  }

  private void refusePerceptron(Key<?> deviation) {
    boolean perceptron =
        facts.trace().find(UpdateKeys.RULE).filter(UpdateRule.PERCEPTRON::equals).isPresent();
    refuseIf(perceptron, deviation, "the perceptron rule uses no derivatives");
  }

  private void refuseIf(boolean condition, Key<?> deviation, String reason) {
    if (condition) {
      facts.wrong("deviations." + deviation.name(), NO_DIFFERENCE + reason, "");
    }
  }
}
