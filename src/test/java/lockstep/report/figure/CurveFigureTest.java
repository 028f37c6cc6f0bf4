package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.IntStream;
import lockstep.data.Part;
import org.junit.jupiter.api.Test;

class CurveFigureTest {
  private static final Labels LABELS = new Labels("Loss", "Loss over the epochs", "epochs", "loss");

  private static String figure(double... values) {
    Series series = new Series("train", values, 0, Part.TRAIN);
    return new CurveFigure(LABELS, List.of(series), Annotations.NONE).svg();
  }

  @Test
  void thinningKeepsTheEndsAndEveryExtreme() {
    double[] values = new Random(3).doubles(10_000).toArray();
    values[4321] = -7;
    values[8765] = 9;
    SortedSet<Integer> kept = new Run(0, values.length).thinned(values, 500);
    assertThat(kept).contains(0, 4321, 8765, 9_999).hasSizeLessThanOrEqualTo(2000);
  }

  @Test
  void aFewEpochsAreAllKept() {
    assertThat(new Run(2, 6).thinned(new double[10], 500)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void valuesThatAreNotFiniteLeaveAMarkedGap() {
    double[] values = {3, 2, Double.NaN, Double.POSITIVE_INFINITY, 2, 1};
    assertThat(Run.of(values, true)).containsExactly(new Run(0, 2), new Run(4, 6));
    assertThat(Run.of(values, false)).containsExactly(new Run(2, 4));
    String svg = figure(values);
    assertThat(svg).contains("not finite").doesNotContain("NaN");
    assertThat(figure(3, 2, 1)).doesNotContain("not finite");
  }

  @Test
  void aSinglePointIsVisible() {
    assertThat(figure(Double.NaN, 2, Double.NaN)).containsPattern("M[0-9. ]+h0\"");
  }

  @Test
  void nothingFiniteStillIsAFigure() {
    assertThat(figure(Double.NaN, Double.NaN)).contains("not finite").endsWith("</svg>\n");
  }

  @Test
  void aLegendIsForSeveralCurvesOnly() {
    assertThat(figure(1, 2)).doesNotContain(">train<");
    Series train = new Series("train", new double[] {2, 1}, 0, Part.TRAIN);
    Series test = new Series("test", new double[] {3, 2}, 1, Part.TEST);
    CurveFigure both = new CurveFigure(LABELS, List.of(train, test), Annotations.NONE);
    assertThat(both.svg()).contains(">train<", ">test<", "stroke-dasharray");
  }

  @Test
  void figuresTellTheirStoryToThoseWhoCannotSee() {
    assertThat(figure(1, 2))
        .contains("role=\"img\"", "<title id=\"title\">Loss<", "<desc id=\"desc\">Loss over")
        .contains("@media (prefers-color-scheme: dark)");
  }

  @Test
  void aLongLegendMovesBelowTheFigure() {
    List<Series> many =
        IntStream.range(0, 6)
            .mapToObj(
                index -> new Series("accuracy (train) " + index, new double[2], index, Part.TRAIN))
            .toList();
    assertThat(new CurveFigure(LABELS, many, Annotations.NONE).svg()).contains("0 0 640 424");
    assertThat(figure(1, 2)).contains("0 0 640 380");
  }
}
