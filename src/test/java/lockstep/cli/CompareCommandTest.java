package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String FIXTURES = "src/test/resources/compare/";
  private static final String SLOW = FIXTURES + "five_slow";
  private static final String FAST = FIXTURES + "five_fast";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int compare(String... arguments) {
    String[] all = Stream.concat(Stream.of("compare"), Stream.of(arguments)).toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void itPrintsMarkdown() {
    assertThat(compare(SLOW, FAST)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).startsWith("# `five_fast` against `five_slow`\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void failIfWorseFailsOnlyWhereTheFirstIsBetter() {
    assertThat(compare(SLOW, FAST, "--fail-if-worse")).isEqualTo(ExitCode.FINE);
    assertThat(compare(FAST, SLOW, "--fail-if-worse")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(compare(SLOW, FAST, "--fail-if-worse", "--baseline", FAST))
        .isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void failIfWorseFailsIfNothingCouldBeTested() {
    assertThat(compare(FIXTURES + "old", FIXTURES + "new", "--fail-if-worse"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(err.toString()).contains("nothing could be tested");
  }

  @Test
  void outWritesEverythingAndPrintsTheAnswerOnly() throws IOException {
    Path target = folder.resolve("compared");

    assertThat(compare(SLOW, FAST, "--out", target.toString())).isEqualTo(ExitCode.FINE);
    assertThat(compare(SLOW, FAST, "--out", target.toString())).isEqualTo(ExitCode.FINE);
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files.filter(Files::isRegularFile).map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "compare.md",
              "compare.csv",
              "configurations.csv",
              "curves.csv",
              "values.svg",
              "differences.svg");
    }
    assertThat(out.toString()).doesNotContain("## ").contains("report: " + target);
  }

  @Test
  void resultsAreNeverWrittenInto() {
    assertThat(compare(SLOW, FAST, "--out", SLOW)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("is a results folder");
  }

  @Test
  void jsonIsAnObjectALine() {
    assertThat(compare(SLOW, FAST, "--json")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .extracting(
            line -> JsonParser.parseString(line).getAsJsonObject().get("type").getAsString())
        .containsExactly("configuration", "configuration", "comparison");
    assertThat(out.toString()).contains("\"finding\":\"better\"", "\"rank_p\":0.0625");
  }

  @Test
  void mistakesAreWrongUsage() {
    assertThat(compare(SLOW)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("there is nothing to compare", "it is one configuration;")
        .doesNotContain("\tat ");
    assertThat(compare(SLOW, FAST, "--test-train-ratio", "0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--test-train-ratio is a number above 0");
  }

  @Test
  void runsThatWereReallyMadeArePartedAtTheirFirstUpdate() {
    String one = folder.resolve("one").toString();
    String two = folder.resolve("two").toString();
    run(one, "0.5");
    run(two, "0.25");

    assertThat(compare(one + "/xor", two + "/xor")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("| `training.learning_rate` | `0.5`", "No test between")
        .containsPattern("\\| `loss` *\\| *1 \\| *1 \\|");
  }

  @Test
  void theConfigurationsOfASweepThatWasReallyMadeAreCompared() throws IOException {
    Path file = folder.resolve("rates.yaml");
    Files.writeString(
        file,
        """
        experiment: rates
        data: {generator: moons, samples: 20, noise: 0.2}
        network: {layers: [2, 4, 1], activations: [tanh, sigmoid]}
        training: {loss: bce, epochs: 20}
        sweep: {grid: {training.learning_rate: [0.1, 1]}, repeats: 6}
        """);
    PrintWriter ignored = new PrintWriter(new StringWriter());
    Main.run(ignored, new PrintWriter(err), "run", file.toString(), "--out", folder.toString());

    assertThat(compare(folder.resolve("rates").toString(), "--baseline", "learning_rate=0.1"))
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("**`learning_rate=1` is better than `learning_rate=0.1`**", "over 6 pairs");
  }

  private void run(String target, String rate) {
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "run",
            "experiments/xor.yaml",
            "--set",
            "training.learning_rate=" + rate,
            "--out",
            target);
    assertThat(code).as(err.toString()).isLessThanOrEqualTo(ExitCode.CHECK_FAILED);
  }
}
