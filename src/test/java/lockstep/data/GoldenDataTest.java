package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    add(cases, "blobs-0.csv", 5, blobs(new ClassSizes.Total(100), given, List.of(2.25)));
    BlobCenters four = new BlobCenters.Drawn(4, 3, -10, 10);
    add(cases, "blobs-1.csv", 1, blobs(new ClassSizes.Total(50), four, List.of(1.0)));
    BlobCenters three = new BlobCenters.Drawn(3, 2, -10, 10);
    ClassSizes sizes = new ClassSizes.PerClass(List.of(10L, 20L, 5L));
    add(cases, "blobs-2.csv", 9, blobs(sizes, three, List.of(0.5, 1.0, 2.0)));
    addClasses(cases);
    addRegressions(cases);
    return cases;
  }

  private static void addClasses(Map<String, Case> cases) {
    add(cases, "classification-0.csv", 0, classification());
    ClusterLayout three = new ClusterLayout(3, 1, List.of());
    add(
        cases,
        "classification-1.csv",
        4,
        new Classification(60, new FeatureCounts(5, 3, 1, 0), three, places(1.5), 0.05, true));
    add(
        cases,
        "gaussian-quantiles-0.csv",
        0,
        new GaussianQuantiles(60, 3, List.of(0.0, 0.0), 1, true));
    add(cases, "hastie-10-2.csv", 2, new Hastie(30, Hastie.Labels.SIGNS));
    add(cases, "spirals.csv", 0, new Spirals(3, 100, 0.2));
  }

  private static Generator classification() {
    ClusterLayout four = new ClusterLayout(2, 2, List.of());
    return new Classification(80, new FeatureCounts(20, 2, 2, 0), four, places(1), 0.01, true);
  }

  private static ClusterPlaces places(double separation) {
    return new ClusterPlaces(
        separation, true, ClusterPlaces.DEFAULT_SHIFT, ClusterPlaces.DEFAULT_SCALE);
  }

  private static void addRegressions(Map<String, Case> cases) {
    Optional<LowRank> none = Optional.empty();
    add(cases, "regression-0.csv", 0, new Regression(50, 4, 2, 1, 0, none, 0.3, true));
    add(cases, "regression-1.csv", 8, new Regression(40, 3, 3, 2, 1.5, none, 0, true));
    add(cases, "friedman1.csv", 2, new Friedman.First(30, 10, 0.1));
    add(cases, "friedman2.csv", 2, new Friedman.Second(30, 0.1));
    add(cases, "friedman3.csv", 2, new Friedman.Third(30, 0.1));
    add(cases, "swiss-roll.csv", 2, new SwissRoll(30, 0.1, false));
    add(cases, "s-curve.csv", 2, new SCurve(30, 0.1));
  }

  private static void add(Map<String, Case> cases, String file, long seed, Generator generator) {
    cases.put(file, new Case(file, seed, generator));
  }

  private static Generator blobs(ClassSizes sizes, BlobCenters centers, List<Double> deviations) {
    return new Blobs(sizes, centers, deviations, true);
  }

  static Iterable<Case> generated() {
    return CASES.values();
  }

  @Test
  void everyFileOfTheseGeneratorsIsTested() {
    List<String> files =
        GoldenTable.rows("datasets/index.csv").stream().map(row -> row[0]).toList();
    assertThat(files).hasSize(20).containsExactlyInAnyOrderElementsOf(CASES.keySet());
  }

  @ParameterizedTest
  @MethodSource("generated")
  void pointsAndClassesAreScikitLearns(Case golden) {
    Samples made = golden.generator().generate(RandomAlgorithm.NUMPY.start(golden.seed()));
    List<String[]> rows = GoldenTable.rows("datasets/" + golden.file());
    assertThat(rows).isNotEmpty().hasSize(made.count());
    int inputs = made.inputs().getColumnDimension();
    int targets = made.targets().getColumnDimension();
    for (int row = 0; row < made.count(); row++) {
      String[] cells = rows.get(row);
      assertThat(cells).hasSize(inputs + targets);
      for (int column = 0; column < cells.length; column++) {
        double number =
            column < inputs
                ? made.inputs().getEntry(row, column)
                : made.targets().getEntry(row, column - inputs);
        assertThat(number)
            .as("sample %s, column %s", row, column)
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
