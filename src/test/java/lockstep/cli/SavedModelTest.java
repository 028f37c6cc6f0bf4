package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.config.Model;
import lockstep.config.ModelFile;
import lockstep.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models that whole runs keep, against shorter runs that end where these are taken. */
class SavedModelTest {
  private static final String EPOCHS = "training.epochs=60";

  @TempDir Path folder;

  private String parts = "{test_size: 20, validation_size: 20}";

  private Path run(String name, String... overrides) throws IOException {
    String text =
        """
        experiment: saved
        seed: 5
        data: {generator: moons, samples: 60, noise: 0.4, split: PARTS}
        network: {layers: [2, 16, 1], activations: [relu, sigmoid]}
        training: {loss: bce, learning_rate: 0.1, epochs: 60, optimizer: adam}
        """;
    Path file = Files.writeString(folder.resolve("saved.yaml"), text.replace("PARTS", parts));
    Path out = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(List.of("run", file.toString(), "--quiet", "--out", out.toString()));
    for (String override : overrides) {
      arguments.addAll(List.of("--set", override));
    }
    StringWriter err = new StringWriter();
    PrintWriter discarded = new PrintWriter(new StringWriter());
    int code = Main.run(discarded, new PrintWriter(err), arguments.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.resolve("saved");
  }

  private static Model model(Path results) {
    return ModelFile.read(results.resolve("model.yaml")).value().orElseThrow();
  }

  private static double[] series(Path results, String column) throws IOException {
    List<String> lines = Files.readAllLines(results.resolve("history.csv"));
    int index = List.of(lines.get(0).split(",")).indexOf(column);
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[index]))
        .toArray();
  }

  private static int lowest(double[] values) {
    int best = 0;
    for (int epoch = 1; epoch < values.length; epoch++) {
      best = values[epoch] < values[best] ? epoch : best;
    }
    return best;
  }

  /** The parameters that a run leaves which ends after so many epochs. */
  private Parameters after(int epochs) throws IOException {
    return model(run("after", "save.model=final", "training.epochs=" + epochs)).parameters();
  }

  @Test
  void theBestModelIsThatOfTheLowestValidationLoss() throws IOException {
    Path results = run("best", "save.model=best");
    int best = lowest(series(results, "validation_loss"));
    Model model = model(results);

    assertThat(best).isBetween(1, 59);
    assertThat(model.origin().epoch()).isEqualTo(best);
    assertThat(model.parameters()).isEqualTo(after(best));
    assertThat(results.resolve("experiment.yaml")).content().contains("metric: validation_loss");
    assertThat(results.resolve("report.md"))
        .content()
        .contains("the network after " + best + " epochs, where `validation_loss` was best");
  }

  @Test
  void withoutValidationSamplesTheTrainingLossDecides() throws IOException {
    parts = "{test_size: 20}";
    Path results = run("train", "save.model=best");

    assertThat(model(results).origin().epoch()).isEqualTo(lowest(series(results, "loss")));
    assertThat(results.resolve("experiment.yaml")).content().contains("metric: loss");
  }

  @Test
  void nothingElseOfARunChanges() throws IOException {
    Path best = run("best", "save.model=best");
    Path last = run("last", "save.model=final");

    for (String file : List.of("history.csv", "summary.csv", "parameters.csv")) {
      assertThat(best.resolve(file)).hasSameTextualContentAs(last.resolve(file));
    }
  }

  @Test
  void earlyStoppingDecidesByWhatItWatchesAsItRestoresIt() throws IOException {
    String early = "training.early_stopping={metric: validation_accuracy, patience: 30,";
    String least = " min_improvement: 0.04";
    Path restored = run("restored", "save.model=final", early + least + "}");
    Path kept = run("kept", "save.model=best", early + least + ", restore_best: false}");

    assertThat(model(kept).origin().epoch()).isEqualTo(model(restored).origin().epoch());
    assertThat(model(kept).parameters()).isEqualTo(model(restored).parameters());
    Path plain = run("plain", "save={model: best, metric: validation_accuracy}", EPOCHS);
    double[] accuracies = series(plain, "validation_accuracy");
    double highest = accuracies[model(plain).origin().epoch()];
    assertThat(Arrays.stream(accuracies).max()).hasValue(highest);
  }

  @Test
  void aRunThatDivergesLeavesItsBestModelNevertheless() throws IOException {
    String[] wild = {"training.learning_rate=1e6", "training.optimizer=sgd", "training.loss=mse"};
    String lines = "network.activations=identity";
    Path best = run("best", "save.model=best", lines, wild[0], wild[1], wild[2]);
    Path last = run("last", "save.model=final", lines, wild[0], wild[1], wild[2]);

    assertThat(best.resolve("report.md")).content().contains("**Diverged**");
    assertThat(model(best).origin().epoch()).isZero();
    assertThat(model(last).origin().epoch()).isPositive();
  }
}
