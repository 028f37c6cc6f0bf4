package lockstep.network;

import java.util.List;
import lockstep.decimal.ShortestDecimal;

/**
 * Dropout of hidden units: in every update, and for every sample anew, a unit of a hidden layer
 * with the rate p sends on
 *
 * <pre>
 * a · m      m = 1 / (1 - p) with probability 1 - p, else 0
 * </pre>
 *
 * <p>in the place of its activation a, and its error goes back multiplied by the same m. The
 * expectation of a · m is a, so that the network is used without masks, and its losses, metrics and
 * predictions are of all units.
 *
 * <p>Masks are drawn in every forward pass of an update: hidden layer by hidden layer from the
 * first one on, sample by sample in the order of the update, unit by unit, one uniform number u for
 * each; the unit is kept where u is below 1 - p. Of a layer these are the draws of {@code rand(n,
 * units) < 1 - p} in NumPy. Layers with the rate 0 draw nothing.
 *
 * <p>Source: N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout:
 * a simple way to prevent neural networks from overfitting", Journal of Machine Learning Research
 * 15 (2014). There the weights are scaled down after training; here, as section 10 of the paper
 * describes, the kept activations are scaled up during training, which is called inverted dropout.
 *
 * @param rates p of each hidden layer, first to last, in [0, 1); empty if no unit is ever silenced
 */
public record Dropout(List<Double> rates) {
  /** No unit is ever silenced. */
  public static final Dropout NONE = new Dropout(List.of());

  /** Checks the range; rates that are all 0 are none. */
  public Dropout {
    for (double rate : rates) {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException(
            "dropout " + ShortestDecimal.format(rate) + " is not in [0, 1)");
      }
    }
    rates = rates.stream().allMatch(rate -> rate == 0) ? List.of() : List.copyOf(rates);
  }

  /** Whether no unit is ever silenced. */
  public boolean isNone() {
    return rates.isEmpty();
  }

  /** Whether all hidden layers have the same rate. */
  public boolean isUniform() {
    return rates.stream().distinct().count() == 1;
  }

  /** The rate of a layer, the first hidden one being 0; that of the output layer is 0. */
  double rate(int layer) {
    return layer < rates.size() ? rates.get(layer) : 0;
  }
}
