package lockstep.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.config.Model;
import lockstep.network.Predictor;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a model says about some inputs, as a table: a row for each row of the inputs.
 *
 * @param model the model
 * @param inputs n x in, not scaled
 */
public record Prediction(Model model, RealMatrix inputs) {

  /**
   * {@code output}, or {@code output_1}, {@code output_2}, ...; and {@code class} behind them, if
   * the model tells classes apart.
   */
  List<String> columns() {
    int outputs = model.layers().get(model.layers().size() - 1);
    List<String> names = new ArrayList<>();
    IntStream.rangeClosed(1, outputs)
        .forEach(number -> names.add(outputs == 1 ? "output" : "output_" + number));
    model.classes().ifPresent(classes -> names.add("class"));
    return names;
  }

  /**
   * Writes the table as CSV: numbers as the shortest decimals that read back to the same doubles.
   *
   * @param out where
   * @throws IOException if it cannot be written
   */
  public void writeTo(Appendable out) throws IOException {
    Predictor predictor =
        new Predictor(model.activations(), model.parameters(), model.arithmetic());
    RealMatrix scaled = model.scalings().scaleInputs(inputs);
    RealMatrix outputs = model.scalings().unscaleOutputs(predictor.outputs(scaled));
    int[] classes = predictor.classes(scaled, model.classRule());
    Csv csv = Csv.headed(out, columns());
    for (int row = 0; row < classes.length; row++) {
      List<String> cells =
          new ArrayList<>(Arrays.stream(outputs.getRow(row)).mapToObj(Csv::number).toList());
      if (model.classes().isPresent()) {
        cells.add(Integer.toString(classes[row]));
      }
      csv.row(cells);
    }
  }

  /**
   * Writes the table to a file, which appears complete or not at all.
   *
   * @param file where; its folder exists
   * @throws IOException if the disk refuses
   */
  public void write(Path file) throws IOException {
    CompleteFile.write(file, Content.of(this::writeTo));
  }
}
