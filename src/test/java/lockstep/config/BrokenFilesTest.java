package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/broken");
  private static final double ONE_GIGABYTE = 1e9;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void tellsEveryMistakeWithItsPlace(Path file) throws IOException {
    Reading reading = ExperimentFile.read(file, List.of(), ONE_GIGABYTE);

    String told =
        reading.problems().stream()
            .map(problem -> problem.toString().replace(FOLDER + "/", "") + "\n")
            .collect(Collectors.joining("\n"));
    String name = file.getFileName().toString().replace(".yaml", ".expected");
    new Maintained(FOLDER.resolve(name)).assertEquals(told);
    assertThat(reading.spec()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
  }

  @Test
  void thereAreManyBrokenFiles() throws IOException {
    assertThat(files()).hasSizeGreaterThan(30);
  }

  @Test
  void aMissingFileIsAProblem() {
    Reading reading = ExperimentFile.read(FOLDER.resolve("nowhere.yaml"), List.of());

    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("there is no such file");
  }

  @Test
  void aFolderIsAProblem() {
    Reading reading = ExperimentFile.read(FOLDER, List.of());

    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("this is a folder");
  }
}
