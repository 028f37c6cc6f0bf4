package lockstep.config;

import java.util.List;
import java.util.Optional;
import lockstep.data.Scalings;
import lockstep.matrix.Arithmetic;
import lockstep.network.Activation;
import lockstep.network.ClassRule;
import lockstep.network.Parameters;

/**
 * A trained network, with all that is needed to use it.
 *
 * @param origin where it comes from
 * @param inputs the names of its inputs, if they have any
 * @param classes the number of classes that it tells apart; empty if its outputs are numbers
 * @param border where a single output goes from class 0 to class 1
 * @param layers units per layer, inputs first
 * @param activations one for each layer after the inputs
 * @param arithmetic how products are added up
 * @param parameters the weights and biases, all finite
 * @param scalings how its inputs and outputs are scaled: inputs before it sees them, outputs back
 */
public record Model(
    Origin origin,
    Optional<List<String>> inputs,
    Optional<Integer> classes,
    double border,
    List<Integer> layers,
    List<Activation> activations,
    Arithmetic arithmetic,
    Parameters parameters,
    Scalings scalings) {
  /** Copies the lists. */
  public Model {
    inputs = inputs.map(List::copyOf);
    layers = List.copyOf(layers);
    activations = List.copyOf(activations);
  }

  /** A model of samples as they are, whose single output changes class at one half. */
  public Model(
      Origin origin,
      Optional<List<String>> inputs,
      Optional<Integer> classes,
      List<Integer> layers,
      List<Activation> activations,
      Arithmetic arithmetic,
      Parameters parameters) {
    this(
        origin,
        inputs,
        classes,
        ClassRule.HALF.outputBorder(),
        layers,
        activations,
        arithmetic,
        parameters,
        Scalings.NONE);
  }

  /** How its outputs are read as classes. */
  public ClassRule classRule() {
    return new ClassRule(border, ClassRule.HALF.targetBorder());
  }

  /**
   * Where a model comes from.
   *
   * @param experiment the name of the experiment
   * @param configuration the digest of its configuration, 64 hexadecimal digits
   * @param numerics the version of the numerics that it was trained with
   * @param epoch how many epochs the parameters have completed
   */
  public record Origin(String experiment, String configuration, String numerics, int epoch) {}
}
