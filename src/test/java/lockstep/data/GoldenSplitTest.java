package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** scikit-learn's own divisions, index by index. */
class GoldenSplitTest {
  private static final int FOLDS = 4;

  /** A row of the golden file: what was divided how, and one part of what came out. */
  record Row(String function, int count, String testSize, long seed, String part, int[] indices) {
    static Row of(String[] cells) {
      return new Row(
          cells[0],
          Integer.parseInt(cells[1]),
          cells[2],
          Long.parseLong(cells[3]),
          cells[4],
          numbers(cells[5]));
    }

    RandomStream stream() {
      return RandomAlgorithm.NUMPY.start(seed);
    }

    @Override
    public String toString() {
      return function + " of " + count + ", seed " + seed + ": " + part;
    }
  }

  /** A row of the file that the project's own script wrote with scikit-learn. */
  record Division(
      String function,
      int[] labels,
      String[] sizes,
      Optional<Long> seed,
      String part,
      int[] indices) {
    static Division of(String[] cells) {
      return new Division(
          cells[0],
          labelled(cells[2], Integer.parseInt(cells[1])),
          new String[] {cells[3], cells[4]},
          cells[5].isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(cells[5])),
          cells[6],
          numbers(cells[7]));
    }

    boolean stratified() {
      return Arrays.stream(labels).anyMatch(label -> label > 0);
    }

    RandomStream stream() {
      return RandomAlgorithm.NUMPY.start(
          seed.orElseThrow(() -> new AssertionError("something was drawn in order")));
    }

    @Override
    public String toString() {
      return function + " of " + labels.length + " by " + String.join(" ", sizes) + ": " + part;
    }
  }

  private static int[] numbers(String cell) {
    return Stream.of(cell.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /** The labels that {@code preparation_reference.py} names. */
  private static int[] labelled(String kind, int count) {
    return IntStream.range(0, count)
        .map(
            i ->
                switch (kind) {
                  case "mod3" -> i % 3;
                  case "mod3back" -> (count - i) % 3;
                  case "squares" -> i * i % 4 % 2 + (i % 7 == 0 ? 1 : 0);
                  case "blocks" -> i * 4 / count;
                  default -> 0;
                })
        .toArray();
  }

  static List<Row> splits() {
    return rows("train_test_split");
  }

  static List<Row> folds() {
    return rows("KFold");
  }

  private static List<Row> rows(String function) {
    return GoldenTable.rows("splits.csv").stream()
        .map(Row::of)
        .filter(row -> row.function().startsWith(function))
        .toList();
  }

  static List<Division> divisions() {
    return GoldenTable.rows("preparation/divisions.csv").stream().map(Division::of).toList();
  }

  @Test
  void allKindsOfRowsAreThere() {
    assertThat(splits()).hasSize(12).extracting(Row::part).contains("train", "test");
    assertThat(folds()).hasSize(12).extracting(Row::part).contains("test0", "test3");
    assertThat(divisions()).hasSize(209);
  }

  @ParameterizedTest
  @MethodSource("splits")
  void samplesGoWhereTrainTestSplitPutsThem(Row row) {
    boolean stratified = row.function().contains("stratify");
    int[] labels = IntStream.range(0, row.count()).map(i -> stratified ? i % 3 : 0).toArray();
    PartSize size = new PartSize.Share(Double.parseDouble(row.testSize()));
    Split split = new Split(Optional.empty(), Optional.of(size), Allocation.of(true, stratified));
    Partition made = split.divide(all(row.count()), labels, row::stream);
    assertThat(row.part().equals("test") ? made.test().orElseThrow() : made.train())
        .containsExactly(row.indices());
    assertThat(made.validation()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folds")
  void samplesGoIntoTheFoldsThatKFoldPutsThemIn(Row row) {
    int[] foldOf = new Folds(FOLDS, Allocation.SHUFFLED).assign(new int[row.count()], row::stream);
    assertThat(members(foldOf, Integer.parseInt(row.part().substring("test".length()))))
        .containsExactly(row.indices());
  }

  @ParameterizedTest
  @MethodSource("divisions")
  void divisionsAreThoseOfScikitLearn(Division row) {
    RandomStream stream = row.seed().isPresent() ? row.stream() : null;
    int[] labels = row.labels();
    if (row.function().startsWith("split")) {
      Allocation allocation = Allocation.of(stream != null, row.stratified());
      Split split =
          new Split(
              Optional.of(size(row.sizes()[1])), Optional.of(size(row.sizes()[0])), allocation);
      Partition made = split.divide(all(labels.length), labels, () -> stream);
      int[] found =
          switch (row.part()) {
            case "train" -> made.train();
            case "validation" -> made.validation().orElseThrow();
            default -> made.test().orElseThrow();
          };
      assertThat(found).containsExactly(row.indices());
    } else {
      Allocation allocation =
          Allocation.of(stream != null, row.function().startsWith("Stratified"));
      Folds folds = new Folds(Integer.parseInt(row.sizes()[0]), allocation);
      int[] foldOf = folds.assign(labels, () -> stream);
      assertThat(members(foldOf, Integer.parseInt(row.part()) - 1)).containsExactly(row.indices());
      assertThat(folds.fold(Integer.parseInt(row.part())).held(labels.length))
          .isEqualTo(row.indices().length);
    }
  }

  private static PartSize size(String text) {
    return text.contains(".")
        ? new PartSize.Share(Double.parseDouble(text))
        : new PartSize.Count(Long.parseLong(text));
  }

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static int[] members(int[] foldOf, int fold) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
  }
}
