package lockstep.config.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.binding.Aspect;
import lockstep.config.format.DropoutSection;
import lockstep.config.format.InitKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.config.format.UpdateKeys;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Initializer;
import lockstep.network.Initializer.EachLayer;
import lockstep.network.Initializer.Given;
import lockstep.network.Parameters;
import lockstep.network.StoredParameters;
import lockstep.training.Batching;
import lockstep.training.UpdateRule;

/** Whether the network's parts fit each other, and its training. */
record NetworkChecks(Facts facts) {
  private static final Aspect<Initializer, Optional<Initializer>> WEIGHTS =
      new Aspect<>(InitKeys.WEIGHTS, NetworkChecks::withShapes);

  private static final Aspect<Initializer, Optional<Initializer>> BIASES =
      new Aspect<>(InitKeys.BIASES, NetworkChecks::withShapes);

  private static final Aspect<InitSection, Optional<StoredParameters>> STORED =
      new Aspect<>(NetworkKeys.INIT, InitSection::stored);

  /** How many rates of dropout are listed; empty if one is that of every layer. */
  private static final Aspect<DropoutSection, Optional<Integer>> LISTED_RATES =
      new Aspect<>(NetworkKeys.DROPOUT, NetworkChecks::listedRates);

  /** What fits networks with some shapes only. */
  private static Optional<Initializer> withShapes(Initializer initializer) {
    return Optional.of(initializer).filter(any -> any instanceof Given || any instanceof EachLayer);
  }

  private static Optional<Integer> listedRates(DropoutSection dropout) {
    DropoutSection.Rates rates = dropout.rates();
    return rates.everywhere() ? Optional.empty() : Optional.of(rates.each().size());
  }

  void check() {
    facts.layers().ifPresent(this::checkActivationCount);
    facts.layers().ifPresent(this::checkGivenValues);
    facts.layers().ifPresent(this::checkDropout);
    facts.activations().ifPresent(this::checkStep);
    checkPerceptron();
  }

  private void checkActivationCount(List<Integer> layers) {
    int expected = layers.size() - 1;
    facts
        .trace()
        .find(NetworkKeys.ACTIVATIONS)
        .filter(row -> row.hidden().isEmpty() && row.each().size() != expected)
        .ifPresent(
            row ->
                facts.wrong(
                    Facts.ACTIVATIONS,
                    row.each().size() + " activations for " + counted(expected),
                    expected + ", one for each after the inputs"));
  }

  private static String counted(int layers) {
    return counted(layers, "layer");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void checkDropout(List<Integer> layers) {
    int hidden = layers.size() - 2;
    if (facts.silencesUnits() && hidden == 0) {
      String message = "there is no hidden layer whose units could be silenced";
      facts.wrong(dropoutPath(), message, "three or more numbers in layers");
      return;
    }
    facts
        .trace()
        .find(LISTED_RATES)
        .map(listed -> listed.orElse(hidden))
        .filter(count -> count != hidden)
        .ifPresent(
            count ->
                facts.wrong(
                    dropoutPath(),
                    counted(count, "rate") + " for " + counted(hidden, "hidden layer"),
                    hidden + ", one for each layer between inputs and outputs"));
  }

  /** The place of the rates: beside their random numbers, or by themselves. */
  private String dropoutPath() {
    String path = "network." + NetworkKeys.DROPOUT.name();
    return facts.trace().isGiven(path + ".rate") ? path + ".rate" : path;
  }

  private void checkGivenValues(List<Integer> layers) {
    GivenShapes shapes = new GivenShapes(facts, layers);
    given(WEIGHTS).ifPresent(shapes::checkWeights);
    given(BIASES).ifPresent(shapes::checkBiases);
    eachLayer(WEIGHTS, layers).ifPresent(shapes::checkWeights);
    eachLayer(BIASES, layers).ifPresent(shapes::checkBiases);
    Optional<Parameters> stored =
        facts.trace().find(STORED).flatMap(Function.identity()).map(StoredParameters::parameters);
    stored.ifPresent(shapes::checkStored);
    stored.filter(NetworkChecks::hasBiases).ifPresent(all -> refuseWithoutBiases());
  }

  private Optional<Given> given(Aspect<Initializer, Optional<Initializer>> values) {
    return facts
        .trace()
        .find(values)
        .flatMap(Function.identity())
        .filter(Given.class::isInstance)
        .map(Given.class::cast);
  }

  /** A list with an initializer for each layer, if there is one and it is as long as it must be. */
  private Optional<EachLayer> eachLayer(
      Aspect<Initializer, Optional<Initializer>> values, List<Integer> layers) {
    int expected = layers.size() - 1;
    Optional<EachLayer> each =
        facts
            .trace()
            .find(values)
            .flatMap(Function.identity())
            .filter(EachLayer.class::isInstance)
            .map(EachLayer.class::cast);
    each.filter(list -> list.layers().size() != expected)
        .ifPresent(
            list ->
                facts.wrong(
                    "network.init." + values.key().name(),
                    list.layers().size() + " initializers for " + counted(expected),
                    expected + ", one for each after the inputs"));
    return each.filter(list -> list.layers().size() == expected);
  }

  private static boolean hasBiases(Parameters parameters) {
    return parameters.layers().stream().anyMatch(layer -> layer.biases().getNorm() != 0);
  }

  private void refuseWithoutBiases() {
    if (facts.trace().find(NetworkKeys.BIASES).filter(BiasMode.OFF::equals).isPresent()) {
      String message = "the model has biases, which a network without them cannot have";
      facts.wrong("network.init.from", message, "biases: on or frozen");
    }
  }

  private void checkStep(List<Activation> activations) {
    boolean gradient = facts.trace().find(UpdateKeys.RULE).filter(this::isGradient).isPresent();
    int step = 0;
    while (step < activations.size() && !(activations.get(step) instanceof Activation.Step)) {
      step++;
    }
    if (gradient && step < activations.size()) {
      String message = "step has the derivative 0, so gradient descent never trains it";
      facts.wrong(facts.activationPath(step), message, "rule: perceptron, or another activation");
    }
  }

  private boolean isGradient(UpdateRule rule) {
    return rule == UpdateRule.GRADIENT_DESCENT;
  }

  private void checkPerceptron() {
    if (facts.isPerceptron()) {
      facts.layers().filter(layers -> layers.size() > 2).ifPresent(this::refuseHiddenLayers);
      facts
          .batching()
          .filter(batching -> !batching.equals(Batching.PER_SAMPLE))
          .filter(batching -> !batching.equals(new Batching.MiniBatches(1, true)))
          .ifPresent(this::refuseBatches);
    }
  }

  private void refuseHiddenLayers(List<Integer> layers) {
    int hidden = layers.size() - 2;
    String message = "the perceptron rule trains one layer, here are " + (hidden + 1);
    facts.wrong("network.layers", message, "two numbers, inputs and outputs");
  }

  private void refuseBatches(Batching batching) {
    String path = facts.trace().isGiven("training.batch") ? "training.batch" : "training.rule";
    facts.wrong(path, "the perceptron rule takes one sample after the other", "batch: per_sample");
  }
}
