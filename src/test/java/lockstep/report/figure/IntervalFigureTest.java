package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.statistics.Interval;
import org.junit.jupiter.api.Test;

class IntervalFigureTest {
  private static final Labels LABELS = new Labels("t", "d", "h", "v");

  private static IntervalFigure.Row row(String name, Double... values) {
    return new IntervalFigure.Row(
        name,
        List.of(values),
        OptionalDouble.of(values[0]),
        Optional.of(new Interval(values[0] - 1, values[0] + 1)),
        "",
        0);
  }

  private static String svg(IntervalFigure.Row... rows) {
    return new IntervalFigure(LABELS, List.of(rows), OptionalDouble.empty()).svg();
  }

  @Test
  void everyGroupHasItsNameAndItsMean() {
    assertThat(svg(row("one", 1.0), row("two", 2.0)))
        .contains(">one<", ">two<")
        .containsPattern("(?s)(class=\"f0 edge\".*){2}");
  }

  @Test
  void aLongNameIsCutInItsMiddle() {
    assertThat(svg(row("weights={normal: {mean: 0, std: 0.125}}", 1.0)))
        .contains(">weights={nor…mean: 0, std: 0.125}}<");
  }

  @Test
  void markupInNamesIsInert() {
    assertThat(svg(row("<script>", 1.0))).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void whatCannotBeDrawnIsLeftOut() {
    assertThat(svg(row("one", 1.0, Double.NaN, Double.POSITIVE_INFINITY)))
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void onlyTheFirstRowsAreDrawn() {
    List<IntervalFigure.Row> many = Collections.nCopies(300, row("one", 1.0));

    assertThat(new IntervalFigure(LABELS, many, OptionalDouble.empty()).rows())
        .hasSize(IntervalFigure.MOST_ROWS);
  }
}
