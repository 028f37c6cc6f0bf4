package lockstep.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.report.Content;
import lockstep.report.ResultsFolder;
import lockstep.report.ResultsLayout;

/** Compares a committed results folder with newly made files, byte by byte. */
final class FolderComparison {
  /** What differs from run to run and is never compared. */
  private static final String PRIVATE_FOLDER = ResultsLayout.PRIVATE_FOLDER + "/";

  private static final String NOT_REPRODUCIBLE =
      "is of a run whose time is limited: it is not reproducible, and no bytes of it are compared";

  private FolderComparison() {}

  /**
   * All differences, by file name. Of a run that is not reproducible nothing is compared, and that
   * is the one difference.
   *
   * @param committed the folder with the results as they were kept
   * @param made the files as they came out now, by relative path; none is held in memory
   * @throws IOException if a committed file cannot be read, or a new one not be made
   */
  static List<FileDifference> differences(Path committed, SortedMap<String, Content> made)
      throws IOException {
    Content manifest = made.get(ResultsLayout.MANIFEST);
    if (manifest != null && !ResultsFolder.isReproducible(manifest)) {
      return List.of(new FileDifference(ResultsLayout.MANIFEST, NOT_REPRODUCIBLE, List.of()));
    }
    SortedSet<String> kept = files(committed);
    List<FileDifference> differences = new ArrayList<>();
    for (String name : kept) {
      if (!made.containsKey(name)) {
        differences.add(new FileDifference(name, "was not made again", List.of()));
      }
    }
    for (Map.Entry<String, Content> file : manifestLast(made)) {
      compare(file.getKey(), committed.resolve(file.getKey()), file.getValue())
          .ifPresent(differences::add);
    }
    differences.sort(Comparator.comparing(FileDifference::file));
    return differences;
  }

  /** When the others have been compared their hashes are known. */
  private static List<Map.Entry<String, Content>> manifestLast(SortedMap<String, Content> made) {
    return made.entrySet().stream()
        .sorted(Comparator.comparing(file -> file.getKey().equals(ResultsLayout.MANIFEST)))
        .toList();
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

  private static Optional<FileDifference> compare(String name, Path kept, Content made)
      throws IOException {
    if (!Files.isRegularFile(kept)) {
      return Optional.of(new FileDifference(name, "is not among the committed results", List.of()));
    }
    FirstDifference comparison;
    try (InputStream old = new BufferedInputStream(Files.newInputStream(kept))) {
      comparison = new FirstDifference(old);
      made.writeTo(comparison);
      comparison.finish();
    }
    return comparison.line().isPresent()
        ? Optional.of(difference(name, kept, made, comparison.line().getAsLong()))
        : Optional.empty();
  }

  private static FileDifference difference(String name, Path kept, Content made, long line)
      throws IOException {
    LineWindow old = new LineWindow(line);
    LineWindow now = new LineWindow(line);
    Files.copy(kept, old);
    made.writeTo(now);
    List<String> context = new ArrayList<>();
    old.before().forEach(text -> context.add("  " + text));
    context.add("- " + old.line());
    context.add("+ " + now.line());
    return new FileDifference(name, "line " + (line + 1) + " differs", context);
  }
}
