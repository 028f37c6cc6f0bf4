package lockstep.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no network can be made of is refused where it is said. */
class SpecificationTest {
  private static final double HUGE = Double.MAX_VALUE;

  static List<ThrowingCallable> wrong() {
    return List.of(
        () -> new Initializer.Normal(Double.NaN, 1),
        () -> new Initializer.Normal(Double.POSITIVE_INFINITY, 1),
        () -> new Initializer.Normal(0, Double.NaN),
        () -> new Initializer.Normal(0, -0.1),
        () -> new Initializer.Normal(0, Double.POSITIVE_INFINITY),
        () -> new Initializer.TruncatedNormal(0, 1, 0.09),
        () -> new Initializer.TruncatedNormal(0, -1, 2),
        () -> new Initializer.TruncatedNormal(0, 1, Double.NaN),
        () -> new Initializer.Xavier(Initializer.Distribution.NORMAL, 0),
        () -> new Initializer.He(Initializer.Distribution.NORMAL, 1),
        () -> new ScaledInitializer.Orthogonal(Double.NaN),
        () -> new Initializer.Uniform(1, 1),
        () -> new Initializer.Uniform(Double.NaN, 1),
        () -> new Initializer.Uniform(0, Double.NaN),
        () -> new Initializer.Uniform(-HUGE, HUGE),
        () -> new Initializer.Constant(Double.NaN),
        () -> new Initializer.Constant(Double.NEGATIVE_INFINITY),
        () -> new Activation.LeakyRelu(Double.NaN),
        () -> new Activation.LeakyRelu(-0.01),
        () -> new Activation.LeakyRelu(1),
        () -> new Loss.BinaryCrossEntropy(Reduction.MEAN, Double.NaN),
        () -> new Loss.BinaryCrossEntropy(Reduction.MEAN, 0),
        () -> new Loss.BinaryCrossEntropy(Reduction.MEAN, 0.5),
        () -> new Loss.Huber(Reduction.MEAN, 0),
        () -> new Loss.Huber(Reduction.MEAN, Double.POSITIVE_INFINITY),
        () -> new ClassificationLoss.Categorical(Reduction.MEAN, 0.5, ClassWeights.EQUAL),
        () -> new ClassWeights.Given(List.of(1.0, 0.0)),
        () -> new ClassWeights.Given(List.of(1.0, Double.NaN)),
        () -> new SmoothRectifier.Elu(0),
        () -> new SmoothRectifier.Elu(Double.NaN),
        () -> new SmoothRectifier.Softplus(0, 20),
        () -> new SmoothRectifier.Softplus(1, Double.POSITIVE_INFINITY),
        () -> deviations(Double.NaN),
        () -> deviations(0),
        () -> deviations(Double.POSITIVE_INFINITY),
        () -> network(2, 0, 1),
        () -> network(-1, 2, 1));
  }

  static List<ThrowingCallable> right() {
    return List.of(
        () -> new Initializer.Normal(-1, 0),
        () -> new Initializer.Uniform(-1, 1),
        () -> new Initializer.Constant(-1),
        () -> new Activation.LeakyRelu(0),
        () -> new Loss.BinaryCrossEntropy(Reduction.MEAN, Double.MIN_VALUE),
        () -> deviations(2),
        () -> network(1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsOutOfRangeIsRefused(ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making);
  }

  @ParameterizedTest
  @MethodSource("right")
  void theBoundsThemselvesAreFine(ThrowingCallable making) {
    assertThatCode(making).doesNotThrowAnyException();
  }

  private static Deviations deviations(double factor) {
    return new Deviations(
        factor,
        Deviations.NONE.biasGradient(),
        Deviations.NONE.backwardPass(),
        Deviations.NONE.hiddenGradient());
  }

  private static NetworkSpec network(Integer... layers) {
    List<Activation> activations = List.of(new Activation.Relu(), new Activation.Identity());
    InitSpec init =
        new InitSpec(
            new Initializer.Zeros(),
            new Initializer.Zeros(),
            InitSpec.DrawOrder.WEIGHTS_THEN_BIASES);
    return new NetworkSpec(List.of(layers), activations, BiasMode.ON, init);
  }
}
