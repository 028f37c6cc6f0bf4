package lockstep.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Reading;
import lockstep.data.Circles;
import lockstep.data.Part;
import lockstep.expectation.Check;
import lockstep.experiment.Seeds;
import lockstep.random.Purpose;
import lockstep.sweep.Ending;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialRecord.Measure;
import lockstep.sweep.TrialRecord.Row;

/** Sweeps with results that nobody trained: simple formulas of the swept values. */
final class SweepExamples {
  private static final String BASE =
      """
      experiment: sweep
      title: A sweep
      description: Results by formula, to look at reports.
      data: {generator: circles, samples: 20, factor: 0.5, noise: 0.1, seed: 3}
      network: {layers: [2, 4, 1], init: {weights: {normal: {std: 0.1}}, seed: 42}}
      training: {loss: bce, learning_rate: 0.1, epochs: 20}
      metrics: [accuracy]
      """;
  private static final double START = 0.7;
  private static final int EPOCHS = 20;

  private SweepExamples() {}

  /** A sweep of the usual experiment. */
  static Experiment experiment(String sweep) {
    return read(BASE + sweep);
  }

  /** The same with samples held out. */
  static Experiment split(String sweep) {
    return read(BASE.replace("seed: 3}", "seed: 3, split: {test_size: 0.2}}") + sweep);
  }

