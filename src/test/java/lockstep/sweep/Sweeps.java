package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Halving;
import lockstep.config.Reading;
import lockstep.config.Recording;
import lockstep.config.Setting;
import lockstep.config.TrialPoint;
import lockstep.data.DataSpec;
import lockstep.data.Moons;
import lockstep.expectation.Check;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/** Sweeps and records for tests. */
final class Sweeps {
  static final String MOONS =
      """
      seed: 7
      data: {generator: moons, samples: 40, noise: 0.1, split: {test_size: 0.25}}
      network: {layers: [2, 3, 1]}
      training: {loss: bce, learning_rate: 0.5, epochs: 12}
      metrics: [accuracy]
      """;

  private Sweeps() {}

  /** A sweep over given trials, each a configuration of its own. */
  record Given(List<ExperimentSpec> specs, Recording recording, Optional<Halving> halving)
      implements Experiment {

    Given recorded(Recording other) {
      return new Given(specs, other, halving);
    }

    Given halved(Halving by) {
      return new Given(specs, recording, Optional.of(by));
    }

    @Override
    public String name() {
      return "given";
    }

    @Override
    public boolean isSweep() {
      return true;
    }

    @Override
    public List<String> keys() {
      return List.of("trial");
    }

    @Override
    public int configurations() {
      return specs.size();
    }

    @Override
    public int repeats() {
      return 1;
    }

    @Override
    public TrialPoint point(int trial) {
      return new TrialPoint(trial, 1, List.of(Integer.toString(trial)));
    }

    @Override
    public ExperimentSpec spec(int trial) {
      return specs.get(trial);
    }

    @Override
    public String digest() {
      return "";
    }

    @Override
    public String yaml() {
      return "";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }

  /** One trial for each override of the text. */
  static Given of(Path folder, String text, String... overrides) {
    try {
      Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
      List<ExperimentSpec> specs = new ArrayList<>();
      for (String override : overrides) {
        Reading reading = ExperimentFile.read(file, Arrays.asList(override.split(" ")));
        assertThat(reading.problems()).isEmpty();
        specs.add(reading.spec().orElseThrow());
      }
      return new Given(List.copyOf(specs), new Recording.All(), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ten learning rates, the highest of which diverge, with two seeds each; every other rate with
   * dropout.
   */
  static Given rates(Path folder) {
    return of(folder, MOONS, IntStream.range(0, 20).mapToObj(Sweeps::rate).toArray(String[]::new));
  }

  private static String rate(int trial) {
    return "training.learning_rate=1e"
        + (trial / 2 - 2)
        + " seed="
        + trial % 2
        + " network.dropout="
        + (trial / 2 % 2 == 0 ? "0" : "0.5");
  }

  /** A trial with other initial values. */
  static ExperimentSpec seeded(ExperimentSpec spec, long seed) {
    Map<Purpose, StreamSpec> streams = new EnumMap<>(spec.streams());
    streams.put(Purpose.INIT, new StreamSpec.Seeded(seed, 0));
    return with(spec, streams, spec.data());
  }

  /** A trial with another number of samples. */
  static ExperimentSpec sized(ExperimentSpec spec, long samples) {
    Moons moons = (Moons) spec.data().generator();
    Moons others = new Moons(samples, moons.noise(), moons.shuffle());
    DataSpec data = new DataSpec(others, spec.data().targets(), spec.data().split());
    return with(spec, spec.streams(), data);
  }

  private static ExperimentSpec with(
      ExperimentSpec spec, Map<Purpose, StreamSpec> streams, DataSpec data) {
    return new ExperimentSpec(
        spec.name(),
        spec.title(),
        spec.description(),
        spec.source(),
        spec.rng(),
        streams,
        data,
        spec.network(),
        spec.training(),
        spec.deviations(),
        spec.metrics(),
        spec.recording(),
        spec.expectations());
  }

  /** Runs a sweep that comes to its end. */
  static SweepOutcome run(Experiment experiment, TrialStore store, int workers) throws Exception {
    SweepSettings settings = new SweepSettings(workers, false);
    return new SweepRun(experiment, store, settings, SweepObserver.NONE).run();
  }

  /** The records of a sweep in the order of its trials. */
  static List<TrialRecord> records(SweepOutcome outcome) throws IOException {
    List<TrialRecord> records = new ArrayList<>();
    outcome.results().orElseThrow().forEach(entry -> records.add(entry.record()));
    return records;
  }

  /** A digest of 64 digits that begins with the digits of a number. */
  static String digest(int number) {
    return String.format(Locale.ROOT, "%016x%048x", number * 0x9E3779B97F4A7C15L, number);
  }

  /** A record with a little of everything in it. */
  static TrialRecord record(int number) {
    double[] row = {number, Double.NaN, Double.NEGATIVE_INFINITY, -0.0};
    return new TrialRecord(
        new Ending("diverged", Optional.of("non_finite"), OptionalInt.of(number)),
        List.of(
            OptionalLong.of(0),
            OptionalLong.empty(),
            OptionalLong.of(4294967295L),
            OptionalLong.empty(),
            OptionalLong.of(7)),
        number,
        number % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(3),
        List.of(
            new TrialRecord.Measure("loss", 0.1, Double.NaN, number),
            new TrialRecord.Measure("accuracy", 0, 1, 0.5),
            new TrialRecord.Measure("test_loss", 1e300, Double.POSITIVE_INFINITY, 2),
            new TrialRecord.Measure("test_accuracy", 0, -0.0, Double.MIN_VALUE)),
        List.of(new TrialRecord.Row(0, row), new TrialRecord.Row(number, row)),
        7,
        List.of(new Check("epoch 3: loss – \uD83D\uDE00", "1.0", "NaN", "NaN", false)));
  }

  /** A record of a trial that could not be done. */
  static TrialRecord failure(String error) {
    return new TrialRecord(
        Ending.failed(error),
        List.of(),
        0,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }
}
