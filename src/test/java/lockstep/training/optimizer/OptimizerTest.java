package lockstep.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer: against PyTorch, on every objective, and its first step by hand. */
class OptimizerTest {
  private static final Kernels KERNELS = ScalarKernels.of(Arithmetic.FUSED);

  /** An optimizer with the learning rate that suits it. */
  private record Rated(Optimizer optimizer, double rate) {}

  /** One row for each optimizer and setting; the names are those of the reference. */
  private static Map<String, Rated> table() {
    Map<String, Rated> table = new LinkedHashMap<>();
    table.put("sgd lr=0.001", new Rated(Sgd.PLAIN, 0.001));
    table.put("sgd lr=0.001 momentum=0.9", new Rated(new Sgd(0.9, 0, false, 0), 0.001));
    table.put("sgd lr=0.001 momentum=0.9 nesterov", new Rated(new Sgd(0.9, 0, true, 0), 0.001));
    table.put(
        "sgd lr=0.001 momentum=0.9 weight_decay=0.01",
        new Rated(new Sgd(0.9, 0, false, 0.01), 0.001));
    table.put("adagrad lr=0.1", new Rated(Adagrad.DEFAULT, 0.1));
    table.put("rmsprop lr=0.01 alpha=0.99", new Rated(RmsProp.DEFAULT, 0.01));
    table.put("adadelta lr=1.0 rho=0.9", new Rated(Adadelta.DEFAULT, 1));
    table.put("adam lr=0.01", new Rated(Adam.DEFAULT, 0.01));
    table.put("adam lr=0.01 amsgrad", new Rated(AmsGrad.DEFAULT, 0.01));
    table.put("adamax lr=0.01", new Rated(Adamax.DEFAULT, 0.01));
    table.put("nadam lr=0.01", new Rated(Nadam.DEFAULT, 0.01));
    table.put("adamw lr=0.01 weight_decay=0.1", new Rated(new AdamW(Moments.DEFAULT, 0.1), 0.01));
    table.put("rprop lr=0.01", new Rated(Rprop.DEFAULT, 0.01));
    return table;
  }

  private static Stream<String> names() {
    return table().keySet().stream();
  }

