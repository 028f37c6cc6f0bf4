package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.report.figure.StabilityFigure.Limit;
import org.junit.jupiter.api.Test;

class StabilityFigureTest {
  private static final Labels LABELS = new Labels("Stability", "limits", "epochs", "rate");

  private static String figure(double rate, double... limits) {
    List<Limit> measured = new ArrayList<>();
    for (int index = 0; index < limits.length; index++) {
      measured.add(new Limit(10 * index, limits[index]));
    }
    Annotations.Level used = new Annotations.Level(rate, "learning rate");
    return new StabilityFigure(LABELS, measured, used, Optional.empty()).svg();
  }

  @Test
  void limitsBelowTheRateAreShadedAndMarked() {
    assertThat(figure(0.01, 0.02, 0.005)).contains("rate above the limit", "opacity=\"0.15\"");
    assertThat(figure(0.01, 0.02, 0.03)).doesNotContain("rate above the limit", "opacity=\"0.15\"");
  }

  @Test
  void ratesOverMoreThanADecadeGetALogarithmicAxisWithStepsBetweenThePowers() {
    assertThat(figure(0.005, 0.1, 0.004)).contains("logarithmic", ">0.02<", ">0.05<", ">0.1<");
    assertThat(figure(0.05, 0.1, 0.04)).doesNotContain("logarithmic");
  }

  @Test
  void whatIsNoLimitLeavesAGap() {
    String svg = figure(0.01, 0.1, 0.2, Double.POSITIVE_INFINITY, 0.2, Double.NaN, 0.1, 0.05);
    assertThat(svg).doesNotContain("NaN", "Infinity").endsWith("</svg>\n");
    assertThat(svg).containsPattern("d=\"M[^\"M]+M[^\"M]+M[^\"M]+\"");
  }

  @Test
  void extremeRatesAreDrawnOrLeftOut() {
    for (double extreme : new double[] {1e-320, Double.MIN_VALUE, 1e305, Double.MAX_VALUE, 1e-9}) {
      assertThat(figure(0.01, 0.1, extreme, 0.05)).endsWith("</svg>\n");
      assertThat(figure(extreme, 0.1, 0.05)).endsWith("</svg>\n");
      assertThat(figure(extreme, extreme)).endsWith("</svg>\n");
    }
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatIllegalArgumentException().isThrownBy(() -> figure(0.01));
  }
}
