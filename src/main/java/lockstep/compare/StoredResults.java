package lockstep.compare;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.config.Setting;
import lockstep.report.ResultsLayout;

/** A results folder: its experiment and the rows of its summary. */
final class StoredResults {
  private static final String SEED = "_seed";
  private static final int LISTED = 3;

  private final Path folder;
  private final Experiment experiment;
  private final List<String> measures = new ArrayList<>();
  private final SortedMap<Integer, List<StoredTrial>> trials = new TreeMap<>();

  private StoredResults(Path folder, Experiment experiment) {
    this.folder = folder;
    this.experiment = experiment;
  }

  /**
   * Reads a folder.
   *
   * @throws NotComparableException if it is no finished results folder
   * @throws IOException if it cannot be read
   */
  static StoredResults read(Path folder) throws IOException, NotComparableException {
    refuse(folder);
    Reading reading = ExperimentFile.read(folder.resolve(ResultsLayout.EXPERIMENT), List.of());
    if (reading.experiment().isEmpty()) {
      throw new NotComparableException(
          "the experiment of " + folder + " cannot be read: " + reading.problems().get(0));
    }
    StoredResults results = new StoredResults(folder, reading.experiment().get());
    CsvRows.read(folder.resolve(ResultsLayout.SUMMARY), results::add);
    if (results.trials.isEmpty()) {
      throw new NotComparableException(
          folder.resolve(ResultsLayout.SUMMARY) + " has no trials; run the experiment again");
    }
    return results;
  }

  private static void refuse(Path folder) throws IOException, NotComparableException {
    if (!Files.isDirectory(folder)) {
      throw new NotComparableException(
          "there is no folder "
              + folder
              + "; results are named by their folder, configurations of a sweep as"
              + " FOLDER:KEY=VALUE");
    }
    if (!ResultsLayout.isResultsFolder(folder)) {
      throw new NotComparableException(
          folder
              + " is no results folder: it has no "
              + ResultsLayout.EXPERIMENT
              + " with results beside it, as lockstep run writes them"
              + inside(folder));
    }
    if (!Files.isRegularFile(folder.resolve(ResultsLayout.SUMMARY))) {
      throw new NotComparableException(
          folder
              + " has no "
              + ResultsLayout.SUMMARY
              + ": its run did not end; run the experiment again, and it goes on where it stopped");
    }
  }

  private static String inside(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> found =
          entries.filter(ResultsLayout::isResultsFolder).map(Path::toString).sorted().toList();
      String more = found.size() > LISTED ? ", ..." : "";
      return found.isEmpty()
          ? ""
          : "; there are some in it: "
              + String.join(", ", found.subList(0, Math.min(LISTED, found.size())))
              + more;
    }
  }

  private void add(NamedCsvRecord row) throws NotComparableException {
    if (measures.isEmpty()) {
      row.getHeader().stream().filter(Measure::isMeasure).forEach(measures::add);
    }
    int trial = CsvRows.whole(row, "trial", 0);
    if (trial < 1 || trial > experiment.trials()) {
      throw new NotComparableException(
          folder
              + ": "
              + ResultsLayout.SUMMARY
              + " has a trial "
              + trial
              + ", but the experiment beside it makes "
              + experiment.trials()
              + "; they do not belong together");
    }
    int configuration = (trial - 1) / experiment.repeats();
    trials.computeIfAbsent(configuration, any -> new ArrayList<>()).add(trial(trial, row));
  }

  private StoredTrial trial(int trial, NamedCsvRecord row) {
    Map<String, String> seeds = new TreeMap<>();
    row.getFieldsAsMap()
        .forEach(
            (column, cell) -> {
              if (column.endsWith(SEED) && !Measure.isMeasure(column)) {
                seeds.put(column, cell);
              }
            });
    return new StoredTrial(
        trial,
        (trial - 1) % experiment.repeats() + 1,
        seeds,
        experiment.folds(),
        Fate.of(row.findField("verdict").orElse("")),
        measures.stream().map(measure -> CsvRows.number(row, measure)).toList());
  }

  /** How far the runs of a cross-validation overlap; empty without one. */
  OptionalDouble testToTrainingRatio() {
    return experiment.testToTrainingRatio();
  }

  /** Where it lies. */
  Path folder() {
    return folder;
  }

  /** The columns {@code final_...} and {@code best_...} of its summary. */
  List<String> measures() {
    return measures;
  }

  /** The keys that its sweep changes; none for a single run. */
  List<String> keys() {
    return experiment.keys();
  }

  /** The configurations that have trials, by number from 0. */
  List<Integer> configurations() {
    return List.copyOf(trials.keySet());
  }

  /** The trials of a configuration in their order. */
  List<StoredTrial> trials(int configuration) {
    return trials.getOrDefault(configuration, List.of());
  }

  /** A configuration's values of the swept keys, in their order. */
  List<String> values(int configuration) {
    return experiment.point(configuration * experiment.repeats()).values();
  }

  /** Everything that decides a configuration's numbers, by key. */
  Map<String, String> settings(int configuration) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Setting setting :
        ExperimentFile.settings(experiment.spec(configuration * experiment.repeats()))) {
      settings.put(setting.key(), setting.value());
    }
    return settings;
  }
}
