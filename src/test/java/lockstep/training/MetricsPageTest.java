package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/metrics.md} against the metrics that there are. */
class MetricsPageTest {

  @Test
  void everyMetricHasItsRowWithItsDirectionAndNeed() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/metrics.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(MetricsPageTest::begin)
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Metric.values()).map(MetricsPageTest::begin).toList());
  }

  private static String begin(String row) {
    return String.join("|", Arrays.asList(row.split("\\|")).subList(1, 4));
  }

  private static String begin(Metric metric) {
    String need = need(metric);
    String arrow = metric.largerIsBetter() ? "↑" : "↓";
    return " `" + metric.column() + "` | " + arrow + " | " + (need.isEmpty() ? "" : need + " ");
  }

  private static String need(Metric metric) {
    return switch (metric.need()) {
      case NOTHING -> "";
      case CLASSES -> "classes";
      case TOLD_CLASSES -> "classes told";
      case TWO_CLASSES -> "two classes";
      case PROBABILITIES -> "probabilities";
      case HIDDEN_UNITS -> "hidden units";
    };
  }
}
