package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.network.BiasMode;
import lockstep.network.Dropout;
import lockstep.network.InitSpec;
import lockstep.network.Initializer;
import lockstep.network.StoredParameters;

/**
 * What a file says under {@code network}.
 *
 * @param layers units per layer, inputs first
 * @param activations the activations
 * @param biases what becomes of the biases
 * @param dropout which hidden units are silenced in updates; empty for none
 * @param init the initial parameters
 */
public record NetworkSection(
    List<Integer> layers,
    ActivationRow activations,
    BiasMode biases,
    Optional<DropoutSection> dropout,
    InitSection init) {
  /** Copies the list. */
  public NetworkSection {
    layers = List.copyOf(layers);
  }

  /** The rate of dropout of every hidden layer. */
  public Dropout resolveDropout() {
    return dropout.map(some -> some.rates().resolve(layers.size() - 2)).orElse(Dropout.NONE);
  }

  /**
   * What a file says under {@code network.init}.
   *
   * @param weights how weights start
   * @param biases how biases start
   * @param order in which order the stream is used
   * @param stored the parameters of an earlier training; what else is said has no effect then
   * @param stream the random numbers
   */
  public record InitSection(
      Initializer weights,
      Initializer biases,
      InitSpec.DrawOrder order,
      Optional<StoredParameters> stored,
      StreamSection stream) {
    /** What xavier and he draw from where nothing is said. */
    static final Initializer.Distribution DEFAULT_DISTRIBUTION = Initializer.Distribution.UNIFORM;

    /** Where nothing is said of the initial parameters. */
    static final InitSection DEFAULT =
        new InitSection(
            new Initializer.Xavier(DEFAULT_DISTRIBUTION),
            new Initializer.Zeros(),
            InitSpec.DrawOrder.WEIGHTS_THEN_BIASES,
            Optional.empty(),
            StreamSection.DEFAULT);

    /** A value that is written: none beside stored parameters. */
    <T> Optional<T> unlessStored(T value) {
      return stored.isPresent() ? Optional.empty() : Optional.of(value);
    }

    /** The same without the random numbers. */
    public InitSpec spec() {
      return new InitSpec(weights, biases, order, stored);
    }
  }
}
