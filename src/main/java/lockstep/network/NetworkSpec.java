package lockstep.network;

import java.util.List;

/**
 * A fully connected network, before it has parameters.
 *
 * @param layers units per layer, inputs first: {@code [2, 4, 3, 1]}; at least two, each at least 1
 * @param activations one for each layer after the inputs
 * @param biases what becomes of the biases
 * @param dropout which hidden units are silenced in updates
 * @param init the initial parameters
 */
public record NetworkSpec(
    List<Integer> layers,
    List<Activation> activations,
    BiasMode biases,
    Dropout dropout,
    InitSpec init) {
  /** The activation of hidden layers where none is given. */
  public static final Activation DEFAULT_HIDDEN_ACTIVATION = new Activation.Relu();

  /** Biases are trained where nothing is said of them. */
  public static final BiasMode DEFAULT_BIASES = BiasMode.ON;

  /** Copies the lists and checks that they fit. */
  public NetworkSpec {
    layers = List.copyOf(layers);
    activations = List.copyOf(activations);
    if (layers.size() < 2 || activations.size() != layers.size() - 1) {
      throw new IllegalArgumentException(
          layers.size() + " layer sizes with " + activations.size() + " activations");
    }
    if (layers.stream().anyMatch(units -> units < 1)) {
      throw new IllegalArgumentException("layers " + layers + " have one without units");
    }
    if (!dropout.isNone() && dropout.rates().size() != layers.size() - 2) {
      throw new IllegalArgumentException(dropout + " for layers " + layers);
    }
  }

  /** A network without dropout. */
  public NetworkSpec(
      List<Integer> layers, List<Activation> activations, BiasMode biases, InitSpec init) {
    this(layers, activations, biases, Dropout.NONE, init);
  }

  /** The number of weights and biases, without overflow for any layer sizes. */
  public long parameterCount() {
    long count = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      count += (layers.get(layer - 1) + 1L) * layers.get(layer);
    }
    return count;
  }
}
