package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.expectation.Check;
import org.junit.jupiter.api.Test;

class ComparisonSectionTest {

  private static String plain(String cell) {
    return cell.replace("`", "").replace(Markdown.KEPT_SPACE, '_');
  }

  private static List<String> aligned(String... texts) {
    List<String> cells = ComparisonSection.aligned(List.of(texts));
    return cells.stream().map(ComparisonSectionTest::plain).toList();
  }

  @Test
  void decimalPointsStandBelowEachOther() {
    assertThat(aligned("693.62972747", "0.5", "-12"))
        .containsExactly("693.62972747", "__0.5_______", "-12_________");
  }

  @Test
  void signsAndExponentsDoNotMoveTheDecimalPoint() {
    assertThat(aligned("1e-3", "-1.25", "12.5e+10", "-.5", "7."))
        .containsExactly("_1e-3___", "-1.25___", "12.5e+10", "_-.5____", "_7._____");
  }

  @Test
  void whatIsNoNumberIsNotMoved() {
    assertThat(aligned("NaN", "-1.25")).containsExactly("NaN", "-1.25");
  }

  @Test
  void theTableShowsWhatTheCheckSays() {
    ReportInput example = Examples.circles();
    List<Check> checks =
        List.of(
            new Check("epoch 1: loss", "0.12", "0.12", "0.125", true),
            new Check("epoch 2: loss", "-1.5e3", "-1500.0", "-1500.0", true),
            new Check("epoch 3: loss", "10.12", "9.875", "9.875", false));
    String text =
        ComparisonSection.text(
            new ReportInput(example.result(), checks, example.configuration(), example.network()));
    assertThat(plain(text))
        .contains("| _0.12_  |", "| ____0.12_ | ✓")
        .contains("| -1.5e3  |", "| -1500.0__ | ✓")
        .contains("| 10.12_  |", "| ____9.875 | ✗");
  }
}
