package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confusion matrices and ROC curves of whole runs, against the metrics of their last epoch. */
class ClassesReportTest {
  private static final List<String> PARTS = List.of("train", "validation", "test");

  @TempDir Path folder;

  private Path run(String data, String layers, String analysis) throws IOException {
    String text =
        "experiment: classes\n"
            + ("data: {" + data + "}\n")
            + ("network: {layers: " + layers + ", activations: [tanh, sigmoid]}\n")
            + "training: {loss: bce, learning_rate: 0.5, epochs: 12}\n"
            + (analysis + "\n");
    Path file = Files.writeString(folder.resolve("classes.yaml"), text);
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    String[] arguments = {"run", file.toString(), "--quiet", "--out", folder.toString()};
    assertThat(Main.run(out, new PrintWriter(err), arguments)).as(err.toString()).isZero();
    return folder.resolve("classes");
  }

  private static Map<String, Double> last(Path results) throws IOException {
    List<String> lines = Files.readAllLines(results.resolve("history.csv"));
    String[] names = lines.get(0).split(",");
    String[] cells = lines.get(lines.size() - 1).split(",");
    Map<String, Double> values = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      values.put(names[i], Double.parseDouble(cells[i]));
    }
    return values;
  }

  private static List<String[]> rows(Path file, String part) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(","))
        .filter(cells -> cells[0].equals(part))
        .toList();
  }

  @Test
  void countsAndAreasAreThoseOfTheMetrics() throws IOException {
    Path results =
        run(
            "generator: moons, samples: 200, noise: 0.4, split: {test_size: 0.3, validation_size:"
                + " 0.2}",
            "[2, 4, 1]",
            "metrics: [accuracy, roc_auc]\nanalysis: {confusion_matrix: true, roc_curve: true}");
    Map<String, Double> last = last(results);
    for (String part : PARTS) {
      String prefix = part.equals("train") ? "" : part + "_";
      assertThat(accuracy(rows(results.resolve("confusion_matrix.csv"), part)))
          .isEqualTo(last.get(prefix + "accuracy"));
      assertThat(area(rows(results.resolve("roc_curve.csv"), part)))
          .isCloseTo(last.get(prefix + "roc_auc"), org.assertj.core.data.Offset.offset(1e-12));
      assertThat(results.resolve("figures/" + prefix + "confusion_matrix.svg")).exists();
    }
    assertThat(results.resolve("figures/roc_curve.svg")).content().contains(">training: area 0.");
    assertThat(Files.readString(results.resolve("report.md")))
        .contains(
            "## Confusion matrix",
            "Training part, ",
            "Validation part, ",
            "Test part, ",
            "figures/test_confusion_matrix.svg");
  }

  private static double accuracy(List<String[]> rows) {
    double right = 0;
    double all = 0;
    for (String[] cells : rows) {
      all += Integer.parseInt(cells[3]);
      right += cells[1].equals(cells[2]) ? Integer.parseInt(cells[3]) : 0;
    }
    return right / all;
  }

  private static double area(List<String[]> rows) {
    double area = 0;
    for (int i = 1; i < rows.size(); i++) {
      double width = Double.parseDouble(rows.get(i)[2]) - Double.parseDouble(rows.get(i - 1)[2]);
      double height = Double.parseDouble(rows.get(i)[3]) + Double.parseDouble(rows.get(i - 1)[3]);
      area += width * height / 2;
    }
    return area;
  }

  @Test
  void beyondTenClassesAFileHasTheRest() throws IOException {
    Path results =
        run(
            "generator: blobs, samples: 120, centers: 12, encoding: one_hot",
            "[2, 8, 12]",
            "analysis: {confusion_matrix: true}");
    String report = Files.readString(results.resolve("report.md"));
    assertThat(report)
        .contains("Classes 0 to 9 of 12 are shown; [confusion_matrix.csv]", "predicted 9 |")
        .doesNotContain("predicted 10");
    assertThat(results.resolve("figures/confusion_matrix.svg"))
        .content()
        .contains("Confusion matrix, training part (classes 0 to 9)");
    assertThat(accuracy(rows(results.resolve("confusion_matrix.csv"), "train")))
        .isEqualTo(last(results).get("accuracy"));
    assertThat(rows(results.resolve("confusion_matrix.csv"), "train"))
        .anyMatch(cells -> cells[1].equals("11"));
  }

  @Test
  void nothingIsShownThatWasNotAskedFor() throws IOException {
    Path results = run("generator: moons", "[2, 4, 1]", "analysis: {confusion_matrix: false}");
    assertThat(Files.readString(results.resolve("report.md"))).doesNotContain("Confusion");
    assertThat(results.resolve("confusion_matrix.csv")).doesNotExist();
    assertThat(Files.readString(results.resolve("experiment.yaml"))).doesNotContain("analysis");
  }
}
