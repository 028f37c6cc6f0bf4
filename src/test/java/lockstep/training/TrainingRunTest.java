package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** One weight and one bias on one or two samples: everything can be worked out by hand. */
class TrainingRunTest {
  private static final Loss SQUARED = new Loss.MeanSquaredError(Reduction.SUM, false);

  @Test
  void oneStepOfGradientDescentByHand() {
    TrainingOutcome outcome = run(spec(SQUARED, 0.1, 1), 1, 0);
    // a = 1 · 2 + 0 = 2, y = 1: dL/da = 2, dL/dw = 4, dL/db = 2.
    assertThat(outcome.history().at("loss", 0)).isEqualTo(1);
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * 4);
    assertThat(outcome.finalParameters().layers().get(0).biases().getEntry(0, 0)).isEqualTo(-0.2);
  }

  @Test
  void aRunOfSomeEpochsHasOneRowMore() {
    History history = run(spec(SQUARED, 0.01, 7), 1, 0).history();
    assertThat(history.rows()).hasSize(8);
    assertThat(history.lastEpoch()).isEqualTo(7);
  }

  @Test
  void aRunOfNoEpochsMeasuresTheUntrainedNetwork() {
    TrainingOutcome outcome = run(spec(SQUARED, 0.01, 0), 1, 0);
    assertThat(outcome.history().rows()).hasSize(1);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Completed());
  }

  @Test
  void theValidationPartIsMeasuredBetweenTheOthersAndChangesNothing() {
    DataSet parts =
        new DataSet(one().train(), Optional.of(two().train()), Optional.of(one().train()));
    TrainingTask task =
        new TrainingTask(
            spec(SQUARED, 0.1, 2),
            Deviations.NONE,
            List.of(Metric.MEAN_ABSOLUTE_ERROR, Metric.DEAD_UNITS),
            Set.of());
    TrainingOutcome outcome =
        new TrainingRun(task, network(1, 0, BiasMode.ON), parts, TrainingObserver.NONE).train();
    History history = outcome.history();
    assertThat(history.columns())
        .containsExactly(
            "loss",
            "mean_absolute_error",
            "dead_units",
            "validation_loss",
            "validation_mean_absolute_error",
            "test_loss",
            "test_mean_absolute_error");
    // w = 1, b = 0: a = 1, 2 for y = 1, 0: errors 0 and 2.
    assertThat(history.at("validation_loss", 0)).isEqualTo(4);
    assertThat(history.at("validation_mean_absolute_error", 0)).isEqualTo(1);
    assertThat(history.series("test_loss")).isEqualTo(history.series("loss"));
    assertThat(weight(outcome)).isEqualTo(weight(run(spec(SQUARED, 0.1, 2), 1, 0)));
  }

  @Test
  void frozenBiasesStayAndWeightsMove() {
    Network network = network(1, 0.5, BiasMode.FROZEN);
    TrainingOutcome outcome = train(spec(SQUARED, 0.1, 3), network, one());
    assertThat(outcome.finalParameters().layers().get(0).biases().getEntry(0, 0)).isEqualTo(0.5);
    assertThat(weight(outcome)).isNotEqualTo(1);
  }

  @Test
  void perSampleUpdatesSeeTheUpdateOfTheSampleBefore() {
    TrainingSpec spec = withBatch(Batching.PER_SAMPLE, UpdateRule.GRADIENT_DESCENT, 0.1);
    TrainingOutcome outcome = train(spec, network(0, 0, BiasMode.FROZEN), two());
    // First sample x = 1, y = 1: w = 0 + 0.1 · 2 · 1. Second x = 2, y = 0: a = 0.4, dL/dw = 1.6.
    assertThat(weight(outcome)).isEqualTo(Math.fma(-0.1, 2 * (0.2 * 2) * 2, 0.1 * 2));
  }

  @Test
  void thePerceptronRuleMovesByTheErrorWhateverTheDerivative() {
    TrainingSpec spec = withBatch(Batching.PER_SAMPLE, UpdateRule.PERCEPTRON, 0.5);
    Parameters initial = parameters(-1, 0);
    Network network = new Network(List.of(new Activation.Step()), BiasMode.ON, initial);
    TrainingOutcome outcome = train(spec, network, two());
    // x = 1, y = 1: step(-1) - 1 = -1, so w = -0.5, b = 0.5; x = 2, y = 0: step(-0.5) is right.
    assertThat(weight(outcome)).isEqualTo(-0.5);
    assertThat(outcome.finalParameters().layers().get(0).biases().getEntry(0, 0)).isEqualTo(0.5);
  }

  @Test
  void theUpdatedWeightsDeviationCarriesTheErrorThroughTheNewWeights() {
    Deviations deviations =
        new Deviations(
            1,
            Deviations.BiasGradient.EXACT,
            Deviations.BackwardPass.EACH_SAMPLE,
            Deviations.HiddenGradient.UPDATED_WEIGHTS);
    Parameters.Layer one = parameters(1, 0).layers().get(0);
    List<Activation> identities = List.of(new Activation.Identity(), new Activation.Identity());
    Network network = new Network(identities, BiasMode.FROZEN, new Parameters(List.of(one, one)));
    TrainingTask task = new TrainingTask(spec(SQUARED, 0.1, 1), deviations, List.of(), Set.of());
    TrainingOutcome outcome = new TrainingRun(task, network, one(), TrainingObserver.NONE).train();
    // x = 2, y = 1, a = 2: delta = 2; w2 = 1 - 0.1 · 2 · 2 = 0.6; w1 = 1 - 0.1 · (2 · 0.6) · 2.
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * (2 * 0.6 * 2));
  }

  @Test
  void theLastSampleDeviationUsesTheSumOfTheErrorsAndTheLastActivations() {
    Deviations deviations =
        new Deviations(
            1,
            Deviations.BiasGradient.EXACT,
            Deviations.BackwardPass.LAST_SAMPLE,
            Deviations.HiddenGradient.OLD_WEIGHTS);
    TrainingTask task = new TrainingTask(spec(SQUARED, 0.1, 1), deviations, List.of(), Set.of());
    TrainingOutcome outcome =
        new TrainingRun(task, network(1, 0, BiasMode.FROZEN), two(), TrainingObserver.NONE).train();
    // Errors: 2(1 - 1) + 2(2 - 0) = 4; the last input is 2.
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * (4 * 2));
  }

  @Test
  void anUnstableRateExplodesAndStops() {
    Verdict verdict = run(spec(SQUARED, 1, 100), 1, 0).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Diverged.class);
    Verdict.Diverged diverged = (Verdict.Diverged) verdict;
    assertThat(diverged.cause()).isEqualTo(StopCondition.EXPLODED);
    assertThat(diverged.limit()).hasValue(Stopping.DEFAULT_EXPLOSION_FACTOR);
    assertThat(diverged.loss()).isGreaterThan(Stopping.DEFAULT_EXPLOSION_FACTOR);
    assertThat(run(spec(SQUARED, 1, 100), 1, 0).history().lastEpoch()).isEqualTo(diverged.epoch());
    TrainingOutcome larger = run(spec(SQUARED, 1, 100), 3, 0);
    double limit = Stopping.DEFAULT_EXPLOSION_FACTOR * larger.history().at("loss", 0);
    assertThat(((Verdict.Diverged) larger.verdict()).limit()).hasValue(limit);
  }

  @Test
  void withoutTheStopConditionAnExplosionGoesOnUntilNothingIsFinite() {
    TrainingSpec spec =
        TrainingSpec.of(SQUARED, 1, 1000).with(Stopping.on(StopCondition.NON_FINITE));
    TrainingOutcome outcome = run(spec, 1, 0);
    Verdict.Diverged diverged = (Verdict.Diverged) outcome.verdict();
    assertThat(diverged.cause()).isEqualTo(StopCondition.NON_FINITE);
    assertThat(outcome.history().lastEpoch()).isEqualTo(diverged.epoch()).isLessThan(1000);
    assertThat(outcome.history().at("loss", diverged.epoch())).isEqualTo(diverged.loss());
    assertThat(diverged.loss()).matches(loss -> !Double.isFinite(loss));
  }

  @Test
  void theFirstLayerThatIsNotFiniteIsNamed() {
    RealMatrix huge = MatrixUtils.createRealMatrix(new double[][] {{1e300}});
    RealMatrix zero = MatrixUtils.createRealMatrix(new double[][] {{0}});
    Parameters.Layer layer = new Parameters.Layer(huge, zero);
    Network network =
        new Network(
            List.of(new Activation.Identity(), new Activation.Identity()),
            BiasMode.ON,
            new Parameters(List.of(layer, layer)));
    Verdict verdict = train(spec(SQUARED, 0.1, 5), network, one()).verdict();
    assertThat(((Verdict.Diverged) verdict).layer()).hasValue(2);
    assertThat(((Verdict.Diverged) verdict).epoch()).isZero();
  }

  @Test
  void aLossThatRisesAboveItsStartAfterARealImprovementHasRebounded() {
    // L = Σ(±10 w + b - 1)²: the bias converges slowly, the weight's tiny error grows by 1.2.
    DataSet data = data(new double[][] {{10}, {-10}}, new double[][] {{1}, {1}});
    TrainingOutcome outcome =
        train(spec(SQUARED, 0.0055, 40), network(0.001, 0, BiasMode.ON), data);
    Verdict.Diverged diverged = (Verdict.Diverged) outcome.verdict();
    assertThat(diverged.cause()).isEqualTo(StopCondition.REBOUNDED);
    assertThat(diverged.loss()).isGreaterThan(diverged.initialLoss());
    assertThat(diverged.bestLoss()).isLessThan(0.99 * diverged.initialLoss());
    assertThat(outcome.history().lastEpoch()).as("a rebound does not end the run").isEqualTo(40);
    for (int epoch = 0; epoch < diverged.epoch(); epoch++) {
      assertThat(outcome.history().at("loss", epoch)).isLessThanOrEqualTo(diverged.initialLoss());
    }
  }

  @Test
  void aDeadLayerStallsTheRunAndIsNamed() {
    RealMatrix one = MatrixUtils.createRealMatrix(new double[][] {{1}});
    RealMatrix negative = MatrixUtils.createRealMatrix(new double[][] {{-9}});
    RealMatrix zero = MatrixUtils.createRealMatrix(new double[][] {{0}});
    Network network =
        new Network(
            List.of(new Activation.Relu(), new Activation.Identity()),
            BiasMode.FROZEN,
            new Parameters(
                List.of(new Parameters.Layer(one, negative), new Parameters.Layer(one, zero))));
    Verdict verdict = train(spec(SQUARED, 0.1, 5), network, one()).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Stalled.class);
    Verdict.Stalled stalled = (Verdict.Stalled) verdict;
    assertThat(stalled.layer()).hasValue(1);
    assertThat(stalled.deadShare()).isEqualTo(1);
    assertThat(stalled.epoch()).isZero();
  }

  @Test
  void aToleranceOnTheLossEndsTheRunAsConverged() {
    TrainingSpec spec =
        withTolerance(new Tolerance(OptionalDouble.of(1e-6), OptionalDouble.empty()));
    TrainingOutcome outcome = run(spec, 1, 0);
    Verdict.Converged converged = (Verdict.Converged) outcome.verdict();
    assertThat(converged.quantity()).isEqualTo("loss");
    assertThat(outcome.history().lastEpoch()).isEqualTo(converged.epoch()).isLessThan(1000);
    assertThat(outcome.history().at("loss", converged.epoch() - 1)).isGreaterThan(1e-6);
    assertThat(converged.value()).isLessThanOrEqualTo(1e-6);
  }

  @Test
  void aToleranceOnTheGradientNormEndsTheRunAsConverged() {
    TrainingSpec spec =
        withTolerance(new Tolerance(OptionalDouble.empty(), OptionalDouble.of(1e-3)));
    Verdict.Converged converged = (Verdict.Converged) run(spec, 1, 0).verdict();
    assertThat(converged.quantity()).isEqualTo("gradient_norm");
    // The gradient (4, 2) · factorᵉ with factor 1 - 0.05 · 10 halves: √20 / 2ᵉ <= 1e-3 at e = 13,
    // and the update with it leads to epoch 14.
    assertThat(converged.epoch()).isEqualTo(14);
    assertThat(converged.value()).isEqualTo(Math.sqrt(20) / (1 << 13));
  }

  @Test
  void anInfiniteLossBelowTheToleranceIsNotConvergence() {
    TrainingSpec spec =
        TrainingSpec.of(new Loss.Output(Reduction.SUM), 1e308, 9)
            .with(Stopping.on().with(new Tolerance(OptionalDouble.of(0), OptionalDouble.empty())));
    assertThat(run(spec, 1, 0).verdict()).isInstanceOf(Verdict.Diverged.class);
  }

  @Test
  void snapshotsAreKeptForTheEpochsThatWereAskedFor() {
    TrainingTask task =
        new TrainingTask(spec(SQUARED, 0.05, 3), Deviations.NONE, List.of(), Set.of(0, 2, 9));
    Network network = network(1, 0, BiasMode.ON);
    TrainingOutcome outcome = new TrainingRun(task, network, one(), TrainingObserver.NONE).train();
    assertThat(outcome.snapshots()).containsOnlyKeys(0, 2);
    assertThat(outcome.snapshots().get(0).layers().get(0).weights().getEntry(0, 0)).isEqualTo(1);
    assertThat(outcome.snapshots().get(2).layers().get(0).weights().getEntry(0, 0))
        .isNotEqualTo(weight(outcome));
  }

  private static TrainingSpec spec(Loss loss, double rate, int epochs) {
    return TrainingSpec.of(loss, rate, epochs);
  }

  private static TrainingSpec withBatch(Batching batch, UpdateRule rule, double rate) {
    return TrainingSpec.of(SQUARED, rate, 1)
        .with(batch)
        .with(new Updates(rule))
        .with(Stopping.on(StopCondition.NON_FINITE));
  }

  private static TrainingSpec withTolerance(Tolerance tolerance) {
    return TrainingSpec.of(SQUARED, 0.05, 1000)
        .with(Stopping.on(StopCondition.NON_FINITE).with(tolerance));
  }

  private static TrainingOutcome run(TrainingSpec spec, double weight, double bias) {
    return train(spec, network(weight, bias, BiasMode.ON), one());
  }

  private static TrainingOutcome train(TrainingSpec spec, Network network, DataSet data) {
    TrainingTask task = new TrainingTask(spec, Deviations.NONE, List.of(), Set.of());
    return new TrainingRun(task, network, data, TrainingObserver.NONE).train();
  }

  private static Network network(double weight, double bias, BiasMode biases) {
    return new Network(List.of(new Activation.Identity()), biases, parameters(weight, bias));
  }

  private static Parameters parameters(double weight, double bias) {
    return new Parameters(
        List.of(
            new Parameters.Layer(
                MatrixUtils.createRealMatrix(new double[][] {{weight}}),
                MatrixUtils.createRealMatrix(new double[][] {{bias}}))));
  }

  private static double weight(TrainingOutcome outcome) {
    return outcome.finalParameters().layers().get(0).weights().getEntry(0, 0);
  }

  private static DataSet one() {
    return data(new double[][] {{2}}, new double[][] {{1}});
  }

  private static DataSet two() {
    return data(new double[][] {{1}, {2}}, new double[][] {{1}, {0}});
  }

  private static DataSet data(double[][] inputs, double[][] targets) {
    return DataSet.whole(
        new Samples(MatrixUtils.createRealMatrix(inputs), MatrixUtils.createRealMatrix(targets)));
  }
}
