package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictCommandTest {
  private static final String MODEL =
      """
      model: 1
      experiment: sums
      configuration: "00"
      numerics: "2"
      epoch: 3
      layers: [2, 1]
      activations: [identity]
      arithmetic: fused
      parameters:
        - weights: [[1], [10]]
          biases: [0.5]
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String model;
  private String points;

  @BeforeEach
  void write() throws IOException {
    model = file("model.yaml", MODEL);
    points = file("points.csv", "b,a\n1,2\n3,4\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private void trained(String name, String rest) throws IOException {
    String text =
        "data: {generator: moons, samples: 20, noise: 0.1, split: {test_size: 0.5}}\n"
            + "network: {layers: [2, 3, 1], activations: [tanh, sigmoid]"
            + (rest.startsWith("{from") ? ", init: " + rest + "}\n" : "}\n")
            + "training: {loss: bce, learning_rate: 0.5, epochs: 7}\n"
            + (rest.startsWith("{from") ? "" : rest);
    String path = file(name + ".yaml", text);
    assertThat(run("run", path, "--quiet", "--out", folder.toString())).as(err.toString()).isZero();
  }

  @Test
  void inputsAreAllColumnsInTheirOrder() {
    assertThat(run("predict", model, points)).isZero();
    assertThat(out).hasToString("output\n21.5\n43.5\n");
  }

  @Test
  void whatWasScaledInTrainingIsScaledHere() throws IOException {
    // 1 and 3 become 0 and 1, 2 and 4 become 4 and 8: 0 + 40 + 0.5 and 1 + 80 + 0.5, times 3 plus
    // 1.
    String scaling =
        "input_scaling: {by: {min_max: {low: 0, high: 4}}, columns: [[1, 8], [0, 2]]}\n"
            + "target_scaling: {by: standard, columns: [[1, 3]]}\n";
    String scaled = file("scaled.yaml", MODEL.replace("parameters:", scaling + "parameters:"));
    assertThat(run("predict", scaled, points)).as(err.toString()).isZero();
    assertThat(out).hasToString("output\n122.5\n245.5\n");
  }

  @Test
  void scalingsOfOtherSizesAreRefused() throws IOException {
    String one = "input_scaling: {by: standard, columns: [[1, 8]]}\nparameters:";
    assertThat(run("predict", file("one.yaml", MODEL.replace("parameters:", one)), points))
        .isEqualTo(2);
    assertThat(err.toString()).contains("input_scaling: has 1 column; expected 2");
    String flat = "target_scaling: {by: standard, columns: [[1, 0]]}\nparameters:";
    assertThat(run("predict", file("flat.yaml", MODEL.replace("parameters:", flat)), points))
        .isEqualTo(2);
    assertThat(err.toString()).contains("width 0.0 cannot be scaled");
  }

  @Test
  void aScaledRunPredictsFromItsModelAsFromItsParameters() throws IOException {
    String text =
        "data: {generator: sine, samples: 20, low: 5, high: 9, scaling: standard,"
            + " target_scaling: min_max, split: {test_size: 0.5}}\n"
            + "network: {layers: [1, 3, 1], activations: [tanh, identity]}\n"
            + "training: {loss: mse, learning_rate: 0.1, epochs: 7}\n";
    String one = file("one.csv", "x\n6\n8\n");
    for (String save : List.of("", "save: {model: final}\n")) {
      String path = file("fit" + save.length() + ".yaml", text + save);
      assertThat(run("run", path, "--quiet", "--out", folder.toString())).isZero();
    }
    assertThat(run("predict", folder.resolve("fit0").toString(), one)).isZero();
    String fromParameters = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run("predict", folder.resolve("fit21/model.yaml").toString(), one)).isZero();
    assertThat(out).hasToString(fromParameters);
    assertThat(Files.readString(folder.resolve("fit21/model.yaml")))
        .contains("input_scaling:", "target_scaling:");
  }

  @Test
  void inputsThatAreNamedComeInTheOrderOfTheNames() throws IOException {
    String wide = file("wide.csv", "b,name,a\n1,one,2\n3,two,4\n");
    assertThat(run("predict", model, wide, "--inputs", "a, b")).isZero();
    assertThat(out).hasToString("output\n12.5\n34.5\n");
  }

  @Test
  void theModelsOwnNamesAreLookedFor() throws IOException {
    String named = file("named.yaml", MODEL.replace("layers:", "inputs: [a, b]\nlayers:"));
    assertThat(run("predict", named, points)).isZero();
    assertThat(out).hasToString("output\n12.5\n34.5\n");
    String other = file("other.csv", "b,c\n1,2\n");
    assertThat(run("predict", named, other)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("other.csv:1:1: there is no input column a; expected one");
  }

  @Test
  void outputsAreNumberedAndClassesComeLast() throws IOException {
    String two =
        MODEL
            .replace("layers: [2, 1]", "classes: 2\nlayers: [2, 2]")
            .replace("[[1], [10]]", "[[1, 2], [10, 0.25]]")
            .replace("[0.5]", "[0, 0]");
    assertThat(run("predict", file("two.yaml", two), file("p.csv", "x,y\n1,0\n0,1\n"))).isZero();
    assertThat(out).hasToString("output_1,output_2,class\n1.0,2.0,1\n10.0,0.25,0\n");
  }

  @Test
  void outWritesTheSameBytesToAFile() throws IOException {
    Path target = folder.resolve("predicted.csv");
    assertThat(run("predict", model, points, "--out", target.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(target).hasContent("output\n21.5\n43.5");
  }

  @Test
  void everyMistakeInTheTableIsTold() throws IOException {
    String bad = file("bad.csv", "a,b\n1,x\n,2\n");
    assertThat(run("predict", model, bad)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("bad.csv:2:3: x is not a number", "bad.csv:3:1: the cell is empty");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void columnsThatAreNotAsManyAsTheInputsAreRefused() throws IOException {
    String three = file("three.csv", "a,b,c\n1,2,3\n");
    assertThat(run("predict", model, three)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("3 columns for a model with 2 inputs");
    assertThat(run("predict", model, three, "--inputs", "a,a")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("predict", model, three, "--inputs", "a")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--inputs a: the model takes 2 different names");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertThat(run("predict", points, points)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("points.csv:1:1: this is no model file");
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    assertThat(run("predict", empty, points)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("is no results folder");
    assertThat(run("predict", folder + "/nothing.yaml", points)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("there is no such file");
    assertThat(run("predict", model)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("predict takes two paths");
  }

  @Test
  void aPlaceThatDoesNotExistIsAFailure() {
    String nowhere = folder + "/nowhere/predicted.csv";
    assertThat(run("predict", model, points, "--out", nowhere)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void resultsWithoutAModelFileGiveTheSameAsTheirModelFile() throws IOException {
    trained("plain", "");
    trained("saved", "save: {model: final}\n");
    assertThat(folder.resolve("plain/model.yaml")).doesNotExist();
    assertThat(folder.resolve("saved/model.yaml")).exists();

    assertThat(run("predict", folder + "/plain", points)).isZero();
    String plain = out.toString();
    assertThat(run("predict", folder + "/saved/model.yaml", points)).isZero();

    assertThat(out).hasToString(plain + plain);
    assertThat(plain).startsWith("output,class\n");
    assertThat(run("predict", model, points, "--out", folder + "/saved/p.csv"))
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void damagedParametersAreRefused() throws IOException {
    trained("plain", "");
    Path parameters = folder.resolve("plain/parameters.csv");
    List<String> lines = Files.readAllLines(parameters);
    Files.write(parameters, lines.subList(0, lines.size() - 1));

    assertThat(run("predict", folder + "/plain", points)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("are not those of the experiment.yaml here");
  }

  @Test
  void trainingGoesOnFromAModelWhereItEnded() throws IOException {
    trained("saved", "save: {model: final}\n");
    trained("further", "{from: saved/model.yaml}");
    List<String> first = Files.readAllLines(folder.resolve("saved/history.csv"));
    List<String> second = Files.readAllLines(folder.resolve("further/history.csv"));
    String last = first.get(first.size() - 1);
    String begin = second.get(1);

    assertThat(begin.substring("1,0,".length())).isEqualTo(last.substring("1,7,".length()));
    assertThat(second.get(2)).isNotEqualTo(begin);
    assertThat(Files.readString(folder.resolve("further/init/model.yaml")))
        .isEqualTo(Files.readString(folder.resolve("saved/model.yaml")));
  }

  @Test
  void theResolvedExperimentRunsInItsFolderToTheSameBytes() throws IOException {
    trained("saved", "save: {model: final}\n");
    trained("further", "{from: saved/model.yaml}");
    Files.delete(folder.resolve("saved/model.yaml"));
    String resolved = folder + "/further/experiment.yaml";
    String again = Files.createDirectory(folder.resolve("again")).toString();

    assertThat(run("run", resolved, "--quiet", "--out", again)).isZero();
    for (String name : List.of("history.csv", "experiment.yaml", "manifest.json", "report.md")) {
      assertThat(Files.readString(Path.of(again, "further", name)))
          .isEqualTo(Files.readString(folder.resolve("further").resolve(name)));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceWithoutAnEndIsTooLarge() {
    assertThat(run("predict", model, "/dev/zero")).as(err.toString()).isEqualTo(2);
    assertThat(err.toString())
        .contains("/dev/zero:1:1: the file is too large; expected at most 33554432 bytes");
  }

  /** It is gone once it has been opened, so that who opens it again finds nothing. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsWrongInAPipeIsShownFromWhatCameThroughIt() throws Exception {
    file("broken.csv", "b,a\n1,2\n3,four\n");
    Path pipe = folder.resolve("pipe.csv");
    String script = "mkfifo pipe.csv && echo made && exec 3>pipe.csv && rm pipe.csv && cat >&3 ";
    Process writer =
        new ProcessBuilder("sh", "-c", script + "broken.csv").directory(folder.toFile()).start();
    try (BufferedReader ready = writer.inputReader()) {
      assertThat(ready.readLine()).isEqualTo("made");
      assertThat(run("predict", model, pipe.toString())).isEqualTo(2);
      assertThat(writer.waitFor()).isZero();
    } finally {
      writer.destroy();
    }
    assertThat(err.toString()).contains("pipe.csv:3:3: ", "  3,four\n    ^");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsReadLikeAFile() throws Exception {
    String script = "mkfifo pipe.csv && echo made && exec cat points.csv > pipe.csv";
    Process writer = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
    try (BufferedReader ready = writer.inputReader()) {
      assertThat(ready.readLine()).isEqualTo("made");
      assertThat(run("predict", model, folder.resolve("pipe.csv").toString())).isZero();
    } finally {
      writer.destroy();
    }
    assertThat(out).hasToString("output\n21.5\n43.5\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters.csv", "summary.csv", "manifest.json"})
  void resultsThatHaveGrownToGigabytesAreNotRead(String name) throws IOException {
    trained("run", "");
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("run").resolve(name).toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThat(run("predict", folder.resolve("run").toString(), points)).isEqualTo(2);
    assertThat(err.toString())
        .contains("parameters, summary and manifest are not those of the experiment.yaml here");
  }
}
