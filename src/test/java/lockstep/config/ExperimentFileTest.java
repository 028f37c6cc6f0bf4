package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.data.Circles;
import lockstep.data.Hastie;
import lockstep.data.Moons;
import lockstep.decimal.PrintedNumber;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.InitSpec;
import lockstep.network.Initializer;
import lockstep.network.Loss;
import lockstep.network.Reduction;
import lockstep.random.Purpose;
import lockstep.random.SeedDerivation;
import lockstep.random.StreamSpec;
import lockstep.training.Metric;
import lockstep.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
  private static final String SMALL =
      """
      data: {generator: circles}
      network: {layers: [2, 4, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 10}
      """;

  @TempDir Path folder;

  private ExperimentSpec small(String... overrides) {
    return Specs.read(Specs.file(folder, "small.yaml", SMALL), overrides);
  }

  private List<String> problems(String text, String... overrides) {
    return ExperimentFile.read(Specs.file(folder, "a.yaml", text), List.of(overrides))
        .problems()
        .stream()
        .map(problem -> problem.key() + ": " + problem.message())
        .toList();
  }

  @Test
  void everyDefaultIsFilledIn() {
    ExperimentSpec spec = small();

    assertThat(spec.name()).isEqualTo("small");
    assertThat(spec.title()).isEqualTo("small");
    assertThat(spec.description()).isEmpty();
    assertThat(spec.source()).isEmpty();
    assertThat(spec.data().generator()).isEqualTo(new Circles(100, 0.8, 0, true));
    assertThat(spec.data().split()).isEmpty();
    assertThat(spec.network().activations())
        .containsExactly(new Activation.Relu(), new Activation.Sigmoid());
    assertThat(spec.network().biases()).isEqualTo(BiasMode.ON);
    assertThat(spec.network().init())
        .isEqualTo(
            new InitSpec(
                new Initializer.Xavier(Initializer.Distribution.UNIFORM),
                new Initializer.Zeros(),
                InitSpec.DrawOrder.WEIGHTS_THEN_BIASES));
    assertThat(spec.training())
        .isEqualTo(TrainingSpec.of(new Loss.BinaryCrossEntropy(Reduction.MEAN, 0x1p-52), 0.1, 10));
    assertThat(spec.deviations()).isEqualTo(Deviations.NONE);
    assertThat(spec.metrics()).containsExactly(Metric.ACCURACY);
    assertThat(spec.expectations()).isEmpty();
  }

  @Test
  void missingSeedsAreDerivedFromTheExperimentsSeed() {
    Map<Purpose, StreamSpec> streams = small("seed=7", "network.init.seed=0").streams();

    assertThat(streams)
        .containsEntry(
            Purpose.DATA, new StreamSpec.Seeded(SeedDerivation.derive(7, Purpose.DATA), 0))
        .containsEntry(Purpose.SPLIT, new StreamSpec.Seeded(0, 0))
        .containsEntry(Purpose.INIT, new StreamSpec.Seeded(0, 0));
  }

  @Test
  void printedDigitsAreKept() {
    ExperimentSpec spec = small("expect=[{epoch: 10, loss: 0.500, tolerance: 1e-3}]");

    assertThat(spec.expectations())
        .containsExactly(
            new Expectation.Measured(
                new Expectation.Moment.Epoch(10),
                Map.of("loss", new PrintedNumber("0.500")),
                Optional.of(new PrintedNumber("1e-3"))));
    assertThat(ExperimentFile.write(spec)).contains("loss: 0.500, tolerance: 1e-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data={generator: moons, samples: 50, noise: 1e-20, shuffle: false, seed: 3, skip: 2}",
        "data={generator: xor, noise: 0.1, split: {test_size: 0.5, continues: data}}",
        "data={generator: circles, split: {validation_size: 20, test_size: 0.2, stratified: true}}",
        "data={generator: circles, split: {validation_size: 20, shuffle: false}}",
        "data={generator: circles, folds: {k: 3, fold: 2, stratified: true, seed: 4, skip: 2}}",
        "data={generator: circles, folds: {k: 3, fold: 2, shuffle: false, stratified: true}}",
        "data={generator: circles, scaling: {standard: {with_mean: false}}}",
        "data={generator: circles, scaling: {min_max: {low: -1, high: 0.5}}}",
        "data={generator: linear, features: 2, scaling: standard, target_scaling: min_max}",
        "data={generator: blobs, samples: [3, 4], centers: [[0, 1], [2, 3]], std: [1, 2]}",
        "data={generator: blobs, centers: 2, features: 2, center_box: [-1, 1]}",
        "data={generator: rows, inputs: [[1, 2], [3, 4]], targets: [0, 1]}",
        "data={generator: circles, encoding: {codes: [[0.25], [0.75]]}}",
        "network={layers: [2, 3, 1], activations: {leaky_relu: {slope: 0.2}}, biases: frozen}",
        "network={layers: [2, 1], init: {weights: he, biases: {constant: {value: -0.5}}, skip: 9}}",
        "network={layers: [2, 1], init: {weights: {given: [[[1], [2]]]}, biases: {given: [[3]]}}}",
        "network={layers: [2, 1], init: {weights: {uniform: {low: -1, high: 1}}, continues: data}}",
        "training={loss: {mse: {half: true}}, learning_rate: 1, epochs: 10, stop_on: []}",
        "training={loss: output, learning_rate: 1e-9, epochs: 0, tolerance: {gradient_norm: 1e-6}}",
        "title='quotes: \"and\" # such, [brackets], on several\\nlines, ü'",
        "title=\"a\\tb\\u2028c\\u0007 \"",
        "description='on'",
        "source={title: '1e3', author: 'null', year: 1999, url: 'https://example.org/?a=b#c'}",
        "metrics=[error_rate, mean_absolute_error, root_mean_squared_error, r2, dead_units]",
        "expect=[{inputs: [[1, 2]], classes: [1]}, {verdict: diverged, cause: exploded, at: 3}]",
        "expect=[{epoch: final, layer: 1, weight_gradient: [[1.0, 2], [3, 4e5]], tolerance: 1}]"
      })
  void resolvedFilesComeBack(String override) {
    String wide = override.contains("weight_gradient") ? "network.layers=[2, 2, 1]" : "seed=5";
    wide = override.contains("target_scaling") ? "training.loss=mse" : wide;
    ExperimentSpec spec = small(wide, override);

    ExperimentSpec again = Specs.read(Specs.file(folder, "b.yaml", ExperimentFile.write(spec)));

    assertThat(again).isEqualTo(spec);
    assertThat(ExperimentFile.write(again)).isEqualTo(ExperimentFile.write(spec));
  }

  @Test
  void theSignsOfHastiesClassesSuitTheHingeLoss() {
    ExperimentSpec spec =
        small("data={generator: hastie_10_2}", "network.layers=[10, 1]", "training.loss=hinge");

    assertThat(spec.data().generator()).isEqualTo(new Hastie(12000, Hastie.Labels.SIGNS));
  }

  @Test
  void csvFilesAreNamedByTheirPlaceInTheResultsFolder() {
    Specs.file(folder, "points.csv", "a,b,y\n1,2,0\n3,4,1\n");
    ExperimentSpec spec =
        small("data={generator: csv, file: " + folder + "/points.csv, targets: [y]}");

    assertThat(ExperimentFile.write(spec)).contains("file: data/points.csv\n");
    assertThat(spec.data().inputColumns()).isEqualTo(2);
  }

  @Test
  void theNumbersInACsvFileAreInTheDigest() {
    String override = "data={generator: csv, file: " + folder + "/points.csv, targets: [y]}";
    Specs.file(folder, "points.csv", "a,b,y\n1,2,0\n3,4,1\n");
    String before = ExperimentFile.digest(small(override));
    Specs.file(folder, "points.csv", "a,b,y\n1,2,0\n3,5,1\n");

    assertThat(ExperimentFile.digest(small(override))).isNotEqualTo(before);
  }

  @Test
  void theDigestIsOfWhatDecidesTheNumbersOnly() {
    String digest = ExperimentFile.digest(small());

    assertThat(ExperimentFile.digest(small("title=other", "expect=[{verdict: completed}]")))
        .isEqualTo(digest)
        .matches("[0-9a-f]{64}");
    assertThat(ExperimentFile.digest(small("seed=1"))).isNotEqualTo(digest);
    assertThat(ExperimentFile.digest(small("training.epochs=11"))).isNotEqualTo(digest);
  }

  @Test
  void settingsAreFlat() {
    assertThat(ExperimentFile.settings(small()))
        .contains(
            new Setting("data.factor", "0.8"),
            new Setting("network.layers", "[2, 4, 1]"),
            new Setting("training.loss.bce.reduction", "mean"))
        .noneMatch(setting -> setting.key().startsWith("title"));
  }

  @Test
  void extendingMergesMapsAndReplacesListsAndChoices() {
    Specs.file(folder, "base.yaml", SMALL + "metrics: [accuracy, r2]\nexperiment: base\n");
    Path file =
        Specs.file(
            folder,
            "derived.yaml",
            """
            extends: base.yaml
            training: {loss: {mse: {half: true}}, epochs: 20}
            metrics: [r2]
            """);

    ExperimentSpec spec = Specs.read(file);

    assertThat(spec.name()).isEqualTo("derived");
    assertThat(spec.training().epochs()).isEqualTo(20);
    assertThat(spec.training().learningRate()).isEqualTo(0.1);
    assertThat(spec.training().loss()).isEqualTo(new Loss.MeanSquaredError(Reduction.MEAN, true));
    assertThat(spec.metrics()).containsExactly(Metric.R2);
  }

  @Test
  void parametersOfTheSameChoiceAreMerged() {
    ExperimentSpec spec =
        small("training.loss={bce: {reduction: sum}}", "training.loss.bce.clip=0.01");

    assertThat(spec.training().loss()).isEqualTo(new Loss.BinaryCrossEntropy(Reduction.SUM, 0.01));
  }

  @Test
  void anotherGeneratorDropsTheParametersOfTheOldOneOnly() {
    ExperimentSpec spec =
        small("data={factor: 0.5, samples: 7, seed: 3}", "data={generator: moons, noise: 0.5}");

    assertThat(spec.data().generator()).isEqualTo(new Moons(100, 0.5, true));
    assertThat(spec.streams()).containsEntry(Purpose.DATA, new StreamSpec.Seeded(3, 0));
  }

  @Test
  void seedAndContinuesReplaceEachOther() {
    ExperimentSpec spec = small("network.init.seed=4", "network.init.continues=data");

    assertThat(spec.streams())
        .containsEntry(Purpose.INIT, new StreamSpec.Continued(Purpose.DATA, 0));
  }

  @Test
  void itemsOfListsCanBeSet() {
    assertThat(small("network.layers[1]=8").network().layers()).containsExactly(2, 8, 1);
  }

  @Test
  void aNullRemovesWhatIsInheritedAndIsAnErrorElsewhere() {
    assertThat(small("source={title: a}", "source=null").source()).isEmpty();
    assertThat(problems(SMALL + "source:\n")).containsExactly("source: has no value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epochs",
        "=3",
        "training.epochs=",
        "training.epochs=[",
        "a b=3",
        "network.layers[9]=1",
        "training[0]=1",
        "training.epochs=1\n---\n2"
      })
  void whatIsNoSettingIsToldAsSuch(String override) {
    Path file = Specs.file(folder, "small.yaml", SMALL);

    assertThat(ExperimentFile.read(file, List.of(override)).problems())
        .isNotEmpty()
        .allMatch(problem -> problem.file().equals("--set"));
  }

  @Test
  void theSameWordsParametersAreMergedBehindAKeyThatTakesAListToo() {
    ExperimentSpec spec =
        small(
            "network.activations={leaky_relu: {slope: 0.2}}",
            "network.activations={leaky_relu: {}}");

    assertThat(spec.network().activations().get(0)).isEqualTo(new Activation.LeakyRelu(0.2));
  }

  @Test
  void valuesOfSetHaveTheirPlaceInTheArgument() {
    Path file = Specs.file(folder, "small.yaml", SMALL);

    assertThat(ExperimentFile.read(file, List.of("training.epochs=ten")).problems())
        .singleElement()
        .hasToString(
            """
            --set:1:17: training.epochs: 'ten' is not a number; expected a whole number from 0 to 2147483647
              training.epochs=ten
                              ^""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-3", ".5", "5.", "+1", "0.005", "1E2", "0e5", "00e0"})
  void numbersFollowYaml12(String number) {
    List<String> problems = problems(SMALL, "training.learning_rate=" + number);

    boolean right = !number.startsWith("0e") && !number.startsWith("00");
    assertThat(problems.isEmpty()).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "PRN", "Aux", "nuL", "COM9", "lpt1"})
  void devicesOfWindowsAreNoNames(String name) {
    assertThat(problems(SMALL, "experiment=" + name))
        .containsExactly("experiment: '" + name + "' is not allowed");
  }

  @Test
  void aFileThatIsNamedAsADeviceNeedsAnotherName() {
    Path file = Specs.file(folder, "nul.yaml", SMALL);

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the file's name 'nul' cannot be the experiment's");
    assertThat(Specs.read(file, "experiment=nil").name()).isEqualTo("nil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "com", "com0", "com10", "lpt", "a-nul", "nul_"})
  void namesThatOnlyResembleDevicesAreFine(String name) {
    assertThat(small("experiment=" + name).name()).isEqualTo(name);
  }

  @Test
  void namesHaveAtMostAHundredCharacters() {
    assertThat(problems(SMALL, "experiment=" + "a".repeat(100))).isEmpty();
    assertThat(problems(SMALL, "experiment=" + "a".repeat(101))).hasSize(1);
  }

  @Test
  void inputGradientsHaveARowForEachTrainingSample() {
    String data = "data={generator: circles, samples: 3, split: {test_size: 0.5}}";

    assertThat(problems(SMALL, data, "expect=[{epoch: 0, layer: 1, input_gradient: [[1.0, 2.0]]}]"))
        .isEmpty();
  }

  @Test
  void byteOrderMarksAndWindowsLinesAreFine() {
    assertThat(problems("\uFEFF" + SMALL.replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void aliasesAreFine() {
    assertThat(problems(SMALL.replace("0.1", "&n 1") + "seed: *n\n")).isEmpty();
  }

  @Test
  void whatFitsIntoMemoryDependsOnTheLimit() {
    Path file = Specs.file(folder, "small.yaml", SMALL);

    assertThat(ExperimentFile.read(file, List.of(), 1e6).problems()).isEmpty();
    assertThat(ExperimentFile.read(file, List.of(), 1e3).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("the experiment would need about ");
  }
}
