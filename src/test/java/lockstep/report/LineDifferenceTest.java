package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDifferenceTest {

  @Test
  void equalTextsDoNotDiffer() {
    assertThat(LineDifference.of("a\nb\n", "a\nb\n")).isEmpty();
  }

  @Test
  void onlyChangedLinesAreShownOldBeforeNew() {
    assertThat(LineDifference.of("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\nf\n"))
        .isEqualTo("- b\n+ B\n- e\n+ E\n+ f\n");
  }

  @Test
  void insertionsAndRemovalsLeaveTheRestAlone() {
    assertThat(LineDifference.of("a\nb\nc\n", "x\na\nc\n")).isEqualTo("+ x\n- b\n");
    assertThat(LineDifference.of("", "a\n")).isEqualTo("+ a\n");
    assertThat(LineDifference.of("a\na\n", "a\n")).isEqualTo("- a\n");
  }

  @Test
  void textsTooLongToCompareAreShownWhole() {
    String old = "a\n".repeat(3000);
    assertThat(LineDifference.of(old, "b\n".repeat(3000)).lines()).hasSize(6000);
  }
}
