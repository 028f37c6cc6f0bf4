package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar as a process. */
class ProgramIT {
  private static final Path JAR = Path.of(System.getProperty("lockstep.jar"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;

  @Test
  void versionIsThatOfTheJar() throws Exception {
    assertThat(start(List.of(), "--version")).isEqualTo(ExitCode.FINE);
    assertThat(output()).matches("lockstep \\d+\\.\\d+\\.\\d+\n");
    assertThat(errors()).isEmpty();
  }

  @Test
  void wrongUsageIsExitCode2OnStderr() throws Exception {
    assertThat(start(List.of(), "--no-such-option")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(output()).isEmpty();
    assertThat(errors()).startsWith("lockstep: ").doesNotContain("Exception");
  }

  @Test
  void helpIsTheSameUnderAnyLocaleAndCharset() throws Exception {
    start(List.of(), "--help");
    String plain = output();
    start(
        List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1"), "--help");

    assertThat(output()).isEqualTo(plain).contains("Usage: lockstep");
  }

  @Test
  void withoutALogNoClassOfLog4jIsLoaded() throws Exception {
    Path classes = folder.resolve("classes.txt");
    start(List.of("-Xlog:class+load:file=" + classes), "--help");

    assertThat(Files.readAllLines(classes, UTF_8))
        .anyMatch(line -> line.contains(" " + Main.class.getName() + " "))
        .noneMatch(line -> line.contains("org.apache.logging"));
  }

  @Test
  void theJarCarriesTheLicencesAndNoticesOfWhatIsInIt() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "MIT License");
      assertThat(text(jar, "META-INF/LICENSE.txt")).contains("APACHE COMMONS MATH");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Lockstep", "Apache Log4j");
      assertThat(text(jar, "META-INF/NOTICE.txt")).contains("Apache Commons Math");
      assertThat(jar.isMultiRelease()).isTrue();
    }
  }

  /** Runs the jar and waits for its end. */
  private int start(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start()
        .waitFor();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err"), UTF_8);
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }
}
