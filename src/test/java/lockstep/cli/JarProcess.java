package lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real jar, started in a folder of its own; what it says goes to two files beside that. */
final class JarProcess {
  private static final Path JAR = Path.of(System.getProperty("lockstep.jar")).toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path temporary;
  private final Path folder;

  private JarProcess(Path temporary, Path folder) {
    this.temporary = temporary;
    this.folder = folder;
  }

  /** In an empty folder within a temporary one. */
  static JarProcess in(Path temporary) throws IOException {
    return new JarProcess(temporary, Files.createDirectories(temporary.resolve("work")));
  }

  /** The command as words; short lives are not worth a second compiler. */
  static List<String> command(List<String> options, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Starts it and waits for its end. */
  int run(String... arguments) throws IOException, InterruptedException {
    return start(command(List.of(), arguments)).waitFor();
  }

  /** Starts any command. */
  Process start(List<String> command) throws IOException {
    return start(command, "");
  }

  /** Starts any command, whose words go to files of that name. */
  Process start(List<String> command, String name) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("LOCKSTEP_TERMINAL");
    return builder
        .redirectOutput(temporary.resolve("out" + name).toFile())
        .redirectError(temporary.resolve("err" + name).toFile())
        .start();
  }

  /** Whether Ctrl-C means anything: a process that a script starts in the background ignores it. */
  static boolean isInterruptible() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(ignored.split("\\s+")[1], 16) & 2) == 0;
  }

  Path folder() {
    return folder;
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  String output() throws IOException {
    return Files.readString(temporary.resolve("out"), UTF_8);
  }

  String errors() throws IOException {
    return errors("");
  }

  String errors(String name) throws IOException {
    return Files.readString(temporary.resolve("err" + name), UTF_8);
  }

  /** The same without the files that a killed process had not finished. */
  SortedMap<String, String> finished(String path) throws IOException {
    SortedMap<String, String> finished = texts(path);
    finished.keySet().removeIf(name -> name.endsWith(".unfinished"));
    return finished;
  }

  /** The files below a path of the folder, without what differs from run to run. */
  SortedMap<String, String> texts(String path) throws IOException {
    Path root = folder.resolve(path);
    SortedMap<String, String> texts = new TreeMap<>();
    if (!Files.exists(root)) {
      return texts;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.contains(".lockstep")) {
          texts.put(name, Files.readString(file, UTF_8));
        }
      }
    }
    return texts;
  }
}
