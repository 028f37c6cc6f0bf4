package lockstep.config.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import lockstep.network.Initializer.EachLayer;
import lockstep.network.Initializer.Given;
import lockstep.network.Initializer.GivenLayer;
import lockstep.network.Parameters;

/**
 * Whether values that are given number by number have the network's shapes.
 *
 * @param facts gets the mistakes
 * @param layers units per layer, inputs first
 */
record GivenShapes(Facts facts, List<Integer> layers) {
  private static final String WEIGHTS = "network.init.weights";
  private static final String BIASES = "network.init.biases";
  private static final String GIVEN = ".given";
  private static final String STORED = "network.init.from";

  void checkWeights(Given given) {
    if (hasEveryLayer(WEIGHTS + GIVEN, given)) {
      for (int layer = 0; layer < given.layers().size(); layer++) {
        checkWeights(WEIGHTS + GIVEN + "[" + layer + "]", layer, given.layers().get(layer));
      }
    }
  }

  private void checkWeights(String path, int layer, List<List<Double>> rows) {
    String found = rows.size() + " x " + rows.get(0).size();
    String expected = layers.get(layer) + " x " + layers.get(layer + 1);
    if (!found.equals(expected)) {
      facts.wrong(path, "has " + found + " weights", expected + " (in x out)");
    }
  }

  void checkBiases(Given given) {
    if (hasEveryLayer(BIASES + GIVEN, given)) {
      for (int layer = 0; layer < given.layers().size(); layer++) {
        checkBiases(BIASES + GIVEN + "[" + layer + "]", layer, given.layers().get(layer));
      }
    }
  }

  private void checkBiases(String path, int layer, List<List<Double>> rows) {
    int found = rows.get(0).size();
    int expected = layers.get(layer + 1);
    if (found != expected) {
      facts.wrong(path, "has " + found + " biases", "" + expected);
    }
  }

  /** Whether the layers of a list that are given number by number have their shapes. */
  void checkWeights(EachLayer each) {
    forGiven(each, (layer, rows) -> checkWeights(place(WEIGHTS, layer), layer, rows));
  }

  /** The same for biases. */
  void checkBiases(EachLayer each) {
    forGiven(each, (layer, rows) -> checkBiases(place(BIASES, layer), layer, rows));
  }

  private static String place(String path, int layer) {
    return path + "[" + layer + "]" + GIVEN;
  }

  private static void forGiven(EachLayer each, BiConsumer<Integer, List<List<Double>>> check) {
    for (int layer = 0; layer < each.layers().size(); layer++) {
      if (each.layers().get(layer) instanceof GivenLayer given) {
        check.accept(layer, given.rows());
      }
    }
  }

  /** Whether parameters that were read from a model are those of this network. */
  void checkStored(Parameters parameters) {
    List<Integer> found = new ArrayList<>();
    found.add(parameters.layers().get(0).weights().getRowDimension());
    parameters.layers().forEach(layer -> found.add(layer.weights().getColumnDimension()));
    if (!found.equals(layers)) {
      String message = "the model has the layers " + found;
      facts.wrong(STORED, message, layers + ", as network.layers says");
    }
  }

  private boolean hasEveryLayer(String path, Given given) {
    int expected = layers.size() - 1;
    if (given.layers().size() == expected) {
      return true;
    }
    int count = given.layers().size();
    String message = "has values for " + count + (count == 1 ? " layer" : " layers");
    facts.wrong(path, message, expected + ", one for each layer after the inputs");
    return false;
  }
}
