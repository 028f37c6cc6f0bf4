package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.random.RandomAlgorithm;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** scikit-learn's own divisions, index by index. */
class GoldenSplitTest {

  record Part(int count, double testSize, long seed, String name, List<Integer> indices) {}

  static Stream<Part> parts() {
    return GoldenTable.rows("splits.csv").stream()
        .filter(row -> row[0].equals("train_test_split"))
        .map(
            row ->
                new Part(
                    Integer.parseInt(row[1]),
                    Double.parseDouble(row[2]),
                    Long.parseLong(row[3]),
                    row[4],
                    Stream.of(row[5].split(" ")).map(Integer::valueOf).toList()));
  }

  @Test
  void trainingAndTestPartsAreThere() {
    assertThat(parts()).extracting(Part::name).hasSize(6).contains("train", "test");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void samplesGoWhereScikitLearnPutsThem(Part part) {
    DataSet divided =
        Split.test(part.testSize())
            .divide(numbered(part.count()), RandomAlgorithm.NUMPY.start(part.seed()));
    Samples samples = part.name().equals("test") ? divided.test().orElseThrow() : divided.train();
    assertThat(samples.inputs().getColumn(0)).containsExactly(numbers(part.indices()));
    assertThat(samples.targets().getColumn(0)).containsExactly(numbers(part.indices()));
  }

  private static Samples numbered(int count) {
    double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
    RealMatrix column = new Array2DRowRealMatrix(numbers);
    return new Samples(column, column.copy());
  }

  private static double[] numbers(List<Integer> indices) {
    return indices.stream().mapToDouble(Integer::doubleValue).toArray();
  }
}