  @Test
  void theTableHasEveryOptimizerAndEveryRowOfTheReference() throws IOException {
    List<Class<?>> tested =
        table().values().stream().<Class<?>>map(one -> one.optimizer().getClass()).toList();
    assertThat(tested).contains(Optimizer.class.getPermittedSubclasses());
    assertThat(reference().keySet()).containsExactlyInAnyOrderElementsOf(table().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void followsPyTorchOnRosenbrocksFunction(String name) throws IOException {
    Rated rated = table().get(name);
    List<double[]> expected = reference().get(name);
    assertThat(expected).hasSize(30);
    Run run = new Run(rated, Objective.ROSENBROCK, -1.2, 1);
    for (double[] point : expected) {
      run.step();
      assertClose(run.theta[0], point[0]);
      assertClose(run.theta[1], point[1]);
    }
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  private static Stream<Arguments> optimizersAndObjectives() {
    return names()
        .flatMap(
            name -> Stream.of(Objective.values()).map(objective -> Arguments.of(name, objective)));
  }

  @ParameterizedTest
  @MethodSource("optimizersAndObjectives")
  void getsLowerOnEveryObjective(String name, Objective objective) {
    Run run = new Run(table().get(name), objective, -1.2, 1);
    double start = objective.value(run.theta);
    for (int step = 0; step < 3000; step++) {
      run.step();
    }
    assertThat(objective.value(run.theta)).isLessThan(0.75 * start);
  }

  @ParameterizedTest
  @MethodSource("names")
  void isTheSameForMatricesOfOtherShapesAndInOneGo(String name) {
    Rated rated = table().get(name);
    Run both = new Run(rated, Objective.BOWL, -1.2, 1);
    OptimizerState state = rated.optimizer().start(1);
    DenseMatrix second = matrix(1);
    for (int step = 0; step < 5; step++) {
      double[] gradient = Objective.BOWL.gradient(new double[] {0, second.values()[0]});
      state.step(second, matrix(gradient[1]), rated.rate(), KERNELS);
      both.step();
    }
    assertThat(second.values()[0]).isEqualTo(both.theta[1]);
  }

  @Test
  void leavesTheGradientAlone() {
    for (Rated rated : table().values()) {
      DenseMatrix gradient = matrix(0.5, -2);
      rated.optimizer().start(2).step(matrix(1, 2), gradient, 0.1, KERNELS);
      assertThat(gradient.values()).containsExactly(0.5, -2);
    }
  }

  @Test
  void firstStepOfDescentIsTheRateTimesTheGradient() {
    assertThat(steps(Sgd.PLAIN, 0.25, 2, 4)).containsExactly(2 - 0.25 * 4);
  }

  @Test
  void momentumKeepsAShareOfTheLastStep() {
    // v = 4, then 0.5 · 4 + 4 = 6: θ = 2 - 1 = 1, then 1 - 1.5 = -0.5.
    assertThat(steps(new Sgd(0.5, 0, false, 0), 0.25, 2, 4, 4)).containsExactly(1, -0.5);
  }

  @Test
  void dampeningTakesOffFromTheSecondGradientOn() {
    // v = 4, then 0.5 · 4 + (1 - 0.25) · 4 = 5.
    assertThat(steps(new Sgd(0.5, 0.25, false, 0), 0.25, 2, 4, 4)).containsExactly(1, -0.25);
  }

  @Test
  void nesterovLooksAheadAlongTheMomentum() {
    // v = 4 and the step 4 + 0.5 · 4 = 6; then v = 6 and the step 4 + 0.5 · 6 = 7.
    assertThat(steps(new Sgd(0.5, 0, true, 0), 0.25, 2, 4, 4)).containsExactly(0.5, -1.25);
  }

  @Test
  void weightDecayOfDescentIsAddedToTheGradient() {
    // 4 + 0.5 · 2 = 5.
    assertThat(steps(new Sgd(0, 0, false, 0.5), 0.25, 2, 4)).containsExactly(0.75);
  }

  @Test
  void adagradDividesByTheRootOfAllSquares() {
    // s = 9 and 3/3 = 1; then s = 9 + 16 = 25 and 4/5, at the rate 0.5 / (1 + 3).
    Adagrad adagrad = new Adagrad(3, 0, 1e-300);
    assertThat(steps(adagrad, 0.5, 2, 3, 4)).containsExactly(1.5, 1.5 - 0.125 * 0.8);
  }

  @Test
  void epsilonIsAddedToTheRoot() {
    // 3 / (3 + 1); s = 0.25 · 16 = 4 and 4 / (2 + 2).
    assertThat(steps(new Adagrad(0, 0, 1), 1, 2, 3)).containsExactly(1.25);
    assertThat(steps(new RmsProp(0.75, 0, false, 2), 1, 2, 4)).containsExactly(1);
  }

  @Test
  void adagradCanStartWithASum() {
    // s = 7 + 9 = 16 and 3/4.
    assertThat(steps(new Adagrad(0, 7, 1e-300), 1, 2, 3)).containsExactly(1.25);
  }

  @Test
  void rmspropDividesByTheRunningRootOfTheSquares() {
    // s = 0.25 · 16 = 4 and 4/2; then s = 0.75 · 4 + 0.25 · 4 = 4 and 2/2, with momentum 0.5 · 2 +
    // 1.
    assertThat(steps(new RmsProp(0.75, 0, false, 1e-300), 0.5, 2, 4, 2)).containsExactly(1, 0.5);
    assertThat(steps(new RmsProp(0.75, 0.5, false, 1e-300), 0.5, 2, 4, 2)).containsExactly(1, 0);
  }

  @Test
  void centeredRmspropTakesTheMeanGradientOff() {
    // s = 0.5 · 16 = 8, m = 2: √(8 - 4) = 2 and 4/2.
    assertThat(steps(new RmsProp(0.5, 0, true, 1e-300), 0.5, 2, 4)).containsExactly(1);
    // s = 4, m = 1 and 4/√3; then s = 3 + 16 = 19, m = 0.75 + 2 = 2.75 and 8/√(19 - 2.75²).
    double[] path = steps(new RmsProp(0.75, 0, true, 1e-300), 0.5, 2, 4, 8);
    double first = 2 - 0.5 * 4 / Math.sqrt(3);
    assertThat(path[0]).isCloseTo(first, within(1e-15));
    assertThat(path[1]).isCloseTo(first - 0.5 * 8 / Math.sqrt(19 - 2.75 * 2.75), within(1e-15));
  }

  @Test
  void theNumbersThatEachKeepsForAParameterAreKnown() {
    assertThat(Sgd.PLAIN.numbersPerParameter()).isZero();
    assertThat(new Sgd(0.9, 0, false, 0).numbersPerParameter()).isOne();
    assertThat(Adagrad.DEFAULT.numbersPerParameter()).isOne();
    assertThat(Adadelta.DEFAULT.numbersPerParameter()).isEqualTo(2);
    assertThat(Rprop.DEFAULT.numbersPerParameter()).isEqualTo(2);
    assertThat(Adam.DEFAULT.numbersPerParameter()).isEqualTo(2);
    assertThat(Adamax.DEFAULT.numbersPerParameter()).isEqualTo(2);
    assertThat(new AdamW(Moments.DEFAULT, 0.1).numbersPerParameter()).isEqualTo(2);
    assertThat(new Nadam(Moments.DEFAULT, 0.1).numbersPerParameter()).isEqualTo(2);
    assertThat(AmsGrad.DEFAULT.numbersPerParameter()).isEqualTo(3);
    assertThat(RmsProp.DEFAULT.numbersPerParameter()).isEqualTo(3);
  }

  @Test
  void centeredRmspropBearsAGradientThatNeverChanges() {
    double[] gradients = new double[400];
    Arrays.fill(gradients, 0.1);
    double[] path = steps(new RmsProp(0.5, 0, true, 1e-8), 1e-9, 2, gradients);
    assertThat(path[399]).isFinite().isLessThan(2);
  }

  @Test
  void adadeltaStartsWithTheRootOfItsEpsilon() {
    // s = 0.5 · 4 = 2: √1 / √(2 + 1) · 2.
    assertThat(steps(new Adadelta(0.5, 1), 1, 2, 2)[0])
        .isCloseTo(2 - 2 / Math.sqrt(3), within(1e-15));
  }

  @Test
  void firstAdamStepMovesByTheLearningRateWhateverTheGradient() {
    for (Optimizer adam : List.of(Adam.DEFAULT, AmsGrad.DEFAULT, Adamax.DEFAULT)) {
      assertThat(steps(adam, 0.1, 2, 1000)[0]).isCloseTo(1.9, within(1e-11));
      assertThat(steps(adam, 0.1, 2, -0.01)[0]).isCloseTo(2.1, within(1e-6));
    }
  }

  @Test
  void secondAdamStepCorrectsItsMeans() {
    // m = 0.5 · 2 + 0.5 · 4 = ..., m1 = 1, m2 = 0.5 + 2 = 2.5, over 1 - 1/4: 10/3;
    // v1 = 0.25 · 4 = 1, v2 = 0.75 + 0.25 · 16 = 4.75, over 1 - 9/16: 76/7.
    double[] path = steps(new Adam(new Moments(0.5, 0.75, 1e-300)), 0.1, 2, 2, 4);
    assertThat(path[1]).isCloseTo(1.9 - 0.1 * (10.0 / 3) / Math.sqrt(76.0 / 7), within(1e-15));
  }

  @Test
  void amsgradDividesByTheLargestSquareSoFar() {
    // v1 = 0.5 · 16 = 8, v2 = 4 + 0.5 · 0 = 4, so that 8 is kept: 8 / (1 - 1/4).
    double[] path = steps(new AmsGrad(new Moments(0, 0.5, 1e-300)), 0.1, 2, 4, 0.001);
    assertThat(path[1]).isCloseTo(1.9 - 0.1 * 0.001 / Math.sqrt(8 / 0.75), within(1e-14));
  }

  @Test
  void adamaxDividesByTheLargestGradientOfLate() {
    // u1 = 4, u2 = max(0.5 · 4, 1) = 2; m2 = 0.5 · 2 + 0.5 · 1 = 1.5 over 3/4: 2.
    double[] path = steps(new Adamax(new Moments(0.5, 0.5, 1e-300)), 0.1, 2, 4, 1);
    assertThat(path[1]).isCloseTo(1.9 - 0.1 * 2 / 2, within(1e-15));
  }

  @Test
  void nadamMixesGradientAndMean() {
    // Without decay of the momentum μ = 0.5 · 0.5: the gradient's share is (1 - 1/4) / (1 - 1/4) =
    // 1,
    // the mean's (1/4) / (1 - 1/16) · m with m = 0.5 · 4 = 2; n = 4.
    double[] path = steps(new Nadam(new Moments(0.5, 0.5, 1e-300), 0), 0.1, 2, 4);
    assertThat(path[0]).isCloseTo(2 - 0.1 * (1 + 4.0 / 15 * 2 / 4), within(1e-15));
  }

  @Test
  void adamwShrinksTheParameterApartFromTheStep() {
    double[] path = steps(new AdamW(Moments.DEFAULT, 0.5), 0.1, 2, 1000);
    assertThat(path[0]).isCloseTo(2 * (1 - 0.1 * 0.5) - 0.1, within(1e-11));
  }

  @Test
  void rpropGoesByTheSignsAlone() {
    // Steps 0.1, then 0.12; a change of sign halves the step and waits; then 0.06 back.
    double[] path = steps(Rprop.DEFAULT, 0.1, 2, 5, 0.01, -3, -3);
    assertThat(path[0]).isCloseTo(1.9, within(1e-15));
    assertThat(path[1]).isCloseTo(1.78, within(1e-15));
    assertThat(path[2]).isEqualTo(path[1]);
    assertThat(path[3]).isCloseTo(1.84, within(1e-15));
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new Sgd(1, 0, false, 0),
            () -> new Sgd(Double.NaN, 0, false, 0),
            () -> new Sgd(0.9, 0.1, true, 0),
            () -> new Sgd(0, 0, true, 0),
            () -> new Sgd(0.9, 1.1, false, 0),
            () -> new Sgd(0, 0, false, -1),
            () -> new Adagrad(-1, 0, 1),
            () -> new Adagrad(0, -1, 1),
            () -> new Adagrad(0, 0, 0),
            () -> new RmsProp(1, 0, false, 1),
            () -> new RmsProp(0.9, 1, false, 1),
            () -> new RmsProp(0.9, 0, false, 0),
            () -> new Adadelta(1, 1),
            () -> new Adadelta(0.9, Double.NaN),
            () -> new Moments(1, 0.9, 1e-8),
            () -> new Moments(0.9, 1, 1e-8),
            () -> new Moments(0.9, 0.9, 0),
            () -> new AdamW(Moments.DEFAULT, -0.1),
            () -> new Nadam(Moments.DEFAULT, -1),
            () -> new Rprop(1, 1.2, 1, 2),
            () -> new Rprop(0.5, 1, 1, 2),
            () -> new Rprop(0.5, 1.2, 0, 2),
            () -> new Rprop(0.5, 1.2, 3, 2));
    for (Runnable one : wrong) {
      assertThatIllegalArgumentException().isThrownBy(one::run);
    }
  }

  /** The values of one parameter after each of some gradients. */
  private static double[] steps(Optimizer optimizer, double rate, double start, double... all) {
    OptimizerState state = optimizer.start(1);
    DenseMatrix theta = matrix(start);
    double[] path = new double[all.length];
    for (int step = 0; step < all.length; step++) {
      state.step(theta, matrix(all[step]), rate, KERNELS);
      path[step] = theta.values()[0];
    }
    return path;
  }

  private static DenseMatrix matrix(double... values) {
    DenseMatrix matrix = new DenseMatrix(1, values.length);
    System.arraycopy(values, 0, matrix.values(), 0, values.length);
    return matrix;
  }

  /** A minimisation in two parameters. */
  private static final class Run {
    private final Objective objective;
    private final OptimizerState state;
    private final double rate;
    private final DenseMatrix parameters;
    private final double[] theta;

    Run(Rated rated, Objective objective, double x, double y) {
      this.objective = objective;
      this.state = rated.optimizer().start(2);
      this.rate = rated.rate();
      this.parameters = matrix(x, y);
      this.theta = parameters.values();
    }

    void step() {
      state.step(parameters, matrix(objective.gradient(theta)), rate, KERNELS);
    }
  }

  /** What is minimised; all have their lowest value, 0, away from the start. */
  private enum Objective {
    ROSENBROCK(
        p -> Math.pow(1 - p[0], 2) + 100 * Math.pow(p[1] - p[0] * p[0], 2),
        p ->
            new double[] {
              -2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] * p[0]), 200 * (p[1] - p[0] * p[0])
            }),
    BOWL(p -> p[0] * p[0] + p[1] * p[1] / 2, p -> new double[] {2 * p[0], p[1]}),
    VALLEY(p -> 50 * p[0] * p[0] + p[1] * p[1] / 2, p -> new double[] {100 * p[0], p[1]}),
    BEND(
        p -> Math.sqrt(1 + p[0] * p[0]) - 1 + Math.abs(p[1]),
        p -> new double[] {p[0] / Math.sqrt(1 + p[0] * p[0]), Math.signum(p[1])});

    private final ToDoubleFunction<double[]> value;
    private final UnaryOperator<double[]> gradient;

    Objective(ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
      this.value = value;
      this.gradient = gradient;
    }

    double value(double[] point) {
      return value.applyAsDouble(point);
    }

    double[] gradient(double[] point) {
      return gradient.apply(point);
    }
  }

  private static Map<String, List<double[]>> reference() throws IOException {
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden/optimizers.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      rows.computeIfAbsent(cells[0], name -> new ArrayList<>())
          .add(new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
    }
    return rows;
  }
}
