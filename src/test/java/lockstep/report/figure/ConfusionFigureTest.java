package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConfusionFigureTest {
  private static final Labels LABELS =
      new Labels("Confusion", "counts", "predicted class", "actual class");

  private static String figure(long[][] counts, long... totals) {
    return new ConfusionFigure(LABELS, counts, totals).svg();
  }

  @Test
  void everyCellHasItsCountAndTheShareOfItsClass() {
    String svg = figure(new long[][] {{30, 10}, {0, 5}}, 40, 5);
    assertThat(svg).contains(">30<", ">75 %<", ">10<", ">25 %<", ">0<", ">5<", ">100 %<");
    assertThat(svg).as("that of the legend").containsOnlyOnce(">0 %<").endsWith("</svg>\n");
  }

  @Test
  void theFirstClassIsAbove() {
    String svg = figure(new long[][] {{7, 0}, {0, 9}}, 7, 9);
    assertThat(y(svg, "7")).isLessThan(y(svg, "9"));
  }

  private static double y(String svg, String count) {
    String before = svg.substring(0, svg.indexOf(">" + count + "</text>"));
    String place = before.substring(before.lastIndexOf(" y=\"") + 4);
    return Double.parseDouble(place.substring(0, place.indexOf('"')));
  }

  @Test
  void sharesThatAreNeitherNothingNorAllDoNotLookSo() {
    assertThat(figure(new long[][] {{999, 1}, {0, 1}}, 1000, 1)).contains(">99.9 %<", ">0.1 %<");
  }

  @Test
  void classesWithoutSamplesAreGrey() {
    String svg = figure(new long[][] {{3, 1}, {0, 0}}, 4, 0);
    assertThat(svg).contains("fill-opacity=\"0.15\"").doesNotContain("NaN");
    assertThat(figure(new long[][] {{3, 1}, {1, 0}}, 4, 1)).doesNotContain("fill-opacity");
  }

  @Test
  void everyRowHasItsTotal() {
    assertThatIllegalArgumentException().isThrownBy(() -> figure(new long[][] {{1}}, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> figure(new long[0][]));
  }
}
