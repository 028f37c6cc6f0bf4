package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.random.RandomStream;

/** A fully connected network with its current parameters: what one run trains. */
public final class Network {
  private final List<Layer> layers;

  /**
   * A network with given parameters.
   *
   * @param activations one for each layer
   * @param biases what becomes of the biases
   * @param initial the parameters; copied
   */
  public Network(List<Activation> activations, BiasMode biases, Parameters initial) {
    List<Layer> made = new ArrayList<>();
    for (int index = 0; index < activations.size(); index++) {
      made.add(
          new Layer(initial.layers().get(index), activations.get(index), biases == BiasMode.ON));
    }
    this.layers = List.copyOf(made);
  }

  /**
   * A network with newly drawn parameters.
   *
   * @param spec its structure and how its parameters start
   * @param stream where random numbers come from; moved on by exactly the draws that are needed
   */
  public static Network start(NetworkSpec spec, RandomStream stream) {
    return new Network(spec.activations(), spec.biases(), InitialParameters.draw(spec, stream));
  }

  /** The layers after the inputs, first to last. */
  public List<Layer> layers() {
    return layers;
  }

  /** A copy of the current parameters. */
  public Parameters parameters() {
    return new Parameters(
        layers.stream()
            .map(
                layer ->
                    new Parameters.Layer(
                        DenseMatrix.copyOf(layer.weights()), DenseMatrix.copyOf(layer.biases())))
            .toList());
  }
}
