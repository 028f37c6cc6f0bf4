package lockstep.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes are an experiment or have mistakes; nothing else comes out of reading them. */
class ExperimentFileFuzzTest {
  @TempDir private static Path folder;

  @FuzzTest(maxDuration = "30m")
  void bytesAreAnExperimentOrHaveMistakes(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.yaml"), bytes);
    Reading reading = ExperimentFile.read(file, List.of());
    if (reading.experiment().isPresent() != reading.problems().isEmpty()) {
      throw new AssertionError(reading);
    }
  }
}
