package lockstep.training;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Layer;
import lockstep.network.Network;
import lockstep.network.Parameters;

/** Room for the parameters of the best epoch so far. */
final class BestState {
  private final List<Layer> layers;
  private final List<DenseMatrix> kept;

  /**
   * Makes the buffers, which hold the network's parameters as they are.
   *
   * @param network the network, live
   */
  BestState(Network network) {
    this.layers = network.layers();
    this.kept =
        layers.stream()
            .flatMap(layer -> List.of(layer.weights(), layer.biases()).stream())
            .map(DenseMatrix::copyOf)
            .toList();
  }

  /** Keeps the parameters as they are now. */
  void keep() {
    for (int index = 0; index < layers.size(); index++) {
      copy(layers.get(index).weights(), kept.get(2 * index));
      copy(layers.get(index).biases(), kept.get(2 * index + 1));
    }
  }

  /** Sets the network's parameters to those that were kept. */
  void restore() {
    for (int index = 0; index < layers.size(); index++) {
      copy(kept.get(2 * index), layers.get(index).weights());
      copy(kept.get(2 * index + 1), layers.get(index).biases());
    }
  }

  /** A copy of what was kept. */
  Parameters parameters() {
    List<Parameters.Layer> copies = new ArrayList<>();
    for (int index = 0; index < layers.size(); index++) {
      copies.add(
          new Parameters.Layer(
              DenseMatrix.copyOf(kept.get(2 * index)),
              DenseMatrix.copyOf(kept.get(2 * index + 1))));
    }
    return new Parameters(copies);
  }

  private static void copy(DenseMatrix from, DenseMatrix to) {
    System.arraycopy(from.values(), 0, to.values(), 0, from.values().length);
  }
}
