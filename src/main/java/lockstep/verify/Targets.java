package lockstep.verify;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What there is to verify in some files and folders: experiment files, and folders with committed
 * results, known by their manifest.
 */
final class Targets {
  private static final String MANIFEST = "manifest.json";
  private static final String RESOLVED = "experiment.yaml";

  private final SortedSet<Path> experiments = new TreeSet<>();
  private final SortedMap<String, Path> results = new TreeMap<>();

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
    } else if (Files.exists(path.resolve(MANIFEST))) {
      results.put(path.toAbsolutePath().normalize().getFileName().toString(), path);
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

  /** The committed results of an experiment. */
  Optional<Path> resultsOf(String experiment) {
    return Optional.ofNullable(results.get(experiment));
  }

  /** The resolved files of committed results that belong to none of the experiments. */
  List<Path> orphans(List<String> experimentNames) {
    List<Path> orphans = new ArrayList<>();
    results.forEach(
        (name, folder) -> {
          if (!experimentNames.contains(name)) {
            orphans.add(folder.resolve(RESOLVED));
          }
        });
    return orphans;
  }
}
