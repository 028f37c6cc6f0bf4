package lockstep.report.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Texts for places with little room. */
public final class ShortTexts {
  /** How wide a character of a figure's text is at most on the average, in pixels. */
  public static final double CHARACTER = 7.4;

  private ShortTexts() {}

  /**
   * Cuts texts in their middle, as their ends tell the most: a third of what is left is of the
   * start, or another share if only then different texts stay different.
   *
   * @param texts any texts
   * @param longest the most characters of one, at least 2; an ellipsis is one of them
   * @return as many texts, in their order
   */
  public static List<String> of(List<String> texts, int longest) {
    if (texts.stream().allMatch(text -> text.length() <= longest)) {
      return List.copyOf(texts);
    }
    int third = (longest + 2) / 3;
    int start =
        IntStream.range(1, longest)
            .boxed()
            .sorted(Comparator.comparingInt(one -> Math.abs(one - third)))
            .max(Comparator.comparingInt(one -> different(texts, longest, one)))
            .orElse(1);
    return texts.stream().map(text -> cut(text, longest, start)).toList();
  }

  private static int different(List<String> texts, int longest, int start) {
    return (int) texts.stream().map(text -> cut(text, longest, start)).distinct().count();
  }

  private static String cut(String text, int longest, int start) {
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, start))
            + "…"
            + text.substring(text.offsetByCodePoints(text.length(), start + 1 - longest));
  }
}
