package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole reports against committed ones; {@code mvn test -Dtest=GoldenReportTest
 * -Dlockstep.update=true} writes them anew, to be looked at before they are committed.
 */
class GoldenReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/report");
  private static final Map<String, Supplier<ReportInput>> EXAMPLES =
      Map.of(
          "circles", Examples::circles,
          "blobs", Examples::blobs,
          "sine", Examples::sine,
          "three", Examples::three);

  @ParameterizedTest
  @ValueSource(strings = {"circles", "blobs", "sine", "three"})
  void everyFileIsTheCommittedOne(String example) throws IOException {
    SortedMap<String, String> files = Texts.of(EXAMPLES.get(example).get());
    Path folder = GOLDEN.resolve(example);
    if (Boolean.getBoolean("lockstep.update")) {
      update(folder, files);
    }
    SortedMap<String, String> committed = committed(folder);
    assertThat(files.keySet()).isEqualTo(committed.keySet());
    files.forEach((path, text) -> assertThat(text).as(path).isEqualTo(committed.get(path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "de-DE", "hi-IN-u-nu-deva"})
  void theLocaleChangesNoByte(String tag) {
    Locale before = Locale.getDefault();
    SortedMap<String, String> files = Texts.of(Examples.circles());
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(Texts.of(Examples.circles())).isEqualTo(files);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void noFileIsLargerThanAHundredKilobytes() {
    EXAMPLES.forEach(
        (name, example) ->
            Texts.of(example.get())
                .forEach((path, text) -> assertThat(text.length()).as(path).isLessThan(100_000)));
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
