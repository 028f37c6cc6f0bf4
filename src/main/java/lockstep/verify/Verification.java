package lockstep.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.config.Request;
import lockstep.report.Content;
import lockstep.report.ResultsLayout;
import lockstep.sweep.SweepSettings;

/**
 * Runs experiments afresh, holds their expectations against them, and compares every byte of the
 * results that were kept. Nothing is written: the new files stay in memory.
 */
public final class Verification {
  private final Targets targets;
  private final Targets kept;
  private final Request request;
  private final Consumer<Verified> observer;

  private Verification(
      Targets targets, Targets kept, Request request, Consumer<Verified> observer) {
    this.targets = targets;
    this.kept = kept;
    this.request = request;
    this.observer = observer;
  }

  /**
   * Verifies all that is found.
   *
   * @param paths experiment files, folders with experiments, folders with results; results belong
   *     to the experiment that their folder is named after, and results without an experiment are
   *     run from their own {@code experiment.yaml}
   * @param usual where results are looked for if no results are among the paths; may be missing
   * @param request what is asked for beside the files
   * @param observer is told of each experiment when it is done
   * @return all of them, experiments in the order of their paths first; empty if nothing was found
   * @throws IOException if a path does not exist or a committed file cannot be read
   */
  public static List<Verified> of(
      List<Path> paths, Path usual, Request request, Consumer<Verified> observer)
      throws IOException {
    Targets targets = Targets.in(paths);
    boolean useUsual = !targets.hasResults() && Files.isDirectory(usual);
    Targets kept = useUsual ? Targets.in(List.of(usual)) : targets;
    return new Verification(targets, kept, request, observer).all();
  }

  /**
   * The experiments that would be run, but for those whose files have mistakes.
   *
   * @param paths as for a verification
   * @param request as for a verification
   * @throws IOException if a path does not exist
   */
  public static List<Experiment> experiments(List<Path> paths, Request request) throws IOException {
    Targets targets = Targets.in(paths);
    List<Experiment> experiments = new ArrayList<>();
    for (Path file : targets.experiments()) {
      ExperimentFile.read(file, request).experiment().ifPresent(experiments::add);
    }
    for (Path orphan : targets.orphans(experiments.stream().map(Experiment::name).toList())) {
      Path file = orphan.resolve(ResultsLayout.EXPERIMENT);
      ExperimentFile.read(file, request).experiment().ifPresent(experiments::add);
    }
    return experiments;
  }

  private List<Verified> all() throws IOException {
    List<Verified> all = new ArrayList<>();
    for (Path experiment : targets.experiments()) {
      all.addAll(verify(experiment, Optional.empty()));
    }
    for (Path orphan : targets.orphans(all.stream().map(Verified::name).toList())) {
      all.addAll(verify(orphan.resolve(ResultsLayout.EXPERIMENT), Optional.of(orphan)));
    }
    return all;
  }

  /** Verifies a file against one results folder, or against those named after the experiment. */
  private List<Verified> verify(Path file, Optional<Path> results) throws IOException {
    Reading reading = ExperimentFile.read(file, request);
    List<Verified> verified =
        reading.experiment().isPresent()
            ? run(file, reading.experiment().get(), results)
            : List.of(unreadable(file, reading));
    verified.forEach(observer);
    return verified;
  }

  private static Verified unreadable(Path file, Reading reading) {
    String name = file.getFileName().toString();
    return new Verified(
        name, file, Optional.empty(), reading.problems(), 0, List.of(), 0, List.of());
  }

  /** One verification for each results folder of the experiment, or one without any. */
  private List<Verified> run(Path file, Experiment experiment, Optional<Path> results)
      throws IOException {
    List<Path> folders = results.map(List::of).orElseGet(() -> kept.resultsOf(experiment.name()));
    return Rerun.of(
        experiment,
        SweepSettings.standard(),
        outcome -> new Comparison(experiment.name(), file, outcome).with(folders));
  }

  /** What is verified of one experiment. */
  private record Comparison(String name, Path file, Rerun.Outcome outcome) {

    List<Verified> with(List<Path> folders) throws IOException {
      if (folders.isEmpty()) {
        return List.of(verified(Optional.empty(), 0, List.of()));
      }
      SortedMap<String, Content> made = outcome.results().files();
      List<Verified> all = new ArrayList<>();
      for (Path folder : folders) {
        List<FileDifference> differences = FolderComparison.differences(folder, made);
        all.add(verified(Optional.of(folder), made.size(), differences));
      }
      return all;
    }

    private Verified verified(
        Optional<Path> folder, int compared, List<FileDifference> differences) {
      return new Verified(
          name,
          file,
          folder,
          List.of(),
          outcome.expectations(),
          outcome.checks(),
          compared,
          differences);
    }
  }
}
