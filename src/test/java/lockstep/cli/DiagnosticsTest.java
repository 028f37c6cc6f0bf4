package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final ByteArrayOutputStream troubles = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void everyLineArrivesInOrderBeforeCloseReturns() throws IOException {
    List<String> messages = IntStream.range(0, 5000).mapToObj(line -> "line " + line).toList();
    Path file = folder.resolve(".lockstep/run.log");

    try (Diagnostics diagnostics = Diagnostics.into(file, Optional.of(console), troubles())) {
      messages.forEach(diagnostics::info);
    }

    assertThat(Files.readAllLines(file, UTF_8))
        .extracting(line -> line.substring(line.indexOf(" INFO ") + " INFO ".length()))
        .isEqualTo(messages);
    assertThat(console.toString(UTF_8)).isEqualTo(Files.readString(file, UTF_8));
    assertThat(troubles.toString(UTF_8)).isEmpty();
  }

  @Test
  void aLineHasTheInstantTheLevelAndTheMessage() throws IOException {
    Path file = folder.resolve("run.log");
    Instant before = Instant.ofEpochMilli(Instant.now().toEpochMilli());

    try (Diagnostics diagnostics = Diagnostics.into(file, Optional.empty(), troubles())) {
      diagnostics.debug("λ = 2.5");
      diagnostics.warn("{} is not a placeholder");
    }

    List<String> lines = Files.readAllLines(file, UTF_8);
    assertThat(lines.get(0)).endsWith("Z DEBUG λ = 2.5");
    assertThat(lines.get(1)).endsWith("Z WARN {} is not a placeholder");
    assertThat(Instant.parse(lines.get(0).split(" ")[0])).isBetween(before, Instant.now());
  }

  @Test
  void aSecondRunAppendsToTheLogOfTheFirst() throws IOException {
    Path file = folder.resolve("run.log");

    for (String run : List.of("first", "second")) {
      try (Diagnostics diagnostics = Diagnostics.into(file, Optional.empty(), troubles())) {
        diagnostics.info(run);
      }
    }

    assertThat(Files.readAllLines(file, UTF_8))
        .extracting(line -> line.split(" ")[2])
        .containsExactly("first", "second");
  }

  @Test
  void aLogThatCannotBeWrittenIsReportedOnceAndTheRunGoesOn() throws IOException {
    Path file = Files.createFile(folder.resolve("file")).resolve("run.log");

    try (Diagnostics diagnostics = Diagnostics.into(file, Optional.empty(), troubles())) {
      diagnostics.info("one");
      diagnostics.info("two");
    }

    assertThat(troubles.toString(UTF_8)).hasLineCount(1).contains("no log is written", "file");
  }

  @Test
  void withoutAFileNothingIsWrittenAnywhere() throws IOException {
    Diagnostics.NONE.info("unheard");
    Diagnostics.NONE.close();

    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private PrintWriter troubles() {
    return new PrintWriter(troubles, true, UTF_8);
  }
}
