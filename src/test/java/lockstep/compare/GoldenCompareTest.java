package lockstep.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole comparisons of small folders against committed ones; {@code mvn test
 * -Dtest=GoldenCompareTest -Dlockstep.update=true} writes them anew, to be looked at before they
 * are committed.
 */
class GoldenCompareTest {
  private static final String RESULTS = "src/test/resources/compare/";
  private static final Path GOLDEN = Path.of("src/test/resources/compared");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "each    | initial_values              |",
        "against | initial_values              | weights=xavier",
        "paired  | five_slow five_fast         |",
        "seeds   | five_slow five_elsewhere    | five_slow",
        "single  | old new                     |",
        "mixed   | initial_values:weights=he new |"
      })
  void everyFileIsTheCommittedOne(String name, String arguments, String baseline)
      throws IOException {
    SortedMap<String, String> files = CompareFiles.of(compare(arguments, baseline));
    Path folder = GOLDEN.resolve(name);
    if (Boolean.getBoolean("lockstep.update")) {
      update(folder, files);
    }
    SortedMap<String, String> committed = committed(folder);
    assertThat(files.keySet()).isEqualTo(committed.keySet());
    files.forEach((path, text) -> assertThat(text).as(path).isEqualTo(committed.get(path)));
  }

  @Test
  void theLocaleChangesNoByte() {
    Locale before = Locale.getDefault();
    SortedMap<String, String> files = CompareFiles.of(compare("initial_values", null));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(CompareFiles.of(compare("initial_values", null))).isEqualTo(files);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static ResultsComparison compare(String arguments, String baseline) {
    List<String> folders = Stream.of(arguments.split(" ")).map(RESULTS::concat).toList();
    Optional<String> first =
        Optional.ofNullable(baseline).map(one -> one.contains("=") ? one : RESULTS + one);
    return Folders.compare(first, folders);
  }

  private static void update(Path folder, SortedMap<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  private static SortedMap<String, String> committed(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return texts;
  }
}
