package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Words;
import lockstep.network.Activation;
import lockstep.network.Activation.Identity;
import lockstep.network.Activation.LeakyRelu;
import lockstep.network.Activation.Relu;
import lockstep.network.Activation.Sigmoid;
import lockstep.network.Activation.Step;
import lockstep.network.Activation.Tanh;
import lockstep.network.BoundedActivation.HardSigmoid;
import lockstep.network.BoundedActivation.HardTanh;
import lockstep.network.BoundedActivation.Sin;
import lockstep.network.BoundedActivation.Softsign;
import lockstep.network.SmoothRectifier.Elu;
import lockstep.network.SmoothRectifier.Gelu;
import lockstep.network.SmoothRectifier.Gelu.Approximation;
import lockstep.network.SmoothRectifier.Mish;
import lockstep.network.SmoothRectifier.Selu;
import lockstep.network.SmoothRectifier.Silu;
import lockstep.network.SmoothRectifier.Softplus;
import lockstep.network.Softmax;

/** The table of activations, and their keys. */
final class ActivationKeys {
  private static final Key<Double> SLOPE =
      Key.of("slope", new Real(Range.halfOpen(0, 1)), "The slope where z is not above 0.", "0.01")
          .byDefault(LeakyRelu.DEFAULT_SLOPE);

  private static final Key<Double> ALPHA =
      Key.of(
              "alpha",
              new Real(Range.above(0)),
              "Minus what the function approaches far below 0.",
              "0.5")
          .byDefault(Elu.DEFAULT_ALPHA);

  private static final Key<Approximation> APPROXIMATION =
      Key.of(
              "approximation",
              Words.of(Approximation.class),
              "How the normal distribution is computed: by erf (none), or by tanh(sqrt(2 / pi) (z +"
                  + " 0.044715 z^3)).",
              "tanh")
          .byDefault(Gelu.DEFAULT_APPROXIMATION);

  private static final Key<Double> BETA =
      Key.of("beta", new Real(Range.above(0)), "How sharply the function bends at 0.", "2")
          .byDefault(Softplus.DEFAULT_BETA);

  private static final Key<Double> THRESHOLD =
      Key.of(
              "threshold",
              new Real(Range.above(0)),
              "Where beta times z is above this, the function is z.",
              "30")
          .byDefault(Softplus.DEFAULT_THRESHOLD);

  private static final Block<LeakyRelu> LEAKY_RELU =
      Block.of(LeakyRelu.class).with(SLOPE, LeakyRelu::slope).make(v -> new LeakyRelu(v.of(SLOPE)));

  private static final Block<Elu> ELU =
      Block.of(Elu.class).with(ALPHA, Elu::alpha).make(v -> new Elu(v.of(ALPHA)));

  private static final Block<Gelu> GELU =
      Block.of(Gelu.class)
          .with(APPROXIMATION, Gelu::approximation)
          .make(v -> new Gelu(v.of(APPROXIMATION)));

  private static final Block<Softplus> SOFTPLUS =
      Block.of(Softplus.class)
          .with(BETA, Softplus::beta)
          .with(THRESHOLD, Softplus::threshold)
          .make(v -> new Softplus(v.of(BETA), v.of(THRESHOLD)));

  /** The activations: a row for each. */
  static final List<Option<? extends Activation>> TABLE =
      List.of(
          word(
              "relu",
              Relu.class,
              new Relu(),
              "max(0, z); the derivative at 0 is 0 (Nair and Hinton, ICML 2010)."),
          new Option<>(
              "leaky_relu",
              LeakyRelu.class,
              LEAKY_RELU,
              "z where z is above 0, else slope times z (Maas et al., 2013)."),
          new Option<>(
              "elu",
              Elu.class,
              ELU,
              "z where z is above 0, else alpha (exp(z) - 1) (Clevert et al., ICLR 2016)."),
          word(
              "selu",
              Selu.class,
              new Selu(),
              "1.0507 times elu with alpha 1.6733 (Klambauer et al., 2017): outputs keep mean 0 and"
                  + " variance 1 from layer to layer."),
          new Option<>(
              "gelu",
              Gelu.class,
              GELU,
              "z times the distribution function of the standard normal distribution at z"
                  + " (Hendrycks and Gimpel, arXiv:1606.08415)."),
          word(
              "silu",
              Silu.class,
              new Silu(),
              "z / (1 + exp(-z)), also called swish (Elfwing et al., 2018)."),
          word("mish", Mish.class, new Mish(), "z tanh(ln(1 + exp(z))) (Misra, BMVC 2020)."),
          new Option<>(
              "softplus",
              Softplus.class,
              SOFTPLUS,
              "ln(1 + exp(beta z)) / beta, a smooth relu (Dugas et al., NIPS 2000)."),
          word(
              "softsign", Softsign.class, new Softsign(), "z / (1 + |z|) (Bergstra et al., 2009)."),
          word(
              "sigmoid",
              Sigmoid.class,
              new Sigmoid(),
              "1 / (1 + exp(-z)) (Rumelhart et al., 1986)."),
          word(
              "tanh",
              Tanh.class,
              new Tanh(),
              "(exp(z) - exp(-z)) / (exp(z) + exp(-z)), the hyperbolic tangent (LeCun et al.,"
                  + " 1998)."),
          word(
              "hard_sigmoid",
              HardSigmoid.class,
              new HardSigmoid(),
              "z / 6 + 1 / 2, but at least 0 and at most 1 (Howard et al., ICCV 2019)."),
          word(
              "hard_tanh",
              HardTanh.class,
              new HardTanh(),
              "z, but at least -1 and at most 1 (Collobert, 2004)."),
          word("sin", Sin.class, new Sin(), "The sine of z (Sitzmann et al., NeurIPS 2020)."),
          word(
              "softmax",
              Softmax.class,
              new Softmax(),
              "exp(z) of each output divided by their sum: probabilities; for the output layer,"
                  + " with the loss cross_entropy (Bridle, 1990)."),
          word("identity", Identity.class, new Identity(), "z itself."),
          word(
              "step",
              Step.class,
              new Step(),
              "1 where z is above 0, else 0; only the perceptron rule can train it (Rosenblatt,"
                  + " 1958)."));

  private ActivationKeys() {}

  private static <A extends Activation> Option<A> word(
      String word, Class<A> type, A activation, String meaning) {
    return new Option<>(word, type, Block.constant(type, activation), meaning);
  }
}
