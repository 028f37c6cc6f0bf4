package lockstep.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.report.ResultsLayout;

/** Compares a committed results folder with newly made files, byte by byte. */
final class FolderComparison {
  /** What differs from run to run and is never compared. */
  private static final String PRIVATE_FOLDER = ResultsLayout.PRIVATE_FOLDER + "/";

  private static final int CONTEXT = 2;
  private static final int LONGEST_LINE = 160;

  private FolderComparison() {}

  /**
   * All differences, by file name.
   *
   * @param committed the folder with the results as they were kept
   * @param made the files as they came out now: texts by relative path
   * @throws IOException if a file cannot be read
   */
  static List<FileDifference> differences(Path committed, SortedMap<String, String> made)
      throws IOException {
    SortedSet<String> names = files(committed);
    names.addAll(made.keySet());
    List<FileDifference> differences = new ArrayList<>();
    for (String name : names) {
      compare(name, committed.resolve(name), Optional.ofNullable(made.get(name)))
          .ifPresent(differences::add);
    }
    return differences;
  }

  /** The files of a results folder, as paths with {@code /}, without the private ones. */
  private static SortedSet<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      SortedSet<String> names = new TreeSet<>();
      paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith(PRIVATE_FOLDER))
          .forEach(names::add);
      return names;
    }
  }

  private static Optional<FileDifference> compare(String name, Path kept, Optional<String> made)
      throws IOException {
    if (!Files.exists(kept)) {
      return Optional.of(new FileDifference(name, "is not among the committed results", List.of()));
    }
    if (made.isEmpty()) {
      return Optional.of(new FileDifference(name, "was not made again", List.of()));
    }
    byte[] old = Files.readAllBytes(kept);
    byte[] now = made.get().getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(old, now)
        ? Optional.empty()
        : Optional.of(firstDifference(name, lines(old), lines(now)));
  }

  private static FileDifference firstDifference(String name, List<String> old, List<String> now) {
    int line = 0;
    while (line < Math.min(old.size(), now.size()) && old.get(line).equals(now.get(line))) {
      line++;
    }
    List<String> context = new ArrayList<>();
    for (int before = Math.max(0, line - CONTEXT); before < line; before++) {
      context.add("  " + cut(old.get(before)));
    }
    context.add("- " + (line < old.size() ? cut(old.get(line)) : "(end of file)"));
    context.add("+ " + (line < now.size() ? cut(now.get(line)) : "(end of file)"));
    return new FileDifference(name, "line " + (line + 1) + " differs", context);
  }

  private static List<String> lines(byte[] content) {
    return Arrays.asList(new String(content, StandardCharsets.ISO_8859_1).split("\n", -1));
  }

  private static String cut(String line) {
    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "...";
  }
}
