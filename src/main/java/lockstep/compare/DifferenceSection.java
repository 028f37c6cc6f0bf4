package lockstep.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.report.Markdown;

/** What differs in configuration: keys down and configurations across, or the other way. */
final class DifferenceSection {
  private static final int MOST_ACROSS = 5;
  private static final int LONGEST_VALUE = 60;
  private static final String HEADING = "## What differs in configuration\n\n";

  private DifferenceSection() {}

  static String of(ResultsComparison all) {
    SettingDifferences differences = all.differences();
    List<String> names = all.candidates().all().stream().map(Candidate::name).toList();
    if (differences.keys().isEmpty()) {
      return HEADING + "Nothing: all settings are the same.\n";
    }
    boolean keysDown = names.size() <= MOST_ACROSS;
    return HEADING
        + (keysDown ? keysDown(differences, names) : configurationsDown(differences, names))
        + warning(all);
  }

  /** Numbers of different meaning can be tested, but what comes out means nothing. */
  private static String warning(ResultsComparison all) {
    boolean losses =
        all.differences().in("training.loss") && all.measure().column().endsWith("loss");
    boolean data = all.differences().in("data.generator") || all.differences().in("data.csv");
    return (losses
            ? "\n**The losses are different functions**: their values say nothing against each"
                + " other. `--metric` chooses another number.\n"
            : "")
        + (data ? "\n**The data are different**: so is what the numbers measure.\n" : "");
  }

  private static String keysDown(SettingDifferences differences, List<String> names) {
    List<String> header = new ArrayList<>(List.of("setting"));
    names.forEach(name -> header.add(Markdown.code(name)));
    List<List<String>> rows = new ArrayList<>();
    for (int key = 0; key < differences.keys().size(); key++) {
      List<String> row = new ArrayList<>(List.of(Markdown.code(differences.keys().get(key))));
      for (List<String> values : differences.values()) {
        row.add(value(values.get(key)));
      }
      rows.add(row);
    }
    return new CutTable("l".repeat(header.size()), header, CompareFiles.CONFIGURATIONS).of(rows);
  }

  private static String configurationsDown(SettingDifferences differences, List<String> names) {
    int across = Math.min(MOST_ACROSS, differences.keys().size());
    List<String> header = new ArrayList<>(List.of("configuration"));
    differences.keys().subList(0, across).forEach(key -> header.add(Markdown.code(key)));
    List<List<String>> rows =
        IntStream.range(0, names.size())
            .mapToObj(index -> row(names.get(index), differences.values().get(index), across))
            .toList();
    String table =
        new CutTable("l".repeat(header.size()), header, CompareFiles.CONFIGURATIONS).of(rows);
    return across == differences.keys().size() ? table : table + others(differences, across);
  }

  private static List<String> row(String name, List<String> values, int across) {
    List<String> row = new ArrayList<>(List.of(Markdown.code(name)));
    values.subList(0, across).forEach(value -> row.add(value(value)));
    return row;
  }

  private static String others(SettingDifferences differences, int across) {
    List<String> keys =
        differences.keys().subList(across, differences.keys().size()).stream()
            .map(Markdown::code)
            .toList();
    return "\nThey differ too in " + String.join(", ", keys) + ".\n";
  }

  private static String value(String value) {
    if (value.isEmpty()) {
      return Decimals.NONE;
    }
    int length = value.codePointCount(0, value.length());
    int end = length > LONGEST_VALUE ? value.offsetByCodePoints(0, LONGEST_VALUE) : value.length();
    return Markdown.code(value.substring(0, end) + (end < value.length() ? " …" : ""));
  }
}
