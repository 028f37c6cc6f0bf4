package lockstep.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reference files that scikit-learn computed. */
final class GoldenTable {
  private GoldenTable() {}

  /** The lines of a file below its header, each as its cells. */
  static List<String[]> rows(String name) {
    try (InputStream file = GoldenTable.class.getResourceAsStream("/golden/" + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
