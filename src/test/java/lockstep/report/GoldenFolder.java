package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whole results folders that are committed; {@code -Dlockstep.update=true} writes them anew. */
final class GoldenFolder {
  private static final Path GOLDEN = Path.of("src/test/resources/report");

  private GoldenFolder() {}

  /** Compares every file with the committed one. */
  static void check(String example, SortedMap<String, String> files) throws IOException {
    Path folder = GOLDEN.resolve(example);
    if (Boolean.getBoolean("lockstep.update")) {
      update(folder, files);
    }
    SortedMap<String, String> committed = committed(folder);
    assertThat(files.keySet()).isEqualTo(committed.keySet());
    files.forEach((path, text) -> assertThat(text).as(path).isEqualTo(committed.get(path)));
  }

  private static void update(Path folder, SortedMap<String, String> files) throws IOException {
    for (String stale : committed(folder).keySet()) {
      Files.delete(folder.resolve(stale));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  private static SortedMap<String, String> committed(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    Files.createDirectories(folder);
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).forEach(path -> texts.put(name(folder, path), read(path)));
    }
    return texts;
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
