package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lockstep.config.InputTable;
import lockstep.config.Model;
import lockstep.config.ModelFile.Read;
import lockstep.config.Problem;
import lockstep.report.Prediction;
import lockstep.report.ResultsLayout;
import lockstep.report.ResultsModel;
import org.apache.commons.math3.linear.RealMatrix;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code lockstep predict MODEL DATA}: what a trained network says about new inputs. */
final class PredictCommand implements Callable<Integer> {
  private final CommandDefinition.Values<Path> arguments;
  private final CommandDefinition.OptionalWord inputs;
  private final CommandDefinition.OptionalPath out;
  private final CommandSpec spec;

  PredictCommand() {
    CommandDefinition definition =
        CommandDefinition.of(
            "predict",
            this,
            "Writes what a trained network says about the rows of a CSV file, as CSV: its outputs,"
                + " and the class where it tells classes apart.",
            "The model is a model file, as save: {model: final} writes it, or the results folder of"
                + " a single run. The inputs are the columns that the model's data had, by name, or"
                + " else all columns of the file in their order.");
    definition.examples(
        "  lockstep predict results/xor points.csv",
        "  lockstep predict results/houses/model.yaml houses.csv --out prices.csv",
        "  lockstep predict results/moons samples.csv --inputs x,y");
    arguments = definition.paths("MODEL DATA", "A model or results folder, and a CSV file.");
    inputs =
        definition.option(
            "--inputs", "NAMES", "The columns with the inputs, in order, separated by commas.");
    out = definition.path("--out", "FILE", "Writes there, and not to stdout.");
    spec = definition.spec();
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    if (arguments.all().size() != 2) {
      throw refusal("predict takes two paths: a model or results folder, and a CSV file");
    }
    out.path().ifPresent(this::refuseResults);
    Read<Model> model = ResultsModel.read(arguments.all().get(0));
    if (model.value().isEmpty()) {
      return told(model.problems());
    }
    Optional<List<String>> columns = columns(model.value().get());
    Read<RealMatrix> table = InputTable.read(arguments.all().get(1), model.value().get(), columns);
    if (table.value().isEmpty()) {
      return told(table.problems());
    }
    write(new Prediction(model.value().get(), table.value().get()));
    return ExitCode.FINE;
  }

  /** What a manifest names is only ever written by the run that it is of. */
  private void refuseResults(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && ResultsLayout.isResultsFolder(folder)) {
      throw refusal(folder + " is a results folder; choose another place with --out");
    }
  }

  private int told(List<Problem> problems) {
    new TextOutput(spec.commandLine().getOut(), spec.commandLine().getErr()).problems(problems);
    return ExitCode.BAD_INPUT;
  }

  /** The columns that were asked for: as many as the model has inputs, and all different. */
  private Optional<List<String>> columns(Model model) {
    Optional<String> asked = inputs.word();
    List<String> names =
        asked.stream()
            .flatMap(words -> Stream.of(words.split(",", -1)))
            .map(String::strip)
            .toList();
    int expected = model.layers().get(0);
    boolean different = names.stream().distinct().count() == names.size();
    if (asked.isPresent() && !(different && names.size() == expected)) {
      String counted = expected + " different " + (expected == 1 ? "name" : "names");
      throw refusal("--inputs " + asked.get() + ": the model takes " + counted);
    }
    return asked.map(words -> names);
  }

  private void write(Prediction prediction) throws IOException {
    Optional<Path> file = out.path();
    if (file.isPresent()) {
      prediction.write(file.get().toAbsolutePath());
    } else {
      PrintWriter writer = spec.commandLine().getOut();
      prediction.writeTo(writer);
      writer.flush();
    }
  }

  private ParameterException refusal(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
