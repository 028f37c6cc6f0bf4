package lockstep.config.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.network.ClassWeights;
import lockstep.network.ClassificationLoss;
import lockstep.network.ClassificationLoss.BinaryLogits;
import lockstep.network.ClassificationLoss.Categorical;
import lockstep.network.ClassificationLoss.Hinge;
import lockstep.network.Loss;
import lockstep.network.Loss.BinaryCrossEntropy;
import lockstep.network.Loss.Huber;
import lockstep.network.Loss.MeanAbsoluteError;
import lockstep.network.Loss.MeanSquaredError;
import lockstep.network.Loss.Output;
import lockstep.network.Reduction;

/** The keys of the losses, and their table. */
public final class LossKeys {
  private static final Key<Reduction> REDUCTION =
      Key.of(
              "reduction",
              Words.of(Reduction.class),
              "How the losses of all samples and outputs become one: the mean over both, the sum"
                  + " over both, or the sum over outputs averaged over samples.",
              "sum")
          .byDefault(Loss.DEFAULT_REDUCTION);

  private static final Key<Reduction> SAMPLE_REDUCTION =
      Key.of(
              "reduction",
              Words.of(Reduction.class),
              "How the losses of all samples become one: their mean (mean_over_samples is the"
                  + " same), or their sum.",
              "sum")
          .byDefault(Loss.DEFAULT_REDUCTION);

  private static final Key<Boolean> HALF =
      Key.of("half", Words.TRUTH, "Whether each square is halved, as in many textbooks.", "true")
          .byDefault(MeanSquaredError.DEFAULT_HALF);

  private static final Key<Double> CLIP =
      Key.of(
              "clip",
              new Real(Range.open(0, 0.5)),
              "The smallest argument of a logarithm, and of a division in the derivative with"
                  + " respect to the output; behind a sigmoid the gradient is output - target and"
                  + " is not clipped.",
              "1e-12")
          .byDefault(BinaryCrossEntropy.DEFAULT_CLIP);

  private static final Key<Double> SOFTMAX_CLIP =
      Key.of(
              "clip",
              new Real(Range.open(0, 0.5)),
              "The smallest argument of a logarithm; the gradient behind the softmax is not"
                  + " clipped.",
              "1e-12")
          .byDefault(Categorical.DEFAULT_CLIP);

  private static final Key<Double> DELTA =
      Key.of(
              "delta",
              new Real(Range.above(0)),
              "The error from which on the loss is a line.",
              "0.5")
          .byDefault(Huber.DEFAULT_DELTA);

  private static final Key<Boolean> SQUARED =
      Key.of("squared", Words.TRUTH, "Whether each element is squared.", "true")
          .byDefault(Hinge.DEFAULT_SQUARED);

  private static final Key<ClassWeights> CLASS_WEIGHTS =
      Key.<ClassWeights>of(
              "class_weights",
              new ListOr<>(
                  Mapped.of(
                      ClassWeights.class,
                      new Words<>(
                          ClassWeights.Balanced.class,
                          Map.of("balanced", new ClassWeights.Balanced())),
                      balanced -> balanced,
                      ClassWeights.Balanced.class::cast),
                  Mapped.of(
                      ClassWeights.class,
                      ListOf.atLeast(
                          2,
                          "a list with a number above 0 for each class",
                          new Real(Range.above(0))),
                      ClassWeights.Given::new,
                      weights -> ((ClassWeights.Given) weights).weights()),
                  ClassWeights.Balanced.class::isInstance),
              "How much the samples of each class count, from class 0 on; or balanced, for n / (k *"
                  + " n_i) with n_i of n samples in class i of k. The mean divides by the number of"
                  + " samples all the same.",
              "[1, 3]")
          .otherwise("all classes count the same");

  private static final Block<MeanSquaredError> MSE =
      Block.of(MeanSquaredError.class)
          .with(REDUCTION, MeanSquaredError::reduction)
          .with(HALF, MeanSquaredError::half)
          .make(v -> new MeanSquaredError(v.of(REDUCTION), v.of(HALF)));

  private static final Block<BinaryCrossEntropy> BCE =
      Block.of(BinaryCrossEntropy.class)
          .with(REDUCTION, BinaryCrossEntropy::reduction)
          .with(CLIP, BinaryCrossEntropy::clip)
          .maybe(CLASS_WEIGHTS, LossKeys::weights)
          .make(v -> new BinaryCrossEntropy(v.of(REDUCTION), v.of(CLIP), weights(v)));

