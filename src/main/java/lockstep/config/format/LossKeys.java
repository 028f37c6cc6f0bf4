package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Words;
import lockstep.network.Loss;
import lockstep.network.Loss.BinaryCrossEntropy;
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

  private static final Key<Boolean> HALF =
      Key.of("half", Words.TRUTH, "Whether each square is halved, as in many textbooks.", "true")
          .byDefault(MeanSquaredError.DEFAULT_HALF);

  private static final Key<Double> CLIP =
      Key.of(
              "clip",
              new Real(Range.open(0, 0.5)),
              "The smallest argument of a logarithm, and of a division in the derivative with respect"
                  + " to the output; behind a sigmoid the gradient is output - target and is not"
                  + " clipped.",
              "1e-12")
          .byDefault(BinaryCrossEntropy.DEFAULT_CLIP);

  private static final Block<MeanSquaredError> MSE =
      Block.of(MeanSquaredError.class)
          .with(REDUCTION, MeanSquaredError::reduction)
          .with(HALF, MeanSquaredError::half)
          .make(v -> new MeanSquaredError(v.of(REDUCTION), v.of(HALF)));

  private static final Block<BinaryCrossEntropy> BCE =
      Block.of(BinaryCrossEntropy.class)
          .with(REDUCTION, BinaryCrossEntropy::reduction)
          .with(CLIP, BinaryCrossEntropy::clip)
          .make(v -> new BinaryCrossEntropy(v.of(REDUCTION), v.of(CLIP)));

  private static final Block<Output> OUTPUT =
      Block.of(Output.class)
          .with(REDUCTION, Output::reduction)
          .make(v -> new Output(v.of(REDUCTION)));

  /** The losses: a row for each. */
  private static final List<Option<? extends Loss>> LOSSES =
      List.of(
          new Option<>("mse", MeanSquaredError.class, MSE, "Squared error, (a - y)^2."),
          new Option<>(
              "bce",
              BinaryCrossEntropy.class,
              BCE,
              "Binary cross-entropy, -(y ln a + (1 - y) ln(1 - a)); needs outputs and targets in"
                  + " [0, 1]."),
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
}
