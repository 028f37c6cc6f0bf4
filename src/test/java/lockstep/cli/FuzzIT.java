package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of broken files, each answered by its mistakes or by a run: in 256 MB, within two
 * seconds of processor time, and without a file anywhere but in the output folder.
 *
 * <p>{@code -Dfuzz.files=1000000 -Dfuzz.seed=1000000} goes on where this ends.
 */
class FuzzIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void everyBrokenFileIsAnswered() throws IOException, InterruptedException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path home = Files.createDirectory(folder.resolve("home"));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                JAVA,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                FuzzProcess.class.getName(),
                work.toString(),
                Path.of("experiments").toAbsolutePath().toString(),
                System.getProperty("fuzz.seed", "1"),
                System.getProperty("fuzz.files", "20000"))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    int code = process.waitFor();

    String told = Files.readString(output);
    System.out.print("fuzzed " + told);
    assertThat(told).startsWith(System.getProperty("fuzz.files", "20000") + " files: ");
    assertThat(code).isZero();
  }

  /** The process runs elsewhere, where nothing must be written either. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(element -> Path.of(element).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
