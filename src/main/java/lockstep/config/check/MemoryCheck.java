package lockstep.config.check;

import java.util.List;
import lockstep.config.binding.Bytes;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.data.DataShape;
import lockstep.training.Batching;
import lockstep.training.optimizer.Sgd;

/**
 * Whether an experiment fits into memory.
 *
 * @param facts what is known of it
 * @param limit what it may need, in bytes
 */
record MemoryCheck(Facts facts, double limit) {
  /** The keys of generators that decide how many samples, inputs and classes there are. */
  private static final List<String> SAMPLES =
      List.of("data.samples", "data.per_arm", "data.per_spiral", "data.bits");

  private static final List<String> INPUTS =
      List.of("data.features", "data.mean", "data.bits", "data.layers");

  private static final List<String> CLASSES =
      List.of("data.centers", "data.classes", "data.arms", "data.layers");

  void check() {
    MemoryEstimate estimate = estimate();
    double samples = samples();
    if (estimate.total() > limit) {
      String message =
          "the experiment would need about " + Bytes.show(estimate.total()) + " of memory";
      String expected = "at most " + Bytes.show(limit) + ", or a larger -Xmx";
      facts.wrong(cause(estimate), message, expected);
    } else if (samples > Integer.MAX_VALUE) {
      facts.wrong(dataPath(), "more samples than a table can have", "at most 2147483647");
    }
  }

  /** The key that saves the most if its value is made small. */
  private String cause(MemoryEstimate estimate) {
    double byData = estimate.data() + estimate.activations();
    double byLayers = estimate.parameters() + estimate.activations();
    if (estimate.history() > Math.max(byData, byLayers)) {
      return "training.epochs";
    }
    return byData >= byLayers ? dataPath() : "network.layers";
  }

  /** The key that makes the data large: that of their largest extent, if it is given. */
  private String dataPath() {
    double inputs = facts.shape().map(DataShape::inputs).orElse(0);
    double classes = facts.shape().map(DataShape::classes).orElse(0);
    boolean few = samples() < Math.max(inputs, classes);
    List<String> paths = !few ? SAMPLES : inputs >= classes ? INPUTS : CLASSES;
    return paths.stream().filter(facts.trace()::isGiven).findFirst().orElse("data");
  }

  private MemoryEstimate estimate() {
    return new MemoryEstimate(data(), parameters(), activations(), history());
  }

  private double samples() {
    return facts.shape().map(DataShape::samples).orElse(1L);
  }

  private double data() {
    return facts
        .shape()
        .map(shape -> MemoryEstimate.data(shape, facts.targetColumns().orElse(0), copies()))
        .orElse(0.0);
  }

  private int copies() {
    boolean scaled =
        facts.trace().isGiven("data.scaling") || facts.trace().isGiven("data.target_scaling");
    return (facts.parts().size() > 1 ? 1 : 0) + (scaled ? 1 : 0);
  }

  private double parameters() {
    return facts.layers().map(layers -> MemoryEstimate.parameters(layers, state())).orElse(0.0);
  }

  /** How many numbers the optimizer keeps of a parameter. */
  private int state() {
    return facts.trace().find(UpdateKeys.OPTIMIZER_STATE).orElseGet(Sgd.PLAIN::numbersPerParameter);
  }

  private double activations() {
    return facts
        .layers()
        .map(
            layers ->
                passes() * MemoryEstimate.activations(layers, samples())
                    + MemoryEstimate.batches(layers, samplesOfBatches()))
        .orElse(0.0);
  }

  /** How many samples are in a batch, and in the last one of an epoch if it is smaller. */
  private double samplesOfBatches() {
    if (facts.batching().orElse(Batching.FULL) instanceof Batching.MiniBatches batches) {
      double whole = Math.min(batches.size(), samples());
      return whole + samples() % whole;
    }
    return facts.silencesUnits() ? samples() : 0;
  }

  private double passes() {
    if (facts.analysis().stability().isPresent()) {
      return MemoryEstimate.PASSES_WITH_STABILITY;
    }
    return facts.silencesUnits() ? MemoryEstimate.PASSES_WITH_DROPOUT : 1;
  }

  private double history() {
    int columns = facts.columns().map(List::size).orElse(1);
    return facts
        .trace()
        .find(TrainingKeys.EPOCHS)
        .map(epochs -> MemoryEstimate.history(epochs, columns))
        .orElse(0.0);
  }
}
