package lockstep.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lockstep.config.Expectation;
import lockstep.config.ExperimentSpec;
import lockstep.config.Recording;
import lockstep.config.Setting;
import lockstep.config.Source;
import lockstep.data.BlobCenters;
import lockstep.data.Blobs;
import lockstep.data.Circles;
import lockstep.data.ClassSizes;
import lockstep.data.DataSet;
import lockstep.data.DataSpec;
import lockstep.data.Generator;
import lockstep.data.Samples;
import lockstep.data.SineRegression;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;
import lockstep.decimal.PrintedNumber;
import lockstep.expectation.Check;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.InitSpec;
import lockstep.network.Initializer;
import lockstep.network.Loss;
import lockstep.network.NetworkSpec;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.training.Batching;
import lockstep.training.History;
import lockstep.training.Metric;
import lockstep.training.StopCondition;
import lockstep.training.Stopping;
import lockstep.training.TrainingObserver;
import lockstep.training.TrainingOutcome;
import lockstep.training.TrainingSpec;
import lockstep.training.UpdateRule;
import lockstep.training.Updates;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.FastMath;

/** Finished trials for reports to tell about, put together by hand from the golden files. */
final class Examples {
  static final String NUMERICS = "1";
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Epoch, loss and accuracy. */
  private static final List<List<String>> PRINTED =
      List.of(
          List.of("0", "693.62972747", "0.5"),
          List.of("1", "693.62166655", "0.5"),
          List.of("2", "693.61534159", "0.5"),
          List.of("3", "693.60994018", "0.5"),
          List.of("145", "664.60120828", "0.818"),
          List.of("146", "697.97739669", "0.58"),
          List.of("147", "681.08653776", "0.642"),
          List.of("148", "665.06165774", "0.71"),
          List.of("149", "683.6170298", "0.614"));

  private Examples() {}

  /** The diverging run of the two circles, with the published numbers. */
  static ReportInput circles() {
    ExperimentSpec spec = circlesSpec();
    History history = history("published/circles-as-published.csv");
    Verdict verdict =
        new Verdict.Diverged(
            StopCondition.REBOUNDED,
            122,
            OptionalInt.empty(),
            history.at("loss", 122),
            history.at("loss", 0),
            history.at("loss", 121),
            121,
            OptionalDouble.of(history.at("loss", 0)));
    DataSet data = DataSet.whole(samples("datasets/circles-0.csv", 1));
    TrialResult result =
        new TrialResult(
            spec, data, new TrainingOutcome(history, verdict, parameters(2, 4, 3, 1), Map.of()));
    return new ReportInput(result, circleChecks(history), configuration(), Examples::ring);
  }

