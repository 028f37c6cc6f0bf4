package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is kept in the repository and made by the code. {@code -Dlockstep.update=true} writes
 * it anew.
 *
 * @param file the file
 */
record Maintained(Path file) {

  void assertEquals(String made) throws IOException {
    if (Boolean.getBoolean("lockstep.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made);
    }
    assertThat(file).exists().content().isEqualTo(made);
  }
}
