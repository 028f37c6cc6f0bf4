package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lockstep.data.DataShape;
import lockstep.data.Samples;
import lockstep.random.RandomAlgorithm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code src/test/python/generator_reference.py} had scikit-learn make. */
class GeneratorReferenceTest {
  private static final Path TABLES = Path.of("src/test/resources/generators");

  /** What sums in another order may do to numbers of this size. */
  private static final double AGREEMENT = 1e-12;

  @TempDir Path folder;

  record Case(String file, long seed, String data) {}

  static List<Case> cases() throws IOException {
    return rows("index.csv").stream()
        .map(row -> new Case(row.get(0), Long.parseLong(row.get(1)), row.get(2)))
        .toList();
  }

  private static List<List<String>> rows(String file) throws IOException {
    try (Stream<List<String>> rows =
        CsvReader.builder().ofCsvRecord(TABLES.resolve(file)).stream().map(r -> r.getFields())) {
      return rows.skip(1).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sectionsOfFilesMakeWhatScikitLearnMakes(Case one) throws IOException {
    ExperimentSpec spec = Specs.read(file(one));
    Samples made = spec.data().generator().generate(RandomAlgorithm.NUMPY.start(one.seed()));
    List<List<String>> rows = rows(one.file());
    DataShape shape = spec.data().generator().shape();
    assertThat(made.count()).isEqualTo(rows.size()).isEqualTo((int) shape.samples());
    assertThat(made.inputs().getColumnDimension()).isEqualTo(shape.inputs());
    assertThat(made.targets().getColumnDimension()).isEqualTo(shape.targets());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        double expected = Double.parseDouble(rows.get(row).get(column));
        assertThat(number(made, row, column))
            .as("sample %s, column %s", row, column)
            .isCloseTo(expected, within(AGREEMENT * Math.max(1, Math.abs(expected))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyGeneratorIsWrittenAsItIsRead(Case one) throws IOException {
    ExperimentSpec spec = Specs.read(file(one));
    Path written = Specs.file(folder, "written.yaml", ExperimentFile.write(spec));
    assertThat(Specs.read(written)).isEqualTo(spec);
  }

  private Path file(Case one) throws IOException {
    String header = Files.readAllLines(TABLES.resolve(one.file())).get(0);
    long inputs = Stream.of(header.split(",")).filter(name -> name.startsWith("x")).count();
    long targets = Stream.of(header.split(",")).filter(name -> name.startsWith("y")).count();
    String text =
        "experiment: one\ndata: {%s}\nnetwork: {layers: [%d, %d]}\n"
            .formatted(one.data(), inputs, targets);
    return Specs.file(
        folder, "one.yaml", text + "training: {loss: mse, learning_rate: 0.1, epochs: 1}\n");
  }

  private static double number(Samples made, int row, int column) {
    int inputs = made.inputs().getColumnDimension();
    return column < inputs
        ? made.inputs().getEntry(row, column)
        : made.targets().getEntry(row, column - inputs);
  }
}