  private static final Block<BinaryLogits> BCE_LOGITS =
      Block.of(BinaryLogits.class)
          .with(REDUCTION, BinaryLogits::reduction)
          .maybe(CLASS_WEIGHTS, LossKeys::weights)
          .make(v -> new BinaryLogits(v.of(REDUCTION), weights(v)));

  private static final Block<Categorical> CROSS_ENTROPY =
      Block.of(Categorical.class)
          .with(SAMPLE_REDUCTION, Categorical::reduction)
          .with(SOFTMAX_CLIP, Categorical::clip)
          .maybe(CLASS_WEIGHTS, LossKeys::weights)
          .make(v -> new Categorical(v.of(SAMPLE_REDUCTION), v.of(SOFTMAX_CLIP), weights(v)));

  private static final Block<Hinge> HINGE =
      Block.of(Hinge.class)
          .with(REDUCTION, Hinge::reduction)
          .with(SQUARED, Hinge::squared)
          .maybe(CLASS_WEIGHTS, LossKeys::weights)
          .make(v -> new Hinge(v.of(REDUCTION), v.of(SQUARED), weights(v)));

  private static final Block<MeanAbsoluteError> MAE =
      Block.of(MeanAbsoluteError.class)
          .with(REDUCTION, MeanAbsoluteError::reduction)
          .make(v -> new MeanAbsoluteError(v.of(REDUCTION)));

  private static final Block<Huber> HUBER =
      Block.of(Huber.class)
          .with(REDUCTION, Huber::reduction)
          .with(DELTA, Huber::delta)
          .make(v -> new Huber(v.of(REDUCTION), v.of(DELTA)));

  private static final Block<Output> OUTPUT =
      Block.of(Output.class)
          .with(REDUCTION, Output::reduction)
          .make(v -> new Output(v.of(REDUCTION)));

  /** The losses: a row for each. */
  private static final List<Option<? extends Loss>> LOSSES =
      List.of(
          new Option<>(
              "mse",
              MeanSquaredError.class,
              MSE,
              "Squared error, (a - y)^2 (for networks Rumelhart et al., 1986)."),
          new Option<>(
              "mae",
              MeanAbsoluteError.class,
              MAE,
              "Absolute error, |a - y| (least absolute deviations; PyTorch's L1Loss)."),
          new Option<>(
              "huber",
              Huber.class,
              HUBER,
              "(a - y)^2 / 2 up to delta, from there on the line delta (|a - y| - delta / 2)"
                  + " (Huber, 1964)."),
          new Option<>(
              "bce",
              BinaryCrossEntropy.class,
              BCE,
              "Binary cross-entropy, -(y ln a + (1 - y) ln(1 - a)) (Bishop, 1995, chapter 6); needs"
                  + " outputs and targets in [0, 1]."),
          new Option<>(
              "bce_logits",
              BinaryLogits.class,
              BCE_LOGITS,
              "Binary cross-entropy of outputs a that are logits, for a last layer without"
                  + " sigmoid: max(a, 0) - y a + ln(1 + exp(-|a|));"
                  + " class 1 is where the output is above 0."),
          new Option<>(
              "cross_entropy",
              Categorical.class,
              CROSS_ENTROPY,
              "Cross-entropy of several classes, the sum of -y ln a over the outputs of a sample"
                  + " (Bishop, 1995, chapter 6); needs softmax and targets such as one_hot."),
          new Option<>(
              "hinge",
              Hinge.class,
              HINGE,
              "max(0, 1 - s a) with s = 1 for a target above 0, else s = -1 (Cortes and Vapnik,"
                  + " 1995): targets may be -1 and 1"
                  + " or 0 and 1; class 1 is where the output is above 0."),
          new Option<>(
              "output",
              Output.class,
              OUTPUT,
              "The network's own output, for worked examples; targets are ignored."));

  /** The key {@code loss}. */
  public static final Key<Loss> LOSS =
      Key.of(
          "loss",
          new Choice<>("a loss", Loss.class, LOSSES),
          "What training minimises.",
          "{bce: {reduction: sum}}");

  private LossKeys() {}

  private static ClassWeights weights(Values values) {
    return values.find(CLASS_WEIGHTS).orElse(ClassWeights.EQUAL);
  }

  private static Optional<ClassWeights> weights(ClassificationLoss loss) {
    return Optional.of(loss.weights()).filter(ClassWeights::matter);
  }
}
