package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.random.RandomAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** scikit-learn's own data sets, point by point. */
class GoldenDataTest {
  private static final double AGREEMENT = 1e-12;

  /** The calls of the index, spelled here. */
  private static final Map<String, Case> CASES = cases();

  record Case(String file, long seed, Generator generator) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    add(cases, "circles-0.csv", 0, new Circles(100, 0.5, 0.1, true));
    add(cases, "circles-1.csv", 3, new Circles(41, 0.8, 0, true));
    add(cases, "circles-2.csv", 11, new Circles(60, 0.3, 0.05, false));
    add(cases, "moons-0.csv", 0, new Moons(100, 0.2, true));
    add(cases, "moons-1.csv", 7, new Moons(31, 0, true));
    BlobCenters given = new BlobCenters.Given(List.of(List.of(-3.5, -2.0), List.of(2.5, 3.5)));
    add(cases, "blobs-0.csv", 5, blobs(new BlobSizes.Total(100), given, List.of(2.25)));
    BlobCenters four = new BlobCenters.Drawn(4, 3, -10, 10);
    add(cases, "blobs-1.csv", 1, blobs(new BlobSizes.Total(50), four, List.of(1.0)));
    BlobCenters three = new BlobCenters.Drawn(3, 2, -10, 10);
    BlobSizes sizes = new BlobSizes.PerCenter(List.of(10L, 20L, 5L));
    add(cases, "blobs-2.csv", 9, blobs(sizes, three, List.of(0.5, 1.0, 2.0)));
    return cases;
  }

  private static void add(Map<String, Case> cases, String file, long seed, Generator generator) {
    cases.put(file, new Case(file, seed, generator));
  }

  private static Generator blobs(BlobSizes sizes, BlobCenters centers, List<Double> deviations) {
    return new Blobs(sizes, centers, deviations, true);
  }

  static Iterable<Case> generated() {
    return CASES.values();
  }

  @Test
  void everyFileOfTheseGeneratorsIsTested() {
    List<String> files =
        GoldenTable.rows("datasets/index.csv").stream()
            .map(row -> row[0])
            .filter(file -> file.matches("(circles|moons|blobs)-.*"))
            .toList();
    assertThat(files).hasSize(8).containsExactlyElementsOf(CASES.keySet());
  }

  @ParameterizedTest
  @MethodSource("generated")
  void pointsAndClassesAreScikitLearns(Case golden) {
    Samples made = golden.generator().generate(RandomAlgorithm.NUMPY.start(golden.seed()));
    List<String[]> rows = GoldenTable.rows("datasets/" + golden.file());
    assertThat(rows).isNotEmpty().hasSize(made.count());
    for (int row = 0; row < made.count(); row++) {
      String[] cells = rows.get(row);
      int inputs = cells.length - 1;
      assertThat(made.targets().getEntry(row, 0)).isEqualTo(Double.parseDouble(cells[inputs]));
      assertThat(made.inputs().getColumnDimension()).isEqualTo(inputs);
      for (int column = 0; column < inputs; column++) {
        assertThat(made.inputs().getEntry(row, column))
            .as("sample %s, input %s", row, column)
            .isCloseTo(Double.parseDouble(cells[column]), within(AGREEMENT));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("generated")
  void shapeIsKnownBeforehand(Case golden) {
    Samples made = golden.generator().generate(RandomAlgorithm.NUMPY.start(golden.seed()));
    DataShape shape = golden.generator().shape();
    assertThat(shape.samples()).isEqualTo(made.count());
    assertThat(shape.inputs()).isEqualTo(made.inputs().getColumnDimension());
    assertThat(shape.targets()).isEqualTo(made.targets().getColumnDimension());
    assertThat(shape.classes()).isEqualTo(ClassNumbers.count(made.targets()));
  }
}
