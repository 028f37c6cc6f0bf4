package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.LaneSum;
import lockstep.random.RandomStream;

/** A fully connected network with its current parameters: what one run trains. */
public final class Network {
  private static final double SURELY_FINITE = 1e300;

  private final List<Layer> layers;
  private final Dropout dropout;

  /**
   * A network with given parameters.
   *
   * @param activations one for each layer
   * @param biases what becomes of the biases
   * @param dropout which hidden units are silenced in updates
   * @param initial the parameters; copied
   */
  public Network(
      List<Activation> activations, BiasMode biases, Dropout dropout, Parameters initial) {
    List<Layer> made = new ArrayList<>();
    for (int index = 0; index < activations.size(); index++) {
      made.add(
          new Layer(initial.layers().get(index), activations.get(index), biases == BiasMode.ON));
    }
    this.layers = List.copyOf(made);
    this.dropout = dropout;
  }

  /** The same without dropout. */
  public Network(List<Activation> activations, BiasMode biases, Parameters initial) {
    this(activations, biases, Dropout.NONE, initial);
  }

  /**
   * A network with newly drawn parameters.
   *
   * @param spec its structure and how its parameters start
   * @param stream where random numbers come from; moved on by exactly the draws that are needed
   */
  public static Network start(NetworkSpec spec, RandomStream stream) {
    Parameters initial = InitialParameters.draw(spec, stream);
    return new Network(spec.activations(), spec.biases(), spec.dropout(), initial);
  }

  /** The layers after the inputs, first to last. */
  public List<Layer> layers() {
    return layers;
  }

  /** Which hidden units are silenced in updates. */
  public Dropout dropout() {
    return dropout;
  }

  /** Whether the outputs are those of a {@link Softmax}: the probabilities of the classes. */
  public boolean endsInSoftmax() {
    return layers.get(layers.size() - 1).activation() instanceof Softmax;
  }

  /**
   * Whether all parameters, and all weighted sums of any sample, must be finite. |z| is at most
   * Σ|b| + Σ|w| · Σ|x|, and |f(z)| at most what its activation states; far below the largest number
   * roundings do not matter.
   *
   * @param inputMagnitude Σ|x| over a sample's inputs, or more
   * @return false if this bound cannot tell
   */
  public boolean isSurelyFinite(double inputMagnitude) {
    double signal = inputMagnitude;
    for (int index = 0; index < layers.size(); index++) {
      Layer layer = layers.get(index);
      double sums =
          LaneSum.ofMagnitudes(layer.biases().values())
              + LaneSum.ofMagnitudes(layer.weights().values()) * signal;
      if (!(sums < SURELY_FINITE)) {
        return false;
      }
      signal = layer.units() * layer.activation().bound(sums);
    }
    return true;
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
