package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says is done and compared: its commands, their output, its files and links. */
@DisabledOnOs(OS.WINDOWS)
@ResourceLock(value = "results", mode = ResourceAccessMode.READ_WRITE)
class ReadmeIT {
  private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final int LONGEST = 200;

  static Stream<Command> commands() throws IOException {
    return blocks(CONSOLE).stream().flatMap(block -> Command.in(block).stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandPrintsWhatTheReadmeShows(Command command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command.line()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    assertThat(output).isEqualTo(command.output());
  }

  @Test
  void theExampleIsTheShippedFile() throws IOException {
    List<String> examples = blocks(YAML);
    assertThat(examples).hasSize(1);
    assertThat(Files.readString(Path.of("experiments/xor.yaml"))).isEqualTo(examples.get(0));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> links = LINK.matcher(readme()).results().map(match -> match.group(1)).toList();
    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  @Test
  void itIsReadInThreeMinutes() throws IOException {
    assertThat(readme().lines().count()).isLessThanOrEqualTo(LONGEST);
  }

  private static List<String> blocks(Pattern pattern) throws IOException {
    return pattern.matcher(readme()).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  /** A line after a prompt, and what is printed below it. */
  record Command(String line, String output) {

    static List<Command> in(String block) {
      List<Command> commands = new ArrayList<>();
      for (String part : block.split("(?m)^\\$ ")) {
        int end = part.indexOf('\n');
        if (end > 0) {
          commands.add(new Command(part.substring(0, end), part.substring(end + 1)));
        }
      }
      return commands;
    }
  }
}
