package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.NetworkSpec;

/** The keys under {@code network}. */
public final class NetworkKeys {
  /** The most layers of a network, the inputs counted. */
  public static final int MOST_LAYERS = 1_000;

  private static final Type<Integer> UNITS = Whole.size(1);

  /** The key {@code layers}. */
  public static final Key<List<Integer>> LAYERS =
      Key.of(
          "layers",
          ListOf.between(2, MOST_LAYERS, "a list of whole numbers " + UNITS.range() + ",", UNITS),
          "The number of units of each layer, the inputs first and the outputs last.",
          "[2, 4, 3, 1]");

  static final Type<Activation> ACTIVATION =
      new Choice<>("an activation", Activation.class, ActivationKeys.TABLE);

  /** The key {@code activations}. */
  public static final Key<ActivationRow> ACTIVATIONS =
      Key.<ActivationRow>of(
              "activations",
              new ListOr<>(
                  Mapped.of(
                      ActivationRow.class,
                      ACTIVATION,
                      ActivationRow::everywhere,
                      row -> row.hidden().orElseThrow()),
                  Mapped.of(
                      ActivationRow.class,
                      ListOf.atLeast(1, "a list with one for each layer", ACTIVATION),
                      ActivationRow::listed,
                      ActivationRow::each),
                  row -> row.hidden().isPresent()),
              "The activation of all hidden layers; the output's then follows from the loss:"
                  + " sigmoid for bce, softmax for cross_entropy, identity for the others. Or a"
                  + " list with one for each layer after the inputs.",
              "[relu, relu, sigmoid]")
          .byDefault(ActivationRow.everywhere(NetworkSpec.DEFAULT_HIDDEN_ACTIVATION));

  /** The key {@code network.biases}. */
  public static final Key<BiasMode> BIASES =
      Key.of(
              "biases",
              Words.of(BiasMode.class),
              "Whether biases are trained (on), kept as they start (frozen), or absent (off).",
              "frozen")
          .byDefault(NetworkSpec.DEFAULT_BIASES);

  /** The key {@code network.dropout}. */
  public static final Key<DropoutSection> DROPOUT =
      Key.<DropoutSection>of(
              "dropout",
              DropoutType::new,
              "The probability p with which an update silences a hidden unit, for each sample anew:"
                  + " the next layer is given a / (1 - p) with probability 1 - p, else 0, and"
                  + " errors go back likewise (Srivastava et al., Journal of Machine Learning"
                  + " Research 15, 2014; scaled in training, which is called inverted dropout)."
                  + " Losses, metrics and predictions are of all units. One rate, a list with one"
                  + " for each hidden layer, or a map with the rate and the random numbers.",
              "0.5")
          .otherwise("no unit is silenced");

  /** The key {@code init}. */
  public static final Key<InitSection> INIT =
      Key.of(
              "init",
              InitKeys.BLOCK,
              "The initial weights and biases.",
              "{weights: {normal: {std: 0.1}}, seed: 42}")
          .byDefault(InitSection.DEFAULT);

  static final Block<NetworkSection> BLOCK =
      Block.of(NetworkSection.class)
          .with(LAYERS, NetworkSection::layers)
          .with(ACTIVATIONS, NetworkSection::activations)
          .with(BIASES, NetworkSection::biases)
          .maybe(DROPOUT, NetworkSection::dropout)
          .with(INIT, NetworkSection::init)
          .make(
              v ->
                  new NetworkSection(
                      v.of(LAYERS), v.of(ACTIVATIONS), v.of(BIASES), v.find(DROPOUT), v.of(INIT)));

  private NetworkKeys() {}
}