  static Experiment read(String yaml) {
    try {
      Path file = Files.createTempFile("sweep", ".yaml");
      Files.writeString(file, yaml);
      Reading reading = ExperimentFile.read(file, List.of());
      Files.delete(file);
      return reading
          .experiment()
          .orElseThrow(() -> new IllegalArgumentException(reading.problems().toString()));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static SweepInput input(Experiment experiment, IntFunction<TrialRecord> records) {
    TrialRecord[] known = new TrialRecord[experiment.trials()];
    return SweepInput.of(
        experiment,
        trial -> {
          known[trial] = known[trial] == null ? records.apply(trial) : known[trial];
          return known[trial];
        },
        "1");
  }

  /** A sweep whose trials end with a loss by formula; NaN for those that diverge. */
  static SweepInput byLoss(Experiment experiment, ToDoubleFunction<ExperimentSpec> loss) {
    return input(
        experiment,
        trial -> {
          ExperimentSpec spec = experiment.spec(trial);
          int repeats = experiment.repeats();
          double noise = 1 + 0.1 * noise(trial % repeats, trial / repeats);
          return record(experiment, trial, loss.applyAsDouble(spec) * noise);
        });
  }

  /** Something between -1 and 1 that is different for every repeat. */
  static double noise(int repeat, int configuration) {
    return ((repeat * 37 + configuration * 11) % 19 - 9) / 9.0;
  }

  /** A trial that ends with a loss, or diverged if that is NaN. */
  static TrialRecord record(Experiment experiment, int trial, double loss) {
    boolean diverged = Double.isNaN(loss);
    boolean held = experiment.spec(trial).data().parts().contains(Part.TEST);
    List<Row> rows = new ArrayList<>();
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      double value = diverged ? START * (1 + epoch * epoch) : loss + (START - loss) / (1 + epoch);
      if (experiment.recording().records(epoch, EPOCHS)) {
        rows.add(new Row(epoch, values(value, held)));
      }
    }
    double end = diverged ? START * (1 + EPOCHS * EPOCHS) : loss + (START - loss) / (1 + EPOCHS);
    double[] first = values(START, held);
    double[] last = values(end, held);
    List<Measure> measures = new ArrayList<>();
    List<String> columns =
        held
            ? List.of("loss", "accuracy", "test_loss", "test_accuracy")
            : List.of("loss", "accuracy");
    for (int index = 0; index < columns.size(); index++) {
      double best = diverged ? first[index] : last[index];
      measures.add(new Measure(columns.get(index), first[index], last[index], best));
    }
    Ending ending =
        diverged
            ? new Ending("diverged", Optional.of("exploded"), OptionalInt.of(3))
            : new Ending("completed", Optional.empty(), OptionalInt.empty());
    OptionalInt best = OptionalInt.of(diverged ? 0 : EPOCHS);
    return new TrialRecord(
        ending, seeds(experiment, trial), EPOCHS, best, measures, rows, 0, List.of());
  }

  private static double[] values(double loss, boolean held) {
    double accuracy = Math.max(0.5, 1 - loss / 2);
    return held
        ? new double[] {loss, accuracy, loss * 1.25, accuracy - 0.03}
        : new double[] {loss, accuracy};
  }

  private static List<OptionalLong> seeds(Experiment experiment, int trial) {
    ExperimentSpec spec = experiment.spec(trial);
    return Arrays.stream(Purpose.values()).map(purpose -> Seeds.of(spec, purpose)).toList();
  }

  /** A trial that could not be done. */
  static TrialRecord failed(Experiment experiment, int trial, String error) {
    Ending ending = new Ending("failed", Optional.of(error), OptionalInt.empty());
    OptionalInt none = OptionalInt.empty();
    return new TrialRecord(
        ending, seeds(experiment, trial), 0, none, List.of(), List.of(), 0, List.of());
  }

  /** The same trial, ended early. */
  static TrialRecord pruned(TrialRecord record, int epoch) {
    Ending ending = new Ending(Ending.PRUNED, Optional.empty(), OptionalInt.of(epoch));
    return new TrialRecord(
        ending,
        record.seeds(),
        epoch,
        record.bestEpoch(),
        record.measures(),
        record.history().stream().filter(row -> row.epoch() <= epoch).toList(),
        0,
        List.of());
  }

  /** The same trial with expectations. */
  static TrialRecord checked(TrialRecord record, int expectations, Check... failures) {
    return new TrialRecord(
        record.ending(),
        record.seeds(),
        record.lastEpoch(),
        record.bestEpoch(),
        record.measures(),
        record.history(),
        expectations,
        List.of(failures));
  }

  /** The same trial with measures of held-out samples, and without a history. */
  static TrialRecord measured(TrialRecord record, Measure... heldOut) {
    List<Measure> measures = new ArrayList<>(record.measures());
    measures.addAll(List.of(heldOut));
    return new TrialRecord(
        record.ending(),
        record.seeds(),
        record.lastEpoch(),
        record.bestEpoch(),
        measures,
        List.of(),
        0,
        List.of());
  }

  private static double rate(ExperimentSpec spec) {
    return spec.training().learningRate();
  }

  /** Best at a rate of 0.1, diverging above 0.5. */
  static double valley(ExperimentSpec spec) {
    double rate = rate(spec);
    double distance = rate > 0.1 ? rate / 0.1 : 0.1 / rate;
    return rate > 0.5 ? Double.NaN : 0.05 * Math.sqrt(distance);
  }

  private static double noise(ExperimentSpec spec) {
    return ((Circles) spec.data().generator()).noise();
  }

  private static double units(ExperimentSpec spec) {
    return spec.network().layers().get(1);
  }

  /** Twelve learning rates, five repeats. */
  static SweepInput rates() {
    return byLoss(
        experiment(
            """
            sweep: {grid: {training.learning_rate: {logspace: [-3, 0.3, 12]}}, repeats: 5}
            """),
        SweepExamples::valley);
  }

  /** One run of each of seven noises, with a test part; the last ones diverge. */
  static SweepInput once() {
    return byLoss(
        split("sweep: {grid: {data.noise: {linspace: [0, 0.3, 7]}}}\n"), spec -> 0.1 + noise(spec));
  }

  /** Learning rate against width. */
  static SweepInput map() {
    return byLoss(
        experiment(
            """
            sweep:
              grid:
                training.learning_rate: {logspace: [-3, 0, 8]}
                network.layers[1]: [2, 3, 4, 6, 8]
              repeats: 3
            """),
        spec -> rate(spec) * units(spec) > 2 ? Double.NaN : valley(spec) + 0.1 / units(spec));
  }

  /** Optimizers with long names against two rates. */
  static SweepInput words() {
    return byLoss(
        experiment(
            """
            sweep:
              grid:
                training.optimizer:
                  - sgd
                  - {sgd: {momentum: 0.9}}
                  - {sgd: {momentum: 0.9, nesterov: true}}
                  - {sgd: {momentum: 0.5, nesterov: true}}
                  - adam
                training.learning_rate: [0.1, 1]
            """),
        SweepExamples::valley);
  }

  /** Four ways to initialise. */
  static SweepInput ways() {
    Experiment experiment =
        split(
            """
            sweep:
              grid: {network.init.weights: [{normal: {std: 0.1}}, {normal: {std: 3}}, xavier, he]}
              repeats: 10
            """);
    return input(
        experiment,
        trial -> {
          int way = trial / 10;
          boolean diverges = way == 1 && trial % 3 == 0;
          double loss = 0.1 + 0.04 * way + 0.03 * noise(trial % 10, way);
          return record(experiment, trial, diverges ? Double.NaN : loss);
        });
  }

  /** Three keys, drawn at random. */
  static SweepInput drawn(int trials) {
    return byLoss(
        experiment(
            """
            sweep:
              random:
                trials: %d
                seed: 7
                keys:
                  training.learning_rate: {log_uniform: {low: 1e-3, high: 1}}
                  network.layers[1]: {integers: {low: 2, high: 5}}
                  data.noise: {uniform: {low: 0, high: 0.3}}
            """
                .formatted(trials)),
        spec -> valley(spec) + 0.1 / units(spec) + noise(spec));
  }

  /** Two keys, drawn at random. */
  static SweepInput pairs(int trials) {
    return byLoss(
        experiment(
            """
            sweep:
              random:
                trials: %d
                seed: 7
                keys:
                  training.learning_rate: {log_uniform: {low: 1e-3, high: 1}}
                  data.noise: {uniform: {low: 0, high: 0.3}}
            """
                .formatted(trials)),
        spec -> valley(spec) + noise(spec));
  }

  /** Every trial diverges. */
  static SweepInput lost() {
    return byLoss(
        experiment("sweep: {grid: {training.learning_rate: [1, 2, 3]}, repeats: 2}\n"),
        spec -> Double.NaN);
  }

  /** Three learning rates, each run twice on each of four folds. */
  static SweepInput folds() {
    return byLoss(
        read(
            BASE.replace("seed: 3}", "seed: 3, folds: {k: 4, stratified: true}}")
                + """
                sweep:
                  grid: {training.learning_rate: [0.02, 0.1, 0.3]}
                  repeats: 2
                """),
        SweepExamples::valley);
  }

  /** A cross-validation of a single configuration. */
  static SweepInput crossValidated() {
    return byLoss(
        read(BASE.replace("seed: 3}", "seed: 3, folds: {k: 5, stratified: true}}")),
        SweepExamples::valley);
  }

  /** A single configuration, repeated. */
  static SweepInput single() {
    return byLoss(experiment("sweep: {repeats: 6}\n"), SweepExamples::valley);
  }

  /** Crossed keys of so many values each; the highest values of the first diverge. */
  static SweepInput crossed(int repeats, int... sizes) {
    Experiment experiment = CrossedExperiment.of(experiment(""), repeats, sizes);
    return input(
        experiment,
        trial -> {
          double first = Double.parseDouble(experiment.point(trial).values().get(0)) / sizes[0];
          double loss = 0.05 + (first - 0.4) * (first - 0.4);
          for (int key = 1; key < sizes.length; key++) {
            double value = Double.parseDouble(experiment.point(trial).values().get(key));
            loss += 0.1 * value / sizes[key];
          }
          double noise = 1 + 0.05 * noise(trial % repeats, trial / repeats);
          return record(experiment, trial, first > 0.9 ? Double.NaN : loss * noise);
        });
  }
}
