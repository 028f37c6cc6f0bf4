package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.data.Scaling.MinMax;
import lockstep.data.Scaling.Standard;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {
  private static final Map<String, Scaling> SCALINGS =
      Map.of(
          "standard", Standard.DEFAULT,
          "standard without mean", new Standard(false, true),
          "standard without std", new Standard(true, false),
          "min-max", MinMax.DEFAULT,
          "min_max 0 1", MinMax.DEFAULT,
          "min_max -1 1", new MinMax(-1, 1),
          "min_max 0.1 0.9", new MinMax(0.1, 0.9));

  /** A scaling that scikit-learn made: fitted to some rows, applied to others. */
  record Reference(String name, double[][] fitted, double[][] raw, double[][] scaled) {
    @Override
    public String toString() {
      return name + " of " + raw.length;
    }
  }

  static List<Reference> references() {
    Map<String, List<String[]>> given =
        GoldenTable.rows("scalers.csv").stream().collect(Collectors.groupingBy(row -> row[0]));
    Map<String, List<String[]>> own =
        GoldenTable.rows("preparation/scalings.csv").stream()
            .collect(Collectors.groupingBy(row -> (row[0] + " " + row[1]).strip()));
    return List.of(
        reference("standard", given.get("standard"), given.get("standard"), 2),
        reference("min-max", given.get("min-max"), given.get("min-max"), 2),
        reference("standard", own.get("standard"), 3),
        reference("standard without mean", own.get("standard without mean"), 3),
        reference("standard without std", own.get("standard without std"), 3),
        reference("min_max 0 1", own.get("min_max 0 1"), 3),
        reference("min_max -1 1", own.get("min_max -1 1"), 3),
        reference("min_max 0.1 0.9", own.get("min_max 0.1 0.9"), 3));
  }

  private static Reference reference(String name, List<String[]> rows, int columns) {
    List<String[]> train = rows.stream().filter(row -> row[2].equals("train")).toList();
    return reference(name, train, rows, columns);
  }

  private static Reference reference(
      String name, List<String[]> fitted, List<String[]> rows, int columns) {
    return new Reference(
        name, cells(fitted, columns, 2), cells(rows, columns, 2), cells(rows, columns, 1));
  }

  /** So many columns of numbers, the last or the last but one group of them. */
  private static double[][] cells(List<String[]> rows, int columns, int group) {
    return rows.stream()
        .map(row -> Arrays.stream(row).skip(row.length - (long) group * columns).limit(columns))
        .map(row -> row.mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("references")
  void scalesAsScikitLearn(Reference reference) {
    Scaling scaling = SCALINGS.get(reference.name());
    FittedScaling fitted = scaling.fit(MatrixUtils.createRealMatrix(reference.fitted()));
    RealMatrix raw = MatrixUtils.createRealMatrix(reference.raw());
    RealMatrix scaled = fitted.scale(raw);
    for (int row = 0; row < reference.raw().length; row++) {
      for (int column = 0; column < reference.raw()[row].length; column++) {
        double expected = reference.scaled()[row][column];
        double bound = tolerance(reference.raw()[row][column], fitted.columns().get(column));
        assertThat(scaled.getEntry(row, column))
            .as("row " + row + ", column " + column)
            .isCloseTo(expected, within(1e-12 * Math.abs(expected) + bound));
      }
    }
    RealMatrix back = fitted.unscale(scaled);
    assertThat(back.subtract(raw).getNorm()).isLessThan(1e-9);
  }

  /** What half a unit of rounding in a value is on the new scale: x - m loses digits that x has. */
  private static double tolerance(double value, FittedScaling.Column column) {
    double lost = Math.ulp(value) + Math.ulp(column.center());
    return 2 * lost / column.width();
  }

  @Test
  void standardScalingByHand() {
    FittedScaling fitted = Standard.DEFAULT.fit(column(1, 3));
    assertThat(fitted.columns()).containsExactly(new FittedScaling.Column(2, 1));
    assertThat(fitted.scale(column(1, 3, 6)).getColumn(0)).containsExactly(-1, 1, 4);
    assertThat(fitted.unscale(column(4)).getColumn(0)).containsExactly(6);
  }

  @Test
  void minMaxScalingByHand() {
    FittedScaling fitted = new MinMax(-1, 1).fit(column(2, 6, 4));
    assertThat(fitted.columns()).containsExactly(new FittedScaling.Column(2, 4));
    assertThat(fitted.scale(column(2, 6, 4, 8)).getColumn(0)).containsExactly(-1, 1, 0, 2);
  }

  @Test
  void aConstantColumnIsOnlyMoved() {
    assertThat(Standard.DEFAULT.fit(column(0.1, 0.1, 0.1)).columns().get(0).width()).isEqualTo(1);
    assertThat(MinMax.DEFAULT.fit(column(7, 7)).scale(column(7, 8)).getColumn(0))
        .containsExactly(0, 1);
    assertThat(new Standard(true, false).fit(column(1, 5)).columns())
        .containsExactly(new FittedScaling.Column(3, 1));
  }

  @Test
  void whatCannotBeScaledIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Standard.DEFAULT.fit(column(1e308, 1e308)))
        .withMessageContaining("cannot be scaled");
    assertThatIllegalArgumentException().isThrownBy(() -> new Standard(false, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new MinMax(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MinMax(Double.NaN, 1));
    FittedScaling one = Standard.DEFAULT.fit(column(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.scale(MatrixUtils.createRealMatrix(1, 2)))
        .withMessageContaining("2 columns, but 1");
  }

  @Test
  void everyPartIsScaledByTheTrainingPartAlone() {
    Generator line =
        new Rows(
            List.of(List.of(0.0), List.of(4.0), List.of(100.0), List.of(-50.0)),
            List.of(List.of(10.0), List.of(30.0), List.of(1.0), List.of(7.0)));
    Split split =
        new Split(
            Optional.of(new PartSize.Count(1)),
            Optional.of(new PartSize.Count(1)),
            Allocation.IN_ORDER);
    ScalingSpec scaling =
        new ScalingSpec(Optional.of(Standard.DEFAULT), Optional.of(MinMax.DEFAULT));
    DataSet data =
        new DataSpec(line, new TargetEncoding.AsIs(), Optional.empty(), Optional.of(split), scaling)
            .build(streams());
    assertThat(data.train().inputs().getColumn(0)).containsExactly(-1, 1);
    assertThat(data.validation().orElseThrow().inputs().getColumn(0)).containsExactly(49);
    assertThat(data.test().orElseThrow().inputs().getColumn(0)).containsExactly(-26);
    assertThat(data.train().targets().getColumn(0)).containsExactly(0, 1);
    assertThat(data.test().orElseThrow().targets().getEntry(0, 0)).isCloseTo(-0.15, within(1e-16));
    assertThat(data.scalings().scaleInputs(column(4)).getEntry(0, 0)).isEqualTo(1);
    assertThat(data.scalings().unscaleOutputs(column(1)).getEntry(0, 0)).isEqualTo(30);
    assertThat(Scalings.NONE.scaleInputs(column(4)).getEntry(0, 0)).isEqualTo(4);
  }

  private static Streams streams() {
    return new Streams(
        RandomAlgorithm.NUMPY,
        Map.of(
            Purpose.DATA, new StreamSpec.Seeded(0, 0),
            Purpose.SPLIT, new StreamSpec.Seeded(0, 0)));
  }

  private static RealMatrix column(double... values) {
    return MatrixUtils.createColumnRealMatrix(values);
  }
}
