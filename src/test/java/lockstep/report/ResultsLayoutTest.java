package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsLayoutTest {
  @TempDir private Path folder;

  @Test
  void everyFileOfAReportHasItsPlace() {
    SortedMap<String, String> files = Texts.of(Examples.circles());
    assertThat(files.keySet())
        .contains(
            ResultsLayout.REPORT,
            ResultsLayout.SUMMARY,
            ResultsLayout.HISTORY,
            ResultsLayout.PARAMETERS,
            ResultsLayout.EXPERIMENT,
            ResultsLayout.MANIFEST,
            ResultsLayout.figure("loss"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.md", "history.csv", "manifest.json", ".lockstep/lock"})
  void theConfigurationAndOneSignMakeAResultsFolder(String sign) throws IOException {
    Files.createDirectories(folder.resolve(sign).getParent());
    Files.writeString(folder.resolve(sign), "");
    assertThat(ResultsLayout.isResultsFolder(folder)).isFalse();
    Files.writeString(folder.resolve("experiment.yaml"), "");
    assertThat(ResultsLayout.isResultsFolder(folder)).isTrue();
  }

  @Test
  void aFolderOfExperimentsIsNoResultsFolder() throws IOException {
    Files.writeString(folder.resolve("experiment.yaml"), "");
    Files.writeString(folder.resolve("README.md"), "");
    assertThat(ResultsLayout.isResultsFolder(folder)).isFalse();
    assertThat(ResultsLayout.isResultsFolder(folder.resolve("missing"))).isFalse();
  }
}
