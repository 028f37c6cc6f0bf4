package lockstep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.expectation.Check;

/**
 * Expected numbers against those that came out, digits below digits. What belongs together stands
 * together; long lists of parameters are folded away, unless one of their numbers fails.
 */
final class ComparisonSection {
  private static final int LONGEST_OPEN = 20;
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9]*)(\\.[0-9]*)?([eE][+-]?[0-9]+)?");

  private final String expected;
  private final Map<String, List<Line>> groups = new LinkedHashMap<>();

  /**
   * A check, and where it stands.
   *
   * @param place what distinguishes it in its group: the moment, or the indices
   * @param check the check
   */
  private record Line(String place, Check check) {}

  private ComparisonSection(ReportInput input) {
    this.expected = input.spec().source().isPresent() ? "published" : "expected";
    input.checks().forEach(this::add);
  }

  /** The section, or nothing if nothing was expected. */
  static String text(ReportInput input) {
    if (input.checks().isEmpty()) {
      return "";
    }
    ComparisonSection section = new ComparisonSection(input);
    String heading = section.expected.equals("published") ? "Published" : "Expected";
    return "## "
        + heading
        + " against reproduced\n\n"
        + section.summary(input.checks())
        + "\n\n"
        + section.open()
        + section.folded();
  }

  /** Groups by quantity; of a tensor's elements, by tensor and moment. */
  private void add(Check check) {
    int colon = check.place().indexOf(": ");
    String moment = colon < 0 ? "" : check.place().substring(0, colon);
    String what = colon < 0 ? check.place() : check.place().substring(colon + 2);
    int bracket = what.indexOf('[');
    boolean element = bracket > 0 && what.endsWith("]") && !what.substring(bracket).contains(" ");
    String base = element ? what.substring(0, bracket) : what;
    String group = element && !moment.isEmpty() ? base + ", " + moment : base;
    Line line = new Line(element ? what.substring(bracket) : moment, check);
    groups.computeIfAbsent(group, key -> new ArrayList<>()).add(line);
  }

  /** Counts the values; a verdict is expected by the file and was printed by nobody. */
  private String summary(List<Check> checks) {
    List<Check> values = checks.stream().filter(check -> !isVerdict(check)).toList();
    List<Check> verdicts = checks.stream().filter(ComparisonSection::isVerdict).toList();
    List<String> parts = new ArrayList<>();
    if (!values.isEmpty()) {
      parts.add(count(values, expected + " " + Digits.noun(values.size(), "value")));
    }
    if (!verdicts.isEmpty()) {
      boolean held = verdicts.stream().allMatch(Check::holds);
      parts.add("The verdict is " + (held ? "" : "**not** ") + "the expected one.");
    }
    parts.add(
        "A number holds if it rounds to the printed digits, or lies within the tolerance that the"
            + " file states.");
    return String.join(" ", parts);
  }

  private static boolean isVerdict(Check check) {
    return check.place().startsWith("verdict");
  }

  private static String count(List<Check> values, String what) {
    long held = values.stream().filter(Check::holds).count();
    if (held == values.size()) {
      String all = held == 1 ? "The " : "All " + held + " ";
      return "**" + all + what + " came back.**";
    }
    String missed = values.size() - held + " did not (✗)";
    return "**" + held + " of " + values.size() + " " + what + " came back; " + missed + ".**";
  }

  private String open() {
    MarkdownTable table = new MarkdownTable("lllll", "", "at", expected, "reproduced", "");
    boolean any = false;
    for (var group : groups.entrySet()) {
      if (group.getValue().size() <= LONGEST_OPEN) {
        String name = "**" + Markdown.escape(group.getKey()) + "**";
        for (List<String> row : rows(group.getValue())) {
          table.row(Stream.concat(Stream.of(name), row.stream()).toList());
          name = "";
        }
        any = true;
      }
    }
    return any ? table + "\n" : "";
  }

  private String folded() {
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > LONGEST_OPEN)
        .map(group -> folded(Markdown.html(group.getKey()), group.getValue()))
        .collect(Collectors.joining());
  }

  private String folded(String name, List<Line> lines) {
    long held = lines.stream().filter(line -> line.check().holds()).count();
    String open = held == lines.size() ? "" : " open";
    String mark = held == lines.size() ? "✓" : "✗";
    String summary = name + ": " + held + " of " + lines.size() + " " + mark;
    MarkdownTable table = new MarkdownTable("llll", "at", expected, "reproduced", "");
    rows(lines).forEach(table::row);
    return "<details"
        + open
        + ">\n<summary>"
        + summary
        + "</summary>\n\n"
        + table
        + "\n</details>\n\n";
  }

  private static List<List<String>> rows(List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    List<String> wanted = aligned(lines.stream().map(line -> line.check().expected()).toList());
    List<String> found = aligned(lines.stream().map(line -> line.check().found()).toList());
    for (int index = 0; index < lines.size(); index++) {
      String mark = lines.get(index).check().holds() ? "✓" : "✗";
      String place = Markdown.escape(lines.get(index).place());
      rows.add(List.of(place, wanted.get(index), found.get(index), mark));
    }
    return rows;
  }

  /**
   * Code spans of the same width with the decimal points below each other; a number without one
   * ends, before its exponent, where the others have it. What is not all numbers stays as it is.
   */
  static List<String> aligned(List<String> texts) {
    if (!texts.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
      return texts.stream().map(Markdown::code).toList();
    }
    int before = texts.stream().mapToInt(ComparisonSection::point).max().orElse(0);
    int after = texts.stream().mapToInt(text -> text.length() - point(text)).max().orElse(0);
    return texts.stream()
        .map(text -> kept(before - point(text)) + text + kept(after - text.length() + point(text)))
        .map(text -> "`" + text + "`")
        .toList();
  }

  /** The number of characters before the decimal point or where it would be. */
  private static int point(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() ? number.end(1) : text.length();
  }

  private static String kept(int width) {
    return String.valueOf(Markdown.KEPT_SPACE).repeat(width);
  }
}
