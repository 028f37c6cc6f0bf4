package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * Names of columns that somebody else chose, in everything that is written of them: reports stay
 * whole and nothing in them is run.
 */
class HostileNamesTest {
  /** As YAML and CSV write them between double quotes. */
  private static final List<String> NAMES =
      List.of(
          "=HYPERLINK(1)",
          "<script>alert(1)</script>",
          "a|b, `c` [d](javascript:e)",
          "\u202Eright to left\u2066",
          "@all *bold* ~~gone~~ &amp;",
          "]]></text><svg onload=f()>");

  @TempDir private Path folder;

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private void writeTable() throws IOException {
    String header = quoted(NAMES).replace("\", \"", "\",\"") + ",\"+y\"\n";
    String rows =
        IntStream.range(0, 40)
            .mapToObj(row -> (row % 7) + "," + row + ",1,2," + (row % 3) + ",0," + row % 2 + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("table.csv"), header + rows);
  }

  private void run(String name, String more) throws IOException {
    writeTable();
    String data = "data: {generator: csv, file: table.csv, targets: [\"+y\"]";
    String text =
        """
        title: %s
        description: %s
        %s, inputs: [%s]}
        network: {layers: [2, 3, 1]}
        training: {loss: bce, learning_rate: 0.1, epochs: 5}
        metrics: [accuracy]
        %s
        """
            .formatted(
                quoted(NAMES.subList(1, 2)),
                quoted(NAMES.subList(3, 4)),
                data,
                quoted(NAMES.subList(0, 2)),
                more);
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    StringWriter told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);
    String out = folder.resolve("results").toString();
    int code = Main.run(writer, writer, "run", "--quiet", "--out", out, file.toString());
    assertThat(code).as(told.toString()).isEqualTo(ExitCode.FINE);
  }

  private List<Path> written(String name, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("results").resolve(name))) {
      List<Path> files =
          all.filter(path -> path.toString().endsWith(end))
              .filter(path -> !path.toString().contains("/data/"))
              .sorted()
              .toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  private void assertIsInert(String name) throws Exception {
    for (Path csv : written(name, ".csv")) {
      assertIsTable(csv);
    }
    for (Path svg : written(name, ".svg")) {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
      assertThat(document.getElementsByTagName("svg").getLength()).isOne();
      assertThat(svg).content().doesNotContain("\u202E", "\u2066");
    }
    String report = Files.readString(written(name, "report.md").get(0));
    String withoutBlocks = report.replaceAll("(?ms)^```.*?^```$", "");
    String withoutCode =
        withoutBlocks.replaceAll("(?m)(?<!\\\\)(`+)(?!`).*?(?<![`\\\\])\\1(?!`)", "");
    assertThat(withoutCode).doesNotContainPattern("(?<!\\\\)<s").doesNotContain("](javascript");
    assertThat(report).doesNotContain("\u202E", "\u2066");
  }

  /** As many cells in every row, none of them a formula. */
  private static void assertIsTable(Path csv) throws IOException {
    List<List<String>> rows =
        CsvReader.builder().ofCsvRecord(csv).stream().map(row -> row.getFields()).toList();
    for (List<String> row : rows) {
      assertThat(row).as("%s", csv).hasSameSizeAs(rows.get(0));
      assertThat(row).as("%s", csv).noneMatch(cell -> cell.matches("(?s)[=@].*|[+-][^0-9I.].*"));
    }
  }

  @Test
  void aRunWithHostileColumnsIsInert() throws Exception {
    run("single", "");
    assertIsInert("single");
  }

  @Test
  void aSweepOverHostileColumnsIsInert() throws Exception {
    String columns =
        IntStream.range(0, NAMES.size() - 1)
            .mapToObj(first -> "[" + quoted(NAMES.subList(first, first + 2)) + "]")
            .collect(Collectors.joining(", "));
    run("sweep", "sweep: {grid: {data.inputs: [" + columns + "]}, repeats: 2}");
    assertIsInert("sweep");
    assertThat(folder.resolve("results/sweep/summary.csv")).content().contains("HYPERLINK");
  }
}
