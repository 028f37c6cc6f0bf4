package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.experiment.Work;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final String BASE =
      """
      experiment: base
      data: {generator: circles, samples: 20, factor: 0.5, noise: 0.1, seed: 3}
      network: {layers: [2, 4, 1], init: {weights: {normal: {std: 0.1}}, seed: 42}}
      training: {loss: bce, learning_rate: 0.1, epochs: 5}
      """;

  @TempDir Path folder;

  private Reading read(String sweep, String... overrides) {
    try {
      Path file = folder.resolve("file.yaml");
      Files.writeString(file, BASE + sweep.stripIndent());
      return ExperimentFile.read(file, List.of(overrides));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Experiment experiment(String sweep) {
    Reading reading = read(sweep);
    assertThat(reading.problems()).isEmpty();
    return reading.experiment().orElseThrow();
  }

  private String problem(String sweep) {
    List<Problem> problems = read(sweep).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString();
  }

  private static List<String> values(Experiment experiment) {
    return IntStream.range(0, experiment.trials())
        .mapToObj(trial -> String.join(" ", experiment.point(trial).values()))
        .toList();
  }

  @Test
  void gridCrossesAllValuesTheLastKeyFastest() {
    Experiment sweep =
        experiment(
            "sweep: {grid: {training.learning_rate: [0.1, 0.2], \"network.layers[1]\": [2, 3]}}");
    assertThat(sweep.keys()).containsExactly("training.learning_rate", "network.layers[1]");
    assertThat(values(sweep)).containsExactly("0.1 2", "0.1 3", "0.2 2", "0.2 3");
    assertThat(sweep.spec(3).training().learningRate()).isEqualTo(0.2);
    assertThat(sweep.spec(3).network().layers()).containsExactly(2, 3, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: 0.1, to: 0.5, step: 0.1}     | 0.1 0.2 0.3 0.4 0.5",
        "{from: 0.5, to: 0.1, step: -0.2}    | 0.5 0.3 0.1",
        "{from: 0.1, to: 0.45, step: 0.1}    | 0.1 0.2 0.3 0.4",
        "{linspace: [0.1, 0.7, 7]}           | 0.1 0.2 0.3 0.4 0.5 0.6 0.7",
        "{linspace: [0.1, 1, 1]}             | 0.1",
        "{logspace: [-4, 0, 5]}              | 0.0001 0.001 0.01 0.1 1",
      })
  void spacingsGiveTheNearestDecimals(String values, String expected) {
    Experiment sweep = experiment("sweep: {grid: {training.learning_rate: " + values + "}}");
    assertThat(values(sweep)).containsExactly(expected.split(" "));
  }

  @Test
  void zipGoesInStepAndCrossesTheRest() {
    Experiment sweep =
        experiment(
            """
            sweep:
              grid: {training.learning_rate: [0.1, 0.2]}
              zip: {data.noise: [0, 0.1], training.epochs: [1, 2]}
              cases: [{training.loss: mse, metrics: []}, {training.loss: bce}]
            """);
    assertThat(sweep.trials()).isEqualTo(8);
    assertThat(values(sweep).get(0)).isEqualTo("0.1 0 1 mse []");
    assertThat(values(sweep).get(7)).isEqualTo("0.2 0.1 2 bce ");
  }

  @Test
  void aColumnOfZipMayRepeatAValueButNoRowMay() {
    Experiment sweep =
        experiment("sweep: {zip: {data.noise: [0, 0, 0.1], training.epochs: [1, 2, 1]}}");
    assertThat(values(sweep)).containsExactly("0 1", "0 2", "0.1 1");
    assertThat(problem("sweep: {zip: {data.noise: [0, 0.1, 0.0], training.epochs: [1, 2, 1]}}"))
        .contains("sweep.zip: value 3 of each key repeats value 1; expected every combination once")
        .contains("file.yaml:5:36");
    assertThat(problem("sweep: {zip: {data.noise: [0, 0]}}")).contains("repeats");
    assertThat(problem("sweep: {grid: {data.noise: [0, 0]}}")).contains("is in the list twice");
  }

  @Test
  void excludeTakesOutAndIncludeExtendsOrAdds() {
    Experiment sweep =
        experiment(
            """
            sweep:
              grid: {training.learning_rate: [0.1, 0.2], training.epochs: [1, 2]}
              exclude: [{training.learning_rate: 0.10, training.epochs: 2}]
              include:
                - {training.learning_rate: 0.2, data.noise: 0.5}
                - {training.learning_rate: 0.7, training.epochs: 9}
            """);
    assertThat(values(sweep)).containsExactly("0.1 1 0.1", "0.2 1 0.5", "0.2 2 0.5", "0.7 9 0.1");
  }

  @Test
  void aSweepOfIncludedConfigurationsOnlyHasThese() {
    Experiment sweep =
        experiment("sweep: {include: [{training.epochs: 1}, {training.learning_rate: 0.3}]}");
    assertThat(values(sweep)).containsExactly("1 0.1", "5 0.3");
  }

  @Test
  void drawsAreTheSameEveryTimeAndMoreOfThemBeginWithTheSame() {
    String draws =
        """
        sweep:
          random:
            trials: %d
            seed: 7
            keys:
              training.learning_rate: {log_uniform: {low: 1e-3, high: 1}}
              network.layers[1]: {integers: {low: 2, high: 5}}
              data.noise: {quantized: {low: 0, high: 0.3, step: 0.1}}
              network.init.weights: {choice: [xavier, {normal: {std: 0.2}}]}
        """;
    List<String> ten = values(experiment(draws.formatted(10)));
    List<String> hundred = values(experiment(draws.formatted(100)));
    assertThat(hundred.subList(0, 10)).isEqualTo(ten);
    assertThat(hundred).doesNotHaveDuplicates();
    assertThat(hundred.stream().map(row -> row.split(" ")[2]).distinct().sorted())
        .containsExactly("0", "0.1", "0.2", "0.3");
    assertThat(hundred.stream().map(row -> row.split(" ")[1]).distinct().sorted())
        .containsExactly("2", "3", "4", "5");
  }

  @Test
  void repeatsArePairedAndTheFirstHasTheSeedsOfTheFile() {
    Experiment sweep = experiment("sweep: {grid: {data.noise: [0.1, 0.2]}, repeats: 3}");
    assertThat(sweep.trials()).isEqualTo(6);
    assertThat(sweep.point(4)).isEqualTo(new TrialPoint(1, 2, List.of("0.2")));
    assertThat(sweep.spec(0).streams().get(Purpose.DATA)).isEqualTo(new StreamSpec.Seeded(3, 0));
    for (int repeat = 0; repeat < 3; repeat++) {
      assertThat(sweep.spec(repeat).streams()).isEqualTo(sweep.spec(3 + repeat).streams());
    }
    assertThat(sweep.spec(1).streams()).isNotEqualTo(sweep.spec(0).streams());
    assertThat(sweep.spec(1).streams()).isNotEqualTo(sweep.spec(2).streams());
  }

  @Test
  void aTrialHasTheDigestOfTheSameTrialInAFileOfItsOwn() {
    Experiment sweep = experiment("sweep: {grid: {training.learning_rate: [0.1, 0.2]}}");
    Reading alone = read("", "training.learning_rate=2e-1");
    assertThat(sweep.digest(1)).isEqualTo(alone.experiment().orElseThrow().digest());
    assertThat(sweep.digest(0)).isNotEqualTo(sweep.digest(1));
  }

  @Test
  void theResolvedFileHasTheSameTrials() throws IOException {
    for (String sweep :
        List.of(
            "sweep: {grid: {training.learning_rate: {logspace: [-2, 0, 3]}}, repeats: 2}",
            "sweep: {grid: {network.layers: [[2, 3, 1], [2, 3, 3, 1]]}}",
            "sweep: {grid: {network.init.weights: [xavier, he, {normal: {std: 1}}]}}",
            "sweep: {grid: {network.init.weights.normal.std: [0.2, 0.3]}}",
            "sweep: {cases: [{training.loss: mse}, {training.loss: bce}]}",
            "seed: 9\nsweep: {cases: [{data: {generator: moons, samples: 9}}, {seed: 4}]}",
            "sweep: {grid: {\"network.layers[1]\": [2, 5]}, halving: {rungs: [2]}}",
            "expect: [{epoch: 0, loss: 1, where: {data.noise: 0.2}}]\n"
                + "sweep: {grid: {data.noise: [0.1, 0.2]}}")) {
      Experiment original = experiment(sweep);
      Path file = folder.resolve("resolved.yaml");
      Files.writeString(file, original.yaml());
      Reading again = ExperimentFile.read(file, List.of());
      assertThat(again.problems()).as(original.yaml()).isEmpty();
      Experiment same = again.experiment().orElseThrow();
      assertThat(same.digest()).as(original.yaml()).isEqualTo(original.digest());
      assertThat(same.yaml()).isEqualTo(original.yaml());
      for (int trial = 0; trial < original.trials(); trial++) {
        assertThat(same.spec(trial)).isEqualTo(original.spec(trial));
      }
    }
  }

  @Test
  void whereGivesAnExpectationToSomeTrials() {
    Experiment sweep =
        experiment(
            """
            expect:
              - {epoch: 0, loss: 14}
              - {epoch: 1, loss: 13, where: {training.learning_rate: 2e-1, repeat: 2}}
            sweep: {grid: {training.learning_rate: [0.1, 0.2]}, repeats: 2}
            """);
    List<Integer> counts = new ArrayList<>();
    for (int trial = 0; trial < 4; trial++) {
      counts.add(sweep.spec(trial).expectations().size());
    }
    assertThat(counts).containsExactly(1, 1, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sweep: {grid: {training.learning_rat: [0.1]}}",
        "sweep: {grid: {training.learning_rate: [0.1, -1]}}",
        "sweep: {grid: {training.learning_rate: [0.1, 0.10]}}",
        "sweep: {grid: {training.learning_rate: []}}",
        "sweep: {grid: {training.learning_rate: {linspace: [0, 1]}}}",
        "sweep: {grid: {training.learning_rate: {from: 0, to: 1, step: -1}}}",
        "sweep: {grid: {training.epochs: [1]}, zip: {training: [{epochs: 3}]}}",
        "sweep: {zip: {training.epochs: [1, 2], data.noise: [0.1]}}",
        "sweep: {grid: {training.epochs: [1]}, exclude: [{training.epoch: 1}]}",
        "sweep: {grid: {training.epochs: [1]}, exclude: [{training.epochs: 2}]}",
        "sweep: {grid: {training.epochs: [1]}, exclude: [{training.epochs: 1}]}",
        "sweep: {grid: {title: [a, b]}}",
        "sweep: {grid: {\"network.layers[7]\": [3]}}",
        "sweep: {repeats: 0}",
        "sweep: {grid: {training.epochs: {linspace: [1, 1e6, 1000000]}}, repeats: 2}",
        "sweep: {random: {trials: 3, keys: {data.noise: {uniform: {low: 1, high: 0}}}}}",
        "expect: [{epoch: 0, loss: 1, where: {data.noise: 5}}]\nsweep: {grid: {data.noise: [1]}}",
        "expect: [{epoch: 0, loss: 1, where: {data.noise: 5}}]",
        "sweep: {grid: {network.layers: [[2, 4, 1], [3, 4, 1]]}}",
        "sweep: {halving: {rungs: [2, 5]}}",
        "sweep: {halving: {rungs: [2, 2]}}",
        "sweep: {halving: {rungs: [2], metric: acuracy}}",
      })
  void mistakesAreToldOnceWithTheirPlace(String sweep) {
    assertThat(problem(sweep)).matches("(?s).*file\\.yaml:[5-9]:[0-9]+: .*");
  }

  @Test
  void aMistakeOfSomeConfigurationsNamesTheFirst() {
    assertThat(
            problem(
                "sweep: {grid: {network.layers: [[2, 4, 1], [3, 4, 1]],"
                    + " training.epochs: [1, 2]}}"))
        .contains(", with network.layers: [3, 4, 1], training.epochs: 1 and 1 other");
  }

  private List<String> problems(String sweep) {
    return read(sweep).problems().stream()
        .map(problem -> problem.toString().lines().findFirst().orElseThrow())
        .map(line -> line.substring(line.indexOf("file.yaml")))
        .toList();
  }

  @Test
  void aKeyThatDoesNotExistIsToldOnceWhereItStands() {
    assertThat(
            problems(
                """
                sweep:
                  grid:
                    training.learning_rat: [0.1, 0.2, 0.3]
                    data.nois: {linspace: [0, 1, 50]}
                """))
        .containsExactly(
            "file.yaml:7:5: training.learning_rat: unknown key; did you mean learning_rate?",
            "file.yaml:8:5: data.nois: unknown key; did you mean noise?");
  }

  @Test
  void mistakesInExpectationsHaveTheIndexOfTheFile() {
    assertThat(
            problems(
                """
                expect:
                  - {epoch: 0, loss: 14, where: {training.learning_rate: 0.2}}
                  - {epoch: 9, loss: 14, where: {training.learning_rate: 0.1}}
                  - {epoch: 0, losss: 14, where: {training.learning_rate: 0.2, repeat: 2}}
                sweep: {grid: {training.learning_rate: [0.1, 0.2]}, repeats: 2}
                """))
        .containsExactly(
            "file.yaml:7:13: expect[1].epoch: the run has only 5 epochs, with"
                + " training.learning_rate: 0.1; expected at most 5",
            "file.yaml:8:16: expect[2].losss: unknown key, with training.learning_rate: 0.2; did"
                + " you mean loss?");
  }

  @Test
  void oneMistakeInASweepDoesNotHideTheOthers() {
    assertThat(
            problems(
                """
                metrics: [acuracy]
                sweep:
                  repeats: 0
                  grid:
                    training.learning_rate: {linspace: [1, 5]}
                    training.epochs: [5, -1]
                    data.nois: [0.1]
                """))
        .hasSize(5)
        .anyMatch(line -> line.matches(".*metrics.*acuracy.*"))
        .anyMatch(line -> line.matches(".*sweep.repeats: 0 is out of range.*"))
        .anyMatch(line -> line.endsWith("and how many values with exactly 3 items"))
        .anyMatch(line -> line.matches(".*training.epochs: -1 is out of range.*"))
        .anyMatch(line -> line.matches(".*data.nois: unknown key.*"));
  }

  @Test
  void sectionsThatAreRightByThemselvesAreCheckedTogetherInEveryConfiguration() {
    assertThat(
            problems(
                """
                expect: [{epoch: 4, loss: 1}]
                sweep:
                  grid:
                    training.learning_rate: [0.1, 0.2]
                    network.layers: [[2, 3, 1], [3, 3, 1]]
                    training.epochs: [5, 3]
                """))
        .containsExactly(
            "file.yaml:5:18: expect[0].epoch: the run has only 3 epochs, with"
                + " training.learning_rate: 0.1, network.layers: [2, 3, 1], training.epochs: 3 and"
                + " 3 others; expected at most 3",
            "file.yaml:9:34: network.layers[0]: 3 inputs for data with 2, with"
                + " training.learning_rate: 0.1, network.layers: [3, 3, 1], training.epochs: 5 and"
                + " 3 others; expected 2");
  }

  @Test
  void everyTrialOfALargeSweepIsTheOneOfAFileOfItsOwn() {
    Experiment sweep =
        experiment(
            """
            expect: [{epoch: 1, loss: 1, where: {network.init.seed: 3, repeat: 2}}]
            sweep:
              repeats: 2
              grid:
                network.init.seed: [1, 3]
                network.layers[1]: [2, 5]
                training.learning_rate: {linspace: [0.1, 1, 3]}
                data.noise: [0.1, 0]
              include: [{training.learning_rate: 7}, {data.noise: 0, training.loss: mse}]
            """);
    for (int trial = 0; trial < sweep.trials(); trial += sweep.repeats()) {
      List<String> overrides = new ArrayList<>();
      for (int key = 0; key < sweep.keys().size(); key++) {
        String value = sweep.point(trial).values().get(key);
        overrides.add(sweep.keys().get(key) + "=" + value);
      }
      Experiment alone = read("", overrides.toArray(String[]::new)).experiment().orElseThrow();
      assertThat(sweep.digest(trial)).as(overrides.toString()).isEqualTo(alone.digest());
      assertThat(sweep.spec(trial).with(alone.spec(0).streams())).isEqualTo(alone.spec(0));
      int expected = overrides.contains("network.init.seed=3") ? 1 : 0;
      assertThat(sweep.expectations(trial)).isEmpty();
      assertThat(sweep.expectations(trial + 1)).hasSize(expected);
      assertThat(sweep.spec(trial + 1).expectations()).hasSize(expected);
    }
  }

  @Test
  void configurationsOfTheSameKindTakeTheSameWork() {
    Experiment sweep =
        experiment(
            """
            sweep:
              grid:
                training.learning_rate: [0.1, 0.2]
                network.layers[1]: [2, 5]
                training.epochs: [1, 2, 3]
                data.samples: [20, 30]
            """);
    double sum = 0;
    List<Integer> kinds = new ArrayList<>();
    for (int trial = 0; trial < sweep.trials(); trial++) {
      sum += Work.of(sweep.spec(trial));
      kinds.add(sweep.kind(trial));
    }
    assertThat(Work.of(sweep, Double.POSITIVE_INFINITY)).isEqualTo(sum);
    assertThat(kinds.stream().distinct()).hasSize(12);
  }

  @Test
  void configurationsThatWereDrawnOrWrittenBeforeAreKnown() {
    Experiment drawn =
        experiment(
            "sweep: {random: {trials: 9, keys: {training.epochs: {integers: {low: 1, high: 3}}}}}");
    List<String> seen = new ArrayList<>();
    for (int trial = 0; trial < drawn.trials(); trial++) {
      String value = drawn.point(trial).values().get(0);
      assertThat(drawn.isAgain(trial)).isEqualTo(seen.contains(value));
      seen.add(value);
    }
    Experiment written =
        experiment("sweep: {cases: [{training.epochs: 5}, {training.learning_rate: 1e-1}]}");
    assertThat(written.isAgain(0)).isFalse();
    assertThat(written.isAgain(1)).isTrue();
  }
}
