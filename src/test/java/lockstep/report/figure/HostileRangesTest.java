package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.data.Part;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the numbers are, a figure is drawn, and everything on it lies on its paper. */
class HostileRangesTest {
  /** Such as −1.0000002×10⁻²⁰⁰: a range is never narrower than a millionth of its numbers. */
  private static final int LONGEST_LABEL = 17;

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double[] NUMBERS = {
    0,
    1,
    -1,
    1 + 0x1p-52,
    Double.MIN_VALUE,
    1e-310,
    1e-200,
    1e-17,
    9007199254740993.0,
    1e300,
    -1e300,
    1.0000000000000001e300,
    1e308,
    -1e308,
    Double.MAX_VALUE,
    INFINITE,
    -INFINITE,
    Double.NaN,
  };
  private static final Labels LABELS = new Labels("Title", "What it shows", "across", "up");
  private static final Pattern PLACE = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");

  /** Every number alone and twice, every pair of numbers, and some longer lists. */
  static Stream<double[]> lists() {
    List<double[]> lists = new ArrayList<>();
    for (double first : NUMBERS) {
      lists.add(new double[] {first});
      for (double second : NUMBERS) {
        lists.add(new double[] {first, second});
      }
    }
    Random random = new Random(5);
    for (int list = 0; list < 60; list++) {
      int length = 3 + random.nextInt(40);
      lists.add(random.ints(length, 0, NUMBERS.length).mapToDouble(at -> NUMBERS[at]).toArray());
    }
    return lists.stream();
  }

  private static void assertDrawn(String svg) {
    assertThat(svg).endsWith("</svg>\n");
    Matcher places = PLACE.matcher(svg.substring(svg.indexOf("</style>")));
    int count = 0;
    while (places.find()) {
      assertThat(Double.parseDouble(places.group(1))).isBetween(0.0, 640.0);
      assertThat(Double.parseDouble(places.group(2))).isBetween(0.0, 600.0);
      count++;
    }
    assertThat(count).isGreaterThan(2);
  }

  private static void assertUsable(Range range, double[] values) {
    assertThat(range.ticks()).hasSizeBetween(1, 20);
    range.ticks().forEach(tick -> assertThat(tick.label()).hasSizeBetween(1, LONGEST_LABEL));
    for (double value : values) {
      if (Range.drawable(value)) {
        assertThat(range.fraction(value)).isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListHasARange(double[] values) {
    assertUsable(Range.around(values), values);
    assertUsable(Range.linear(values), values);
    assertUsable(Range.padded(Range.bounds(values), 0.07, 0), values);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyCurveIsDrawn(double[] values) {
    Series series = new Series("train", values, 0, Part.TRAIN);
    double last = values[values.length - 1];
    Annotations annotations =
        new Annotations(
            Optional.of(new Annotations.Level(last, "level")),
            Optional.of(new Annotations.Moment(values.length - 1, "moment")),
            List.of(new Annotations.Spot(0, last)),
            "published");
    assertDrawn(new CurveFigure(LABELS, List.of(series), Annotations.NONE).svg());
    assertDrawn(new CurveFigure(LABELS, List.of(series), annotations).svg());
  }

  private static RealMatrix firstInput(RealMatrix inputs) {
    return inputs.getColumnMatrix(0);
  }

  private static Points points(double[] x, double[] y) {
    return new Points(x, y, new int[x.length], Part.TRAIN);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      reversed[index] = values[values.length - 1 - index];
    }
    return reversed;
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyFitIsDrawn(double[] values) {
    List<Points> points = List.of(points(values, reversed(values)));
    assertDrawn(new FitFigure(LABELS, HostileRangesTest::firstInput, points).svg());
  }

  @Test
  void everyDecisionIsDrawn() {
    List<double[]> lists = lists().toList();
    for (int index = 0; index < lists.size(); index += 7) {
      double[] values = lists.get(index);
      List<Points> points = List.of(points(values, reversed(values)));
      Classifier classifier =
          new Classifier(HostileRangesTest::firstInput, Classifier.Surface.STEPPED, 0.5, "class");
      assertDrawn(new RegionFigure(LABELS, classifier, points).svg());
    }
  }

  @Test
  void samplesWithoutAPlaceAreCounted() {
    double[] x = {1, 2, Double.NaN, 1e308, 3};
    double[] y = {1, INFINITE, 2, 0, 3};
    List<Points> points = List.of(points(x, y));
    assertThat(new FitFigure(LABELS, HostileRangesTest::firstInput, points).svg())
        .contains("samples beyond what can be drawn: 3");
    double[] near = Arrays.copyOf(x, 1);
    List<Points> all = List.of(points(near, near));
    assertThat(new FitFigure(LABELS, HostileRangesTest::firstInput, all).svg())
        .doesNotContain("beyond");
  }

  @Test
  void aRangeOfNothingIsRefusedWhereItIsMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(1e308, 1e308, false, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(-1e308, 1e308, false, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Svg.number(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Svg.number(INFINITE));
  }
}
