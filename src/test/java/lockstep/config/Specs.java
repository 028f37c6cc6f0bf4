package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Experiments for tests. */
final class Specs {
  private Specs() {}

  /** The experiment in a file that must be right. */
  static ExperimentSpec read(Path file, String... overrides) {
    Reading reading = ExperimentFile.read(file, List.of(overrides));
    assertThat(reading.problems()).isEmpty();
    return reading.spec().orElseThrow();
  }

  /** Writes a file. */
  static Path file(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
