package lockstep.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.format.CsvMistakes;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.data.CsvReading;
import lockstep.data.CsvRequest;
import lockstep.data.CsvTable;
import lockstep.data.CsvTableReader;
import org.apache.commons.math3.linear.RealMatrix;

/** Inputs for a model, from a CSV file. */
public final class InputTable {
  private InputTable() {}

  /**
   * Reads inputs.
   *
   * @param file the CSV file; the same rules hold as for the data of experiments
   * @param model whose inputs they are
   * @param columns the names of the columns with the inputs, in the order of the model's inputs, as
   *     many as it has; empty to take the names that the model knows, or without these all columns
   *     in their order
   * @return n x in, or every problem with its place
   */
  public static ModelFile.Read<RealMatrix> read(
      Path file, Model model, Optional<List<String>> columns) {
    Optional<List<String>> names = columns.or(model::inputs);
    CsvReading reading =
        CsvTableReader.read(file, new CsvRequest(file.toString(), List.of(), names));
    List<Mistake> mistakes = new ArrayList<>();
    if (!reading.problems().isEmpty()) {
      mistakes.addAll(CsvMistakes.of(reading, file, 0));
    }
    reading.table().ifPresent(table -> check(table, file, model, mistakes));
    return new ModelFile.Read<>(
        reading.table().filter(table -> mistakes.isEmpty()).map(table -> table.samples().inputs()),
        ExperimentReader.problems(mistakes));
  }

  private static void check(CsvTable table, Path file, Model model, List<Mistake> mistakes) {
    int found = table.columns().inputs().size();
    int inputs = model.layers().get(0);
    if (found != inputs) {
      String header = String.join(",", table.header());
      SourceText source = new SourceText(file.toString(), Reach.everywhere(), 0, header);
      String message = found + " columns for a model with " + inputs + " inputs";
      String expected = "as many, or --inputs with the names of " + inputs + " of them";
      mistakes.add(new Mistake(source.at(1, 1), "", message, expected, ""));
    }
  }
}