  private static ExperimentSpec circlesSpec() {
    return new ExperimentSpec(
        "two_circles",
        "Two circles, as published",
        "Does the tutorial's network really diverge at iteration 146, and why?",
        Optional.of(
            new Source(
                "Application of differentiations in neural networks",
                Optional.of("Adrian Tam"),
                Optional.of(2021),
                Optional.of("https://machinelearningmastery.com/differentiations/"))),
        RandomAlgorithm.NUMPY,
        streams(),
        new DataSpec(new Circles(100, 0.5, 0.1, true), new TargetEncoding.AsIs(), Optional.empty()),
        network(
            List.of(2, 4, 3, 1),
            new Activation.Relu(),
            new Activation.Relu(),
            new Activation.Sigmoid()),
        training(new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52), 0.005, 150),
        new Deviations(
            2,
            Deviations.BiasGradient.MEAN,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS),
        List.of(Metric.ACCURACY),
        new Recording.All(),
        PRINTED.stream().map(Examples::measured).toList());
  }

  private static Expectation measured(List<String> row) {
    Map<String, PrintedNumber> values = new LinkedHashMap<>();
    values.put("loss", new PrintedNumber(row.get(1)));
    values.put("accuracy", new PrintedNumber(row.get(2)));
    int epoch = Integer.parseInt(row.get(0));
    return new Expectation.Measured(new Expectation.Moment.Epoch(epoch), values, Optional.empty());
  }

  private static List<Check> circleChecks(History history) {
    List<Check> checks = new ArrayList<>();
    for (List<String> row : PRINTED) {
      String place = "epoch " + row.get(0);
      String exact = Digits.exact(history.at("loss", Integer.parseInt(row.get(0))));
      checks.add(new Check(place + ": loss", row.get(1), row.get(1), exact, true));
      checks.add(new Check(place + ": accuracy", row.get(2), row.get(2), row.get(2), true));
    }
    checks.add(new Check("verdict", "diverged", "diverged", "diverged", true));
    return checks;
  }

  /** A perceptron on blobs with a test part, stopped by nothing; one published number fails. */
  static ReportInput blobs() {
    Samples all = samples("datasets/blobs-0.csv", 1);
    ExperimentSpec spec =
        spec(
            "blobs",
            new Circles(100, 0.5, 0.1, true),
            network(List.of(2, 1), new Activation.Step()),
            true);
    History history =
        new History(
            List.of("loss", "accuracy", "error_rate", "test_loss", "test_accuracy"),
            List.of(
                new double[] {0.3, 0.62, 0.38, 0.35, 0.6},
                new double[] {0.12, 0.88, 0.12, 0.16, 0.8},
                new double[] {0.08, 0.92, 0.08, 0.2, 0.84},
                new double[] {0.1, 0.9, 0.1, 0.16, 0.84}));
    DataSet data = new DataSet(part(all, 0, 75), Optional.empty(), Optional.of(part(all, 75, 100)));
    TrialResult result =
        new TrialResult(
            spec,
            data,
            new TrainingOutcome(history, new Verdict.Completed(), parameters(2, 1), Map.of()));
    List<Check> checks = new ArrayList<>();
    for (int index = 1; index <= 24; index++) {
      String place = "end: layer 1 weights[" + index + ",1]";
      boolean holds = index != 3;
      String found = holds ? "-0." + index : "12.0262874";
      checks.add(new Check(place, "-0." + index, found, found, holds));
    }
    return new ReportInput(result, checks, configuration(), Examples::side);
  }

  /** A real training on scaled samples, with a validation and a test part. */
  static ReportInput prepared() {
    String file =
        """
        experiment: prepared
        title: Scaled samples in three parts
        data:
          generator: moons
          samples: 60
          noise: 0.2
          seed: 3
          scaling: standard
          split: {test_size: 0.2, validation_size: 12, stratified: true, seed: 5}
        network: {layers: [2, 4, 1], activations: tanh, init: {seed: 7}}
        training: {loss: bce, learning_rate: 0.5, epochs: 25}
        """;
    ExperimentSpec spec = SweepExamples.read(file).spec(0);
    return ReportInput.of(
        Trial.run(spec, TrainingObserver.NONE), List.of(), Configuration.of(spec, "1"));
  }

  /** A regression with one input. */
  static ReportInput sine() {
    ExperimentSpec spec =
        spec(
            "sine",
            new SineRegression(100, -3, 3, 0.1),
            network(List.of(1, 8, 1), new Activation.Tanh(), new Activation.Identity()),
            false);
    double[][] inputs = new double[60][1];
    double[][] targets = new double[60][1];
    List<double[]> rows = new ArrayList<>();
    for (int index = 0; index < 60; index++) {
      inputs[index][0] = index / 10.0 - 3;
      double wobble = (index * 37 % 11 - 5) / 25.0;
      targets[index][0] = FastMath.sin(inputs[index][0]) + wobble;
    }
    for (int epoch = 0; epoch <= 1200; epoch++) {
      rows.add(new double[] {2.0 / (1 + epoch) + 0.0004 * (1 + epoch % 7)});
    }
    DataSet data = DataSet.whole(samples(inputs, targets));
    Verdict verdict = new Verdict.Converged(1200, "loss", 0.00246, 0.0025);
    TrialResult result =
        new TrialResult(
            spec,
            data,
            new TrainingOutcome(
                new History(List.of("loss"), rows), verdict, parameters(1, 8, 1), Map.of()));
    return new ReportInput(result, List.of(), configuration(), Examples::wave);
  }

  /** Three classes with an output each; the loss became infinite, then NaN. */
  static ReportInput three() {
    ExperimentSpec spec =
        spec(
            "three",
            new Blobs(
                new ClassSizes.Total(100),
                new BlobCenters.Drawn(3, 2, -10, 10),
                List.of(1.0),
                true),
            network(List.of(2, 3), new Activation.Sigmoid()),
            false);
    Samples classes = samples("datasets/blobs-2.csv", 1);
    double[][] targets = new double[classes.count()][3];
    for (int row = 0; row < classes.count(); row++) {
      targets[row][(int) classes.targets().getEntry(row, 0)] = 1;
    }
    Samples encoded = samples(classes.inputs().getData(), targets);
    List<double[]> rows = new ArrayList<>();
    for (double loss = 1; loss < 1e30; loss *= 40) {
      rows.add(new double[] {loss});
    }
    rows.add(new double[] {Double.POSITIVE_INFINITY});
    rows.add(new double[] {Double.NaN});
    rows.add(new double[] {Double.NaN});
    History history = new History(List.of("loss"), rows);
    Verdict verdict =
        new Verdict.Diverged(
            StopCondition.NON_FINITE,
            rows.size() - 3,
            OptionalInt.of(1),
            Double.POSITIVE_INFINITY,
            1,
            1,
            0,
            OptionalDouble.empty());
    DataSet data = DataSet.whole(encoded);
    TrialResult result =
        new TrialResult(
            spec, data, new TrainingOutcome(history, verdict, parameters(2, 3), Map.of()));
    return new ReportInput(result, List.of(), configuration(), Examples::nearest);
  }

  private static ExperimentSpec spec(
      String name, Generator made, NetworkSpec network, boolean perceptron) {
    UpdateRule rule = perceptron ? UpdateRule.PERCEPTRON : UpdateRule.GRADIENT_DESCENT;
    Batching batch = perceptron ? Batching.PER_SAMPLE : Batching.FULL;
    Loss loss = new Loss.MeanSquaredError(Reduction.MEAN, false);
    Optional<Split> split = perceptron ? Optional.of(Split.test(0.25)) : Optional.empty();
    return new ExperimentSpec(
        name,
        name,
        "",
        Optional.empty(),
        RandomAlgorithm.NUMPY,
        streams(),
        new DataSpec(made, new TargetEncoding.AsIs(), split),
        network,
        TrainingSpec.of(loss, 0.01, 3)
            .with(batch)
            .with(new Updates(rule))
            .with(Stopping.on(StopCondition.NON_FINITE)),
        Deviations.NONE,
        List.of(),
        new Recording.All(),
        List.of());
  }

  private static TrainingSpec training(Loss loss, double rate, int epochs) {
    return TrainingSpec.of(loss, rate, epochs).with(Stopping.on(StopCondition.NON_FINITE));
  }

  private static Map<Purpose, StreamSpec> streams() {
    Map<Purpose, StreamSpec> streams = new EnumMap<>(Purpose.class);
    streams.put(Purpose.DATA, new StreamSpec.Seeded(0, 0));
    streams.put(Purpose.SPLIT, new StreamSpec.Continued(Purpose.DATA, 3));
    streams.put(Purpose.INIT, new StreamSpec.Seeded(42, 0));
    return streams;
  }

  private static NetworkSpec network(List<Integer> layers, Activation... activations) {
    Initializer normal = new Initializer.Normal(0, 0.1);
    InitSpec init = new InitSpec(normal, normal, InitSpec.DrawOrder.WEIGHTS_THEN_BIASES);
    return new NetworkSpec(layers, List.of(activations), BiasMode.ON, init);
  }

  /** Parameters 0.5, 1.5, ... with every second one negative. */
  private static Parameters parameters(int... layers) {
    List<Parameters.Layer> all = new ArrayList<>();
    for (int layer = 1; layer < layers.length; layer++) {
      RealMatrix weights = counted(layers[layer - 1], layers[layer]);
      all.add(new Parameters.Layer(weights, counted(1, layers[layer])));
    }
    return new Parameters(all);
  }

  private static RealMatrix counted(int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (int index = 0; index < rows * columns; index++) {
      values[index / columns][index % columns] = (index % 2 == 0 ? 1 : -1) * (index + 0.5);
    }
    return new Array2DRowRealMatrix(values, false);
  }

  private static Configuration configuration() {
    List<Setting> settings =
        List.of(
            new Setting("rng", "numpy"),
            new Setting("data.generator", "circles"),
            new Setting("data.samples", "1000"),
            new Setting("data.noise", "0.1"),
            new Setting("network.layers", "[2, 4, 3, 1]"),
            new Setting("network.init.weights.given", "[[" + "0.125, ".repeat(20) + "1]]"),
            new Setting("training.loss.bce.reduction", "sum"),
            new Setting("training.learning_rate", "0.005"));
    String yaml = "experiment: two_circles\ntraining:\n  learning_rate: 0.005\n";
    return new Configuration(yaml, settings, "0123456789abcdef".repeat(4), NUMERICS);
  }

  private static Samples samples(String file, int targets) {
    List<double[]> rows = rows(file);
    double[][] inputs = new double[rows.size()][];
    double[][] outputs = new double[rows.size()][];
    for (int row = 0; row < inputs.length; row++) {
      double[] values = rows.get(row);
      inputs[row] = Arrays.copyOf(values, values.length - targets);
      outputs[row] = Arrays.copyOfRange(values, values.length - targets, values.length);
    }
    return samples(inputs, outputs);
  }

  private static Samples samples(double[][] inputs, double[][] targets) {
    return new Samples(
        new Array2DRowRealMatrix(inputs, false), new Array2DRowRealMatrix(targets, false));
  }

  private static Samples part(Samples all, int from, int to) {
    int inputs = all.inputs().getColumnDimension() - 1;
    return new Samples(
        all.inputs().getSubMatrix(from, to - 1, 0, inputs),
        all.targets().getSubMatrix(from, to - 1, 0, 0));
  }

  private static History history(String file) {
    List<double[]> rows =
        rows(file).stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toList();
    return new History(List.of("loss", "accuracy"), rows);
  }

  private static List<double[]> rows(String file) {
    try {
      return Files.readAllLines(GOLDEN.resolve(file), StandardCharsets.UTF_8).stream()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static RealMatrix ring(RealMatrix inputs) {
    return mapped(
        inputs,
        x -> {
          double radius = x[0] * x[0] + 0.8 * x[1] * x[1] + 0.2 * x[0];
          return new double[] {1 / (1 + FastMath.exp(-7 * (0.55 - radius)))};
        });
  }

  private static RealMatrix side(RealMatrix inputs) {
    return mapped(inputs, x -> new double[] {0.825 * x[0] + 0.329 * x[1] + 0.026 > 0 ? 1 : 0});
  }

  private static RealMatrix wave(RealMatrix inputs) {
    return mapped(inputs, x -> new double[] {0.95 * FastMath.sin(x[0] * 1.02)});
  }

  private static RealMatrix nearest(RealMatrix inputs) {
    return mapped(inputs, x -> new double[] {-x[0] - 4, x[1] + x[0] / 2, -x[1] + x[0] / 3});
  }

  private static RealMatrix mapped(RealMatrix inputs, UnaryOperator<double[]> outputs) {
    double[][] rows = inputs.getData();
    for (int row = 0; row < rows.length; row++) {
      rows[row] = outputs.apply(rows[row]);
    }
    return new Array2DRowRealMatrix(rows, false);
  }
}
