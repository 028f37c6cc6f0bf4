package lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import lockstep.report.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderComparisonTest {
  @TempDir Path folder;

  private List<FileDifference> differences(String kept, Content made) throws IOException {
    Files.writeString(folder.resolve("a.csv"), kept);
    TreeMap<String, Content> files = new TreeMap<>();
    files.put("a.csv", made);
    return FolderComparison.differences(folder, files);
  }

  @ParameterizedTest
  @CsvSource({
    "1/2/3/4/, 1/2/x/4/, 3, 3, x",
    "1/2/, 1/2/3/, 3, '', 3",
    "1/2, 1/2/3, 3, (end of file), 3",
    "1/2/3, 1/2, 3, 3, (end of file)",
    "1/, 1, 2, '', (end of file)",
    "12/, 1/, 1, 12, 1",
    "é/, è/, 1, é, è",
  })
  void theFirstLineThatDiffersIsTold(String kept, String made, int line, String old, String now)
      throws IOException {
    Content content = Content.text(made.replace('/', '\n'));
    List<FileDifference> differences = differences(kept.replace('/', '\n'), content);
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).message()).isEqualTo("line " + line + " differs");
    List<String> context = differences.get(0).context();
    assertThat(context.subList(context.size() - 2, context.size()))
        .containsExactly("- " + old, "+ " + now);
    assertThat(context).hasSize(Math.min(2, line - 1) + 2);
  }

  @Test
  void aDifferenceBehindManyPiecesIsFound() throws IOException {
    String kept = "0123456789\n".repeat(20_000);
    Content same = Content.of(out -> out.append(kept, 0, 99_999).append(kept, 99_999, 220_000));
    assertThat(differences(kept, same)).isEmpty();
    Content other = Content.of(out -> out.append(kept, 0, 219_995).append("x").append("6789\n"));
    assertThat(differences(kept, other).get(0).message()).isEqualTo("line 20000 differs");
  }

  @Test
  void filesOfOneSideOnlyAreTold() throws IOException {
    Files.writeString(folder.resolve("old.csv"), "1");
    TreeMap<String, Content> files = new TreeMap<>();
    files.put("new.csv", Content.text("1"));
    assertThat(FolderComparison.differences(folder, files))
        .extracting(FileDifference::file, FileDifference::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("new.csv", "is not among the committed results"),
            org.assertj.core.groups.Tuple.tuple("old.csv", "was not made again"));
  }

  @ParameterizedTest
  @CsvSource({"160, ''", "161, ...", "1000, ..."})
  void longLinesAreCut(int length, String end) throws IOException {
    String same = "s".repeat(length) + "\n";
    Content made = Content.text(same + "m".repeat(length) + "\n");

    assertThat(differences(same + "k".repeat(length) + "\n", made).get(0).context())
        .containsExactly(
            "  " + "s".repeat(160) + end,
            "- " + "k".repeat(160) + end,
            "+ " + "m".repeat(160) + end);
  }

  @Test
  void aDifferenceBehindWhatIsShownIsTold() throws IOException {
    String same = "s".repeat(5000);

    assertThat(differences(same + "1\n", Content.text(same + "2\n")))
        .singleElement()
        .extracting(FileDifference::message)
        .isEqualTo("line 1 differs");
  }

  @Test
  void twoLinesBeforeTheDifferenceAreShown() throws IOException {
    assertThat(differences("1\n2\n3\n4\n5\n", Content.text("1\n2\n3\n4\n6\n")).get(0).context())
        .containsExactly("  3", "  4", "- 5", "+ 6");
  }

  @Test
  void whatDiffersFromRunToRunIsNotCompared() throws IOException {
    Files.createDirectory(folder.resolve(".lockstep"));
    Files.writeString(folder.resolve(".lockstep/journal"), "x");

    assertThat(differences("same\n", Content.text("same\n"))).isEmpty();
  }

  @Test
  void differencesComeInTheOrderOfTheFiles() throws IOException {
    Files.writeString(folder.resolve("d.csv"), "1");
    Files.writeString(folder.resolve("b.csv"), "1");
    TreeMap<String, Content> files = new TreeMap<>();
    files.put("a.csv", Content.text("1"));
    files.put("c.csv", Content.text("1"));
    files.put("manifest.json", Content.text("{}"));

    assertThat(FolderComparison.differences(folder, files))
        .extracting(FileDifference::file)
        .containsExactly("a.csv", "b.csv", "c.csv", "d.csv", "manifest.json");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNoCommittedResult() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.csv"), Path.of("/dev/null"));
    TreeMap<String, Content> files = new TreeMap<>();
    files.put("a.csv", Content.text("1"));

    assertThat(FolderComparison.differences(folder, files))
        .singleElement()
        .extracting(FileDifference::message)
        .isEqualTo("is not among the committed results");
  }
}
