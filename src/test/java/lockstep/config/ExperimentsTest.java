package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentsTest {
  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("experiments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void shippedExperimentsComeBackFromTheirResolvedFile(Path file) throws IOException {
    ExperimentSpec spec = Specs.read(file);
    Path resolved = Files.writeString(folder.resolve("resolved.yaml"), ExperimentFile.write(spec));

    ExperimentSpec again = Specs.read(resolved);

    assertThat(again).isEqualTo(spec);
    assertThat(ExperimentFile.write(again)).isEqualTo(ExperimentFile.write(spec));
    assertThat(ExperimentFile.digest(again)).isEqualTo(ExperimentFile.digest(spec));
  }
}
