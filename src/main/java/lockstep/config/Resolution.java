package lockstep.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import lockstep.config.format.ActivationRow;
import lockstep.config.format.DataSection;
import lockstep.config.format.DropoutSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.ExperimentSection.Heading;
import lockstep.config.format.NetworkSection;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.config.format.StreamSection;
import lockstep.config.format.TrainingSection;
import lockstep.network.Dropout;
import lockstep.network.InitSpec;
import lockstep.network.Loss;
import lockstep.network.NetworkSpec;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/** From what a file says to what it means, and back: fills in what depends on several sections. */
final class Resolution {
  private Resolution() {}

  /**
   * The experiment that a file means.
   *
   * @param file what it says, already checked
   * @param fallbackName its name if it states none
   */
  static ExperimentSpec resolve(ExperimentSection file, String fallbackName) {
    Heading heading = file.heading();
    String name = heading.experiment().orElse(fallbackName);
    return new ExperimentSpec(
        name,
        heading.title().orElse(name),
        heading.description(),
        heading.source(),
        file.rng(),
        streams(file),
        file.data().spec(),
        network(file.network(), file.training().spec().loss()),
        file.training().spec(),
        file.deviations(),
        file.resolveMetrics(),
        file.recording(),
        file.analysis(),
        file.resolveSave(),
        file.expectations());
  }

  private static Map<Purpose, StreamSpec> streams(ExperimentSection file) {
    long seed = file.seed().orElse(ExperimentKeys.DEFAULT_SEED);
    Map<Purpose, StreamSpec> streams = file.data().streams(seed);
    streams.put(Purpose.INIT, file.network().init().stream().resolve(seed, Purpose.INIT));
    if (file.training().spec().batching().shuffles()) {
      StreamSection shuffle = file.training().shuffle();
      streams.put(Purpose.SHUFFLE, shuffle.resolve(seed, Purpose.SHUFFLE));
    }
    if (!file.network().resolveDropout().isNone()) {
      StreamSection masks = file.network().dropout().orElseThrow().stream();
      streams.put(Purpose.DROPOUT, masks.resolve(seed, Purpose.DROPOUT));
    }
    return Collections.unmodifiableMap(streams);
  }

  private static NetworkSpec network(NetworkSection network, Loss loss) {
    int layerCount = network.layers().size() - 1;
    return new NetworkSpec(
        network.layers(),
        network.activations().resolve(layerCount, loss),
        network.biases(),
        network.resolveDropout(),
        network.init().spec());
  }

  /** What a file says that means an experiment and leaves nothing to defaults. */
  static ExperimentSection unresolve(ExperimentSpec spec) {
    return new ExperimentSection(
        new Heading(
            Optional.of(spec.name()), Optional.of(spec.title()), spec.description(), spec.source()),
        Optional.empty(),
        spec.rng(),
        DataSection.of(spec.data(), spec.streams()),
        network(spec.network(), spec.streams()),
        training(spec),
        spec.deviations(),
        Optional.of(spec.metrics()),
        spec.recording(),
        spec.analysis(),
        spec.save(),
        spec.expectations());
  }

  private static TrainingSection training(ExperimentSpec spec) {
    StreamSpec shuffle = spec.streams().getOrDefault(Purpose.SHUFFLE, StreamSection.UNUSED);
    return new TrainingSection(spec.training(), StreamSection.of(shuffle));
  }

  private static NetworkSection network(NetworkSpec network, Map<Purpose, StreamSpec> streams) {
    InitSpec init = network.init();
    StreamSection stream = StreamSection.of(streams.get(Purpose.INIT));
    return new NetworkSection(
        network.layers(),
        ActivationRow.listed(network.activations()),
        network.biases(),
        dropout(network.dropout(), streams),
        new InitSection(init.weights(), init.biases(), init.order(), init.stored(), stream));
  }

  private static Optional<DropoutSection> dropout(
      Dropout dropout, Map<Purpose, StreamSpec> streams) {
    return dropout.isNone()
        ? Optional.empty()
        : Optional.of(DropoutSection.of(dropout, StreamSection.of(streams.get(Purpose.DROPOUT))));
  }
}
