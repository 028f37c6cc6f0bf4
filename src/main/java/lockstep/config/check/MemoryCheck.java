package lockstep.config.check;

import java.util.List;
import lockstep.config.format.TrainingKeys;
import lockstep.training.TrainingRun;

/**
 * Whether an experiment fits into memory.
 *
 * @param facts what is known of it
 * @param limit what it may need, in bytes
 */
record MemoryCheck(Facts facts, double limit) {

  void check() {
    MemoryEstimate estimate = new MemoryEstimate(data(), network(), history());
    double most = Math.max(estimate.data(), Math.max(estimate.network(), estimate.history()));
    if (estimate.total() > limit) {
      String path =
          most == estimate.data()
              ? dataPath()
              : most == estimate.network() ? "network.layers" : "training.epochs";
      String message =
          "the experiment would need about " + MemoryEstimate.show(estimate.total()) + " of memory";
      facts.wrong(path, message, "at most " + MemoryEstimate.show(limit) + ", or a larger -Xmx");
    }
  }

  private String dataPath() {
    return facts.trace().isGiven("data.samples") ? "data.samples" : "data";
  }

  private double data() {
    return facts
        .shape()
        .map(shape -> MemoryEstimate.data(shape, facts.targetColumns().orElse(0)))
        .orElse(0.0);
  }

  private double network() {
    double samples = facts.shape().map(shape -> (double) shape.samples()).orElse(1.0);
    return facts.layers().map(layers -> MemoryEstimate.network(layers, samples)).orElse(0.0);
  }

  private double history() {
    int columns = TrainingRun.columns(facts.metrics().orElse(List.of()), facts.hasSplit()).size();
    return facts
        .trace()
        .find(TrainingKeys.EPOCHS)
        .map(epochs -> MemoryEstimate.history(epochs, columns))
        .orElse(0.0);
  }
}
