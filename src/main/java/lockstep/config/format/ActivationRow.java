package lockstep.config.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.network.Activation;
import lockstep.network.Loss;

/**
 * The activations as a file gives them.
 *
 * @param hidden the one of every hidden layer, the output layer's following from the loss; empty if
 *     each layer's is given
 * @param each one for each layer, if so given
 */
public record ActivationRow(Optional<Activation> hidden, List<Activation> each) {
  /** Copies the list. */
  public ActivationRow {
    each = List.copyOf(each);
  }

  static ActivationRow everywhere(Activation hidden) {
    return new ActivationRow(Optional.of(hidden), List.of());
  }

  public static ActivationRow listed(List<Activation> each) {
    return new ActivationRow(Optional.empty(), each);
  }

  /**
   * One activation for each layer after the inputs.
   *
   * @param layerCount the number of these layers, if no list says it
   * @param loss decides the output layer's
   */
  public List<Activation> resolve(int layerCount, Loss loss) {
    if (hidden.isEmpty()) {
      return each;
    }
    List<Activation> all = new ArrayList<>();
    for (int layer = 1; layer < layerCount; layer++) {
      all.add(hidden.get());
    }
    all.add(loss.usualOutput());
    return all;
  }
}
