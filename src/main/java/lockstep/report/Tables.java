package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import lockstep.data.CsvTable;
import lockstep.data.Samples;
import lockstep.network.Parameters;
import org.apache.commons.math3.linear.RealMatrix;

/** The tables with parameters and data. Layers and units are numbered from 1. */
final class Tables {
  /** The header of the table of parameters. */
  static final List<String> PARAMETERS = List.of("layer", "kind", "from", "to", "value");

  private Tables() {}

  /**
   * A results folder's own copy of a table that an experiment read: the columns that it used,
   * inputs first, so that the resolved experiment file runs without anything outside the folder.
   */
  static void data(CsvTable table, Appendable out) throws IOException {
    List<String> columns = new ArrayList<>(table.columns().inputs());
    columns.addAll(table.columns().targets());
    Csv csv = Csv.headed(out, columns.stream().map(Csv::exact).toList());
    Samples samples = table.samples();
    for (int row = 0; row < samples.count(); row++) {
      double[] inputs = samples.inputs().getRow(row);
      double[] targets = samples.targets().getRow(row);
      csv.row(
          DoubleStream.concat(Arrays.stream(inputs), Arrays.stream(targets))
              .mapToObj(Csv::number)
              .toList());
    }
  }

  /**
   * One row a number: {@code layer,kind,from,to,value}. A bias comes from nowhere: its {@code from}
   * is empty.
   */
  static void parameters(Parameters parameters, Appendable out) throws IOException {
    Csv csv = Csv.headed(out, PARAMETERS);
    for (int index = 0; index < parameters.layers().size(); index++) {
      Parameters.Layer layer = parameters.layers().get(index);
      add(csv, index + 1, "weight", layer.weights());
      add(csv, index + 1, "bias", layer.biases());
    }
  }

  private static void add(Csv csv, int layer, String kind, RealMatrix values) throws IOException {
    for (int row = 0; row < values.getRowDimension(); row++) {
      String from = kind.equals("bias") ? "" : row + 1 + "";
      for (int column = 0; column < values.getColumnDimension(); column++) {
        String value = Csv.number(values.getEntry(row, column));
        csv.row(List.of(layer + "", kind, from, column + 1 + "", value));
      }
    }
  }
}
