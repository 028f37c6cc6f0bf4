package lockstep.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Model;
import lockstep.config.ModelFile;
import lockstep.config.ModelFile.Read;
import lockstep.config.Problem;
import lockstep.config.Reading;
import lockstep.data.Scalings;
import lockstep.network.Parameters;
import lockstep.random.Streams;

/** The model of a results folder: that in its model file, or that of its final parameters. */
public final class ResultsModel {
  /** The summary of one trial has two lines: 4 MiB. */
  private static final int LARGEST_SUMMARY = 4 << 20;

  private final Path folder;

  private ResultsModel(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a model.
   *
   * @param path a model file, or the results folder of a single run
   * @return the model, or what is wrong
   * @throws IOException if a file cannot be read
   */
  public static Read<Model> read(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return ModelFile.read(path);
    }
    Path model = path.resolve(ResultsLayout.MODEL);
    return Files.isRegularFile(model) ? ModelFile.read(model) : new ResultsModel(path).read();
  }

  private Read<Model> read() throws IOException {
    if (!ResultsLayout.isResultsFolder(folder)) {
      return refused(folder, "is no results folder", "a model file, or the results of a run");
    }
    if (!Files.isRegularFile(folder.resolve(ResultsLayout.PARAMETERS))) {
      String message = "these are results of many trials, which keep no parameters";
      return refused(folder, message, "the results of one trial, run by itself");
    }
    Reading reading = ExperimentFile.read(folder.resolve(ResultsLayout.EXPERIMENT), List.of());
    return reading.spec().isEmpty()
        ? new Read<>(Optional.empty(), reading.problems())
        : read(reading.spec().get());
  }

  private Read<Model> read(ExperimentSpec spec) throws IOException {
    Path file = folder.resolve(ResultsLayout.PARAMETERS);
    ParameterTable table = new ParameterTable(spec.network().layers());
    Optional<Parameters> parameters =
        StoredText.read(file, table.mostBytes()).flatMap(text -> table.read(text.lines().toList()));
    Optional<Integer> epoch = epoch();
    Optional<Manifest> manifest = Manifest.read(folder.resolve(ResultsLayout.MANIFEST));
    if (parameters.isEmpty() || epoch.isEmpty() || manifest.isEmpty()) {
      String message = "parameters, summary and manifest are not those of the experiment.yaml here";
      return refused(folder, message, "the folder as lockstep run has written it");
    }
    Model.Origin origin =
        new Model.Origin(
            spec.name(), manifest.get().digest(), manifest.get().numerics(), epoch.get());
    Optional<Model> model = TrainedModel.of(spec, origin, parameters.get(), scalings(spec));
    return model.isPresent()
        ? new Read<>(model, List.of())
        : refused(file, "not all parameters are finite: the run diverged", "another run");
  }

  /** What the samples were scaled by, which are made again to find out. */
  private static Scalings scalings(ExperimentSpec spec) {
    return spec.data().scaling().isNone()
        ? Scalings.NONE
        : spec.data().build(new Streams(spec.rng(), spec.streams())).scalings();
  }

  /** The last epoch, from the summary. */
  private Optional<Integer> epoch() throws IOException {
    Path file = folder.resolve(ResultsLayout.SUMMARY);
    List<String> lines = StoredText.read(file, LARGEST_SUMMARY).orElse("").lines().toList();
    if (lines.size() != 2) {
      return Optional.empty();
    }
    int column = List.of(lines.get(0).split(",", -1)).indexOf("epochs");
    String[] cells = lines.get(1).split(",", -1);
    boolean there = column >= 0 && column < cells.length && cells[column].matches("[0-9]{1,9}");
    return there ? Optional.of(Integer.parseInt(cells[column])) : Optional.empty();
  }

  private static <T> Read<T> refused(Path place, String message, String expected) {
    List<Problem> problems = new ArrayList<>();
    problems.add(new Problem(place.toString(), 1, 1, "", message, expected, "", ""));
    return new Read<>(Optional.empty(), problems);
  }
}
