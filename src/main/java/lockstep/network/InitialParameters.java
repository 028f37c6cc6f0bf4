package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.RealMatrix;

/** Fills the layers of a network, one after the other, from one random stream. */
final class InitialParameters {
  private final NetworkSpec spec;
  private final RandomStream stream;

  private InitialParameters(NetworkSpec spec, RandomStream stream) {
    this.spec = spec;
    this.stream = stream;
  }

  static Parameters draw(NetworkSpec spec, RandomStream stream) {
    if (spec.init().stored().isPresent()) {
      return spec.init().stored().get().parameters();
    }
    InitialParameters initial = new InitialParameters(spec, stream);
    List<Parameters.Layer> layers = new ArrayList<>();
    for (int layer = 0; layer < spec.activations().size(); layer++) {
      layers.add(initial.layer(layer));
    }
    return new Parameters(layers);
  }

  private Parameters.Layer layer(int layer) {
    int in = spec.layers().get(layer);
    int out = spec.layers().get(layer + 1);
    RealMatrix weights = new DenseMatrix(in, out);
    RealMatrix biases = new DenseMatrix(1, out);
    InitialValues weightValues = spec.init().weights().start(stream, layer, in, out);
    InitialValues biasValues = biases(layer, in, out);
    switch (spec.init().order()) {
      case WEIGHTS_THEN_BIASES -> {
        fillRows(weights, weightValues);
        fillRows(biases, biasValues);
      }
      case UNIT_BIAS_FIRST -> {
        for (int unit = 0; unit < out; unit++) {
          fillColumn(biases, unit, biasValues);
          fillColumn(weights, unit, weightValues);
        }
      }
      case UNIT_BIAS_LAST -> {
        for (int unit = 0; unit < out; unit++) {
          fillColumn(weights, unit, weightValues);
          fillColumn(biases, unit, biasValues);
        }
      }
    }
    return new Parameters.Layer(weights, biases);
  }

  private InitialValues biases(int layer, int in, int out) {
    return spec.biases() == BiasMode.OFF
        ? (row, column) -> 0
        : spec.init().biases().start(stream, layer, in, out);
  }

  private static void fillRows(RealMatrix matrix, InitialValues values) {
    for (int row = 0; row < matrix.getRowDimension(); row++) {
      for (int column = 0; column < matrix.getColumnDimension(); column++) {
        matrix.setEntry(row, column, values.next(row, column));
      }
    }
  }

  private static void fillColumn(RealMatrix matrix, int column, InitialValues values) {
    for (int row = 0; row < matrix.getRowDimension(); row++) {
      matrix.setEntry(row, column, values.next(row, column));
    }
  }
}
