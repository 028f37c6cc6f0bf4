package lockstep.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortTextsTest {

  @Test
  void whatFitsStays() {
    assertThat(ShortTexts.of(List.of("relu", "", "sigmoid"), 7))
        .containsExactly("relu", "", "sigmoid");
  }

  @Test
  void ofALongTextAThirdIsItsStartAndTheRestItsEnd() {
    assertThat(ShortTexts.of(List.of("abcdefghijklmnop"), 10)).containsExactly("abcd…lmnop");
  }

  @Test
  void textsThatDifferStayDifferentWhereverTheyDo() {
    String common = "common to all of them";
    for (int place = 0; place < common.length(); place++) {
      int at = place;
      List<String> texts =
          IntStream.range(0, 3)
              .mapToObj(i -> common.substring(0, at) + i + common.substring(at))
              .toList();
      if (place < 8 || place > common.length() - 8) {
        assertThat(ShortTexts.of(texts, 10)).as("at %d", place).doesNotHaveDuplicates();
      }
      assertThat(ShortTexts.of(texts, 10)).allSatisfy(text -> assertThat(text).hasSize(10));
    }
  }

  @Test
  void pairsOfSurrogatesAreNeverTornApart() {
    assertThat(ShortTexts.of(List.of("😀😀😀😀😀😀😀"), 4)).containsExactly("😀😀…😀");
  }
}
