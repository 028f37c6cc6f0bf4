package lockstep.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes are a table or have problems; nothing else comes out of reading them. */
class CsvTableFuzzTest {
  @TempDir private static Path folder;

  @FuzzTest(maxDuration = "30m")
  void bytesAreATableOrHaveProblems(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.csv"), bytes);
    CsvRequest request = new CsvRequest("fuzz.csv", List.of("y"), Optional.empty());
    CsvReading reading = CsvTableReader.read(file, request);
    if (reading.table().isPresent() != reading.problems().isEmpty()) {
      throw new AssertionError(reading);
    }
  }
}
