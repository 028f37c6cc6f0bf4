package lockstep.verify;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.report.ResultsLayout;

/** What there is to verify in some files and folders: experiments, and committed results. */
final class Targets {
  private final SortedSet<Path> experiments = new TreeSet<>();
  private final SortedMap<String, SortedSet<Path>> results = new TreeMap<>();

  private Targets() {}

  /**
   * Looks through files and folders.
   *
   * @param paths files are experiments; folders are searched for both
   * @throws IOException if a path does not exist or cannot be read
   */
  static Targets in(List<Path> paths) throws IOException {
    Targets targets = new Targets();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      targets.collect(path);
    }
    return targets;
  }

  private void collect(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      experiments.add(path);
    } else if (ResultsLayout.isResultsFolder(path)) {
      String name = path.toAbsolutePath().normalize().getFileName().toString();
      results.computeIfAbsent(name, any -> new TreeSet<>()).add(path);
    } else {
      for (Path child : children(path)) {
        collect(child);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, 1, FileVisitOption.FOLLOW_LINKS)) {
      return paths.filter(path -> !path.equals(folder)).filter(Targets::matters).sorted().toList();
    }
  }

  private static boolean matters(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path)
        ? !name.startsWith(".")
        : name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** The experiment files, sorted. */
  List<Path> experiments() {
    return List.copyOf(experiments);
  }

  /** The folders with committed results of an experiment; usually one. */
  List<Path> resultsOf(String experiment) {
    return List.copyOf(results.getOrDefault(experiment, Collections.emptySortedSet()));
  }

  /** Whether there is anything to verify. */
  boolean isEmpty() {
    return experiments.isEmpty() && results.isEmpty();
  }

  /** Whether a folder with results was found. */
  boolean hasResults() {
    return !results.isEmpty();
  }

  /** The folders with committed results that belong to none of the experiments. */
  List<Path> orphans(List<String> experimentNames) {
    List<Path> orphans = new ArrayList<>();
    results.forEach(
        (name, folders) -> {
          if (!experimentNames.contains(name)) {
            orphans.addAll(folders);
          }
        });
    return orphans;
  }
}
