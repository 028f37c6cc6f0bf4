package lockstep.config.check;

import java.util.ArrayList;
import java.util.List;
import lockstep.network.Initializer.Given;
import lockstep.network.Parameters;

/**
 * Whether values that are given number by number have the network's shapes.
 *
 * @param facts gets the mistakes
 * @param layers units per layer, inputs first
 */
record GivenShapes(Facts facts, List<Integer> layers) {
  private static final String WEIGHTS = "network.init.weights.given";
  private static final String STORED = "network.init.from";
  private static final String BIASES = "network.init.biases.given";

  void checkWeights(Given given) {
    if (hasEveryLayer(WEIGHTS, given)) {
      for (int layer = 0; layer < given.layers().size(); layer++) {
        List<List<Double>> rows = given.layers().get(layer);
        String found = rows.size() + " x " + rows.get(0).size();
        String expected = layers.get(layer) + " x " + layers.get(layer + 1);
        if (!found.equals(expected)) {
          String message = "has " + found + " weights";
          facts.wrong(WEIGHTS + "[" + layer + "]", message, expected + " (in x out)");
        }
      }
    }
  }

  void checkBiases(Given given) {
    if (hasEveryLayer(BIASES, given)) {
      for (int layer = 0; layer < given.layers().size(); layer++) {
        int found = given.layers().get(layer).get(0).size();
        int expected = layers.get(layer + 1);
        if (found != expected) {
          facts.wrong(BIASES + "[" + layer + "]", "has " + found + " biases", "" + expected);
        }
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
