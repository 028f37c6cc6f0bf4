package lockstep.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.data.CsvTable;
import lockstep.network.StoredParameters;

/**
 * A results folder's own copies of the files that an experiment read, so that the resolved
 * experiment file runs without anything outside the folder.
 */
final class Copies {
  private static final List<String> READING = List.of("data", "network.init");

  private Copies() {}

  /** What is in a copy; empty for any other file. */
  static Optional<String> content(String file) {
    if (file.startsWith(CsvTable.COPIES)) {
      return Optional.of("the columns that the experiment reads, as they were read");
    }
    return Optional.of("the model that training starts from, as it was read")
        .filter(model -> file.startsWith(StoredParameters.COPIES));
  }

  /** The copies of one trial. */
  static void add(ExperimentSpec spec, SortedMap<String, Content> files) {
    if (spec.data().generator() instanceof CsvTable table) {
      files.computeIfAbsent(table.copyName(), name -> Content.of(out -> Tables.data(table, out)));
    }
    spec.network()
        .init()
        .stored()
        .ifPresent(
            stored ->
                files.computeIfAbsent(stored.copyName(), name -> Content.text(stored.text())));
  }

  /** The copies of all trials; only a sweep of data or models can have more than one of a kind. */
  static void add(Experiment experiment, SortedMap<String, Content> files) {
    boolean swept =
        experiment.keys().stream().anyMatch(key -> READING.stream().anyMatch(key::startsWith));
    int looked = swept ? experiment.configurations() : 1;
    for (int configuration = 0; configuration < looked; configuration++) {
      add(experiment.spec(configuration * experiment.repeats()), files);
    }
  }
}
