package lockstep.network;

import java.util.Optional;

/**
 * The initial parameters.
 *
 * @param weights how weights start
 * @param biases how biases start
 * @param order in which order the stream is used
 * @param stored parameters of an earlier training; if there are any, they are what training starts
 *     from, and nothing is drawn
 */
public record InitSpec(
    Initializer weights, Initializer biases, DrawOrder order, Optional<StoredParameters> stored) {

  /** Parameters that are drawn or given. */
  public InitSpec(Initializer weights, Initializer biases, DrawOrder order) {
    this(weights, biases, order, Optional.empty());
  }

  /** The order in which initial values are drawn from the stream. */
  public enum DrawOrder {
    /** Layer by layer: the weight matrix row by row ({@code in x out}), then the biases. */
    WEIGHTS_THEN_BIASES,
    /** Layer by layer, unit by unit: the unit's bias, then its incoming weights. */
    UNIT_BIAS_FIRST,
    /** Layer by layer, unit by unit: the unit's incoming weights, then its bias. */
    UNIT_BIAS_LAST
  }
}
