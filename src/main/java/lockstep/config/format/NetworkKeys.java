package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.network.Activation;
import lockstep.network.Activation.Identity;
import lockstep.network.Activation.LeakyRelu;
import lockstep.network.Activation.Relu;
import lockstep.network.Activation.Sigmoid;
import lockstep.network.Activation.Step;
import lockstep.network.Activation.Tanh;
import lockstep.network.BiasMode;
import lockstep.network.NetworkSpec;

/** The keys under {@code network}, and the table of activations. */
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

  private static final Key<Double> SLOPE =
      Key.of("slope", new Real(Range.halfOpen(0, 1)), "The slope where z is not above 0.", "0.01")
          .byDefault(LeakyRelu.DEFAULT_SLOPE);

  private static final Block<LeakyRelu> LEAKY_RELU =
      Block.of(LeakyRelu.class).with(SLOPE, LeakyRelu::slope).make(v -> new LeakyRelu(v.of(SLOPE)));

  /** The activations: a row for each. */
  private static final List<Option<? extends Activation>> ACTIVATION_TABLE =
      List.of(
          word("relu", Relu.class, new Relu(), "max(0, z); the derivative at 0 is 0."),
          new Option<>(
              "leaky_relu",
              LeakyRelu.class,
              LEAKY_RELU,
              "z where z is above 0, else slope times z."),
          word("sigmoid", Sigmoid.class, new Sigmoid(), "1 / (1 + exp(-z))."),
          word("tanh", Tanh.class, new Tanh(), "The hyperbolic tangent."),
          word("identity", Identity.class, new Identity(), "z itself."),
          word(
              "step",
              Step.class,
              new Step(),
              "1 where z is above 0, else 0; only the perceptron rule can train it."));

  static final Type<Activation> ACTIVATION =
      new Choice<>("an activation", Activation.class, ACTIVATION_TABLE);

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
              "The activation of all hidden layers; the output's then follows from the loss: sigmoid"
                  + " for bce, identity for the others. Or a list with one for each layer after the"
                  + " inputs.",
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
          .with(INIT, NetworkSection::init)
          .make(v -> new NetworkSection(v.of(LAYERS), v.of(ACTIVATIONS), v.of(BIASES), v.of(INIT)));

  private NetworkKeys() {}

  private static <A extends Activation> Option<A> word(
      String word, Class<A> type, A activation, String meaning) {
    return new Option<>(word, type, Block.constant(type, activation), meaning);
  }
}
