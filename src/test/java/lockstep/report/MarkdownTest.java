package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '=',
      value = {
        "Two circles, as published (2021). = Two circles, as published (2021).",
        "<script>alert(1)</script> = \\<script\\>alert(1)\\</script\\>",
        "a | b = a \\| b",
        "*bold* _it_ `code` ~~gone~~ = \\*bold\\* \\_it\\_ \\`code\\` \\~\\~gone\\~\\~",
        "![x](javascript:run()) = \\!\\[x\\](javascript\\:run())",
        "back\\slash &amp; $math$ = back\\\\slash \\&amp; \\$math\\$",
        "see https://example.org or www.example.org = see https\\://example.org or www\\.example.org",
        "@someone :smile: # = \\@someone \\:smile: \\#",
        "- not a list = \\- not a list",
        "12. not a list = 12\\. not a list",
        "# not a heading = \\# not a heading",
        "question: why? = question: why?",
      })
  void textIsShownAsItIs(String raw, String escaped) {
    assertThat(Markdown.escape(raw)).isEqualTo(escaped);
  }

  @Test
  void lineEndsControlsAndDirectionMarksCannotBreakOut() {
    assertThat(Markdown.escape("one\n\n# two\u0000\u202Ethree\u2066\u200B"))
        .isEqualTo("one \\# two three");
  }

  @Test
  void paragraphsStayApartAndLinesFlow() {
    assertThat(Markdown.paragraphs("\n\nWhy?\nBecause.\r\n\r\n    not code\n\n"))
        .isEqualTo("Why? Because.\n\nnot code");
    assertThat(Markdown.paragraphs("")).isEmpty();
  }

  @Test
  void codeSurvivesBackticksPipesAndLineEnds() {
    assertThat(Markdown.code("plain")).isEqualTo("`plain`");
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.code("`a``b`")).isEqualTo("``` `a``b` ```");
    assertThat(Markdown.code("a|b\nc")).isEqualTo("`a\\|b c`");
  }

  @Test
  void htmlIsEscaped() {
    assertThat(Markdown.html("</summary><b>&")).isEqualTo("&lt;/summary&gt;&lt;b&gt;&amp;");
  }

  @Test
  void tablesLineUpInTheSource() {
    MarkdownTable table = new MarkdownTable("lrc", "name", "n", "ok");
    table.row("a", "12.5", "✓").row("longer", "3.0", "✗");
    assertThat(table)
        .hasToString(
            """
            | name   |    n | ok  |
            | ------ | ---: | :-: |
            | a      | 12.5 | ✓   |
            | longer |  3.0 | ✗   |
            """);
  }

  @Test
  void aRowOfAnotherLengthIsAMistake() {
    assertThatThrownBy(() -> new MarkdownTable("ll", "a", "b").row("only"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
