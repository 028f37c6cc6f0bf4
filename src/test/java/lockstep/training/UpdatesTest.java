package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;
import lockstep.training.optimizer.Adam;
import lockstep.training.optimizer.Sgd;
import lockstep.training.schedule.Exponential;
import lockstep.training.schedule.Plateau;
import lockstep.training.schedule.StepDecay;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

/** Batches, optimizers, schedules, penalties and limits in a run, worked out by hand. */
class UpdatesTest {
  private static final Loss SUM = new Loss.MeanSquaredError(Reduction.SUM, true);
  private static final Loss MEAN = new Loss.MeanSquaredError(Reduction.MEAN, true);
  private static final double EXACTLY = 1e-15;

  @Test
  void theLastBatchHasWhatIsLeftAndAMeanIsOverItsOwnSamples() {
    // x = 1, 2, 3 and y = 0 with w = 1, in batches of two: the gradients of x²w² / 2 are
    // (1 + 4) / 2 · w, then 9 · w.
    TrainingSpec spec = spec(MEAN, 0.1, 1).with(new Batching.MiniBatches(2, false));
    assertThat(weight(run(spec, line(3)))).isEqualTo((1 - 0.25) * (1 - 0.9), within(EXACTLY));
  }

  @Test
  void batchesOfAllSamplesAreTheFullBatch() {
    TrainingSpec full = spec(MEAN, 0.1, 5);
    TrainingSpec batch = full.with(new Batching.MiniBatches(3, false));
    TrainingSpec larger = full.with(new Batching.MiniBatches(9, false));
    assertThat(weight(run(batch, line(3)))).isEqualTo(weight(run(full, line(3))));
    assertThat(weight(run(larger, line(3)))).isEqualTo(weight(run(full, line(3))));
  }

  @Test
  void batchesOfOneAreThePerSampleUpdates() {
    TrainingSpec one = spec(MEAN, 0.1, 3).with(Batching.PER_SAMPLE);
    // Each sample multiplies the weight by 1 - 0.1 · x².
    double expected = Math.pow(0.9 * 0.6 * 0.1, 3);
    assertThat(weight(run(one, line(3)))).isEqualTo(expected, within(EXACTLY));
  }

  @Test
  void runningLossIsThatOfEachSampleAsItIsMet() {
    // Losses x²w² / 2 with w = 1, 0.9, 0.9 · 0.6.
    double sum = (1 + 4 * 0.81 + 9 * 0.54 * 0.54) / 2;
    TrainingSpec spec = spec(SUM, 0.1, 1).with(Batching.PER_SAMPLE).withRunningLoss();
    History history = run(spec, line(3)).history();
    assertThat(history.at("running_loss", 0)).isNaN();
    assertThat(history.at("running_loss", 1)).isEqualTo(sum, within(EXACTLY));
    TrainingSpec mean = spec(MEAN, 0.1, 1).with(Batching.PER_SAMPLE).withRunningLoss();
    assertThat(run(mean, line(3)).history().at("running_loss", 1))
        .isEqualTo(sum / 3, within(EXACTLY));
  }

  @Test
  void runningLossOfUnequalBatchesGivesEverySampleTheSameWeight() {
    TrainingSpec spec =
        spec(MEAN, 1e-300, 1).with(new Batching.MiniBatches(2, false)).withRunningLoss();
    History history = run(spec, line(3)).history();
    assertThat(history.at("running_loss", 1)).isEqualTo(history.at("loss", 0), within(EXACTLY));
  }

  @Test
  void runningLossOfAFullBatchIsTheLossBefore() {
    History history = run(spec(MEAN, 0.1, 4).withRunningLoss(), line(3)).history();
    for (int epoch = 1; epoch <= 4; epoch++) {
      assertThat(history.at("running_loss", epoch)).isEqualTo(history.at("loss", epoch - 1));
    }
  }

  @Test
  void everyEpochTakesANewOrderFromItsOwnStream() {
    // w becomes w - rate · (w - y) for each y in turn: with the rate 1/2 the order can be read off.
    Samples samples = samples(new double[] {1, 1, 1}, new double[] {1, 2, 4});
    TrainingSpec spec = spec(SUM, 0.5, 2).with(new Batching.MiniBatches(1, true));
    double[] targets = {1, 2, 4};
    double expected = 1;
    Streams streams = streams(3);
    for (int epoch = 0; epoch < 2; epoch++) {
      for (int sample : streams.open(Purpose.SHUFFLE).permutation(3)) {
        expected -= 0.5 * (expected - targets[sample]);
      }
    }
    TrainingMeans means =
        new TrainingMeans(
            network(1), DataSet.whole(samples), Optional.of(streams(3)), TrainingObserver.NONE);
    assertThat(weight(new TrainingRun(task(spec), means).train())).isEqualTo(expected);
  }

  @Test
  void theRateOfAScheduleStandsInTheRowOfTheStateItLeadsAwayFrom() {
    TrainingSpec spec = scheduled(Scheduling.of(new StepDecay(2, 0.5)), Batching.FULL, 0.1);
    TrainingOutcome outcome = run(spec, line(1));
    assertThat(outcome.history().series("learning_rate")).containsExactly(0.1, 0.1, 0.05, 0.05);
    // θ is multiplied by 1 - rate for x = 1.
    assertThat(weight(outcome)).isEqualTo(0.9 * 0.9 * 0.95, within(EXACTLY));
  }

  @Test
  void aScheduleByTheUpdateChangesWithinAnEpoch() {
    Scheduling byUpdate = new Scheduling(new Exponential(0.5), Scheduling.Step.UPDATE);
    TrainingSpec spec = scheduled(byUpdate, Batching.PER_SAMPLE, 0.2).with(SHORT);
    TrainingOutcome outcome = run(spec, samples(new double[] {1, 1}, new double[] {0, 0}));
    assertThat(outcome.history().series("learning_rate")).startsWith(0.2, 0.05);
    assertThat(outcome.history().at("loss", 1)).isEqualTo(Math.pow(0.8 * 0.9, 2), within(EXACTLY));
  }

  private static final Stopping SHORT = Stopping.on();

  @Test
  void aPlateauLooksAtTheStatesThatWereReached() {
    Plateau.Waiting waiting = new Plateau.Waiting(0, 0.5, 0);
    Scheduling plateau = Scheduling.of(new Plateau("loss", false, 0.5, waiting, 0));
    History history = run(scheduled(plateau, Batching.FULL, 0.1), line(1)).history();
    // The first state that counts is that of epoch 1; the losses after it fall by 19 %, not by
    // half.
    assertThat(history.series("learning_rate")).containsExactly(0.1, 0.1, 0.05, 0.025);
  }

  @Test
  void withoutAScheduleThereIsNoColumnOfRates() {
    assertThat(run(spec(MEAN, 0.1, 1), line(1)).history().columns()).containsExactly("loss");
  }

  @Test
  void aPenaltyIsMinimisedAndShownApart() {
    // dL/dw = x²w = 1, and 0.5 · sign(w) + 0.25 · w: 1.75.
    Penalty penalty = new Penalty(0.5, 0.25, false);
    TrainingSpec spec = spec(SUM, 0.1, 1).with(Updates.DESCENT.with(penalty));
    TrainingOutcome outcome = run(spec, line(1));
    assertThat(weight(outcome)).isEqualTo(1 - 0.175, within(EXACTLY));
    assertThat(outcome.history().at("loss", 0)).isEqualTo(0.5);
    assertThat(outcome.history().at("penalty", 0)).isEqualTo(0.5 + 0.125);
  }

  @Test
  void aPenaltyIsOfMagnitudesAndHalfTheSquares() {
    // Weight -2 and bias 3: 0.5 · 2 + 0.25/2 · 4, and with the bias 0.5 · 3 + 0.25/2 · 9 more.
    Network network = new Network(IDENTITY, BiasMode.ON, parameters(-2, 3));
    assertThat(new Penalty(0.5, 0.25, false).of(network)).isEqualTo(1.5);
    assertThat(new Penalty(0.5, 0.25, true).of(network)).isEqualTo(1.5 + 2.625);
    assertThat(new Penalty(0.5, 0, true).of(network)).isEqualTo(2.5);
    assertThat(new Penalty(0, 0.25, true).of(network)).isEqualTo(1.625);
    Network frozen = new Network(IDENTITY, BiasMode.FROZEN, parameters(-2, 3));
    assertThat(new Penalty(0.5, 0.25, true).of(frozen)).isEqualTo(1.5);
  }

  @Test
  void aNormIsCutWithThePenaltysPartOfIt() {
    // x = 3, w = b = 1: (12, 4), and 3 · (1, 1) besides: (15, 7), cut at half of its norm.
    double norm = Math.sqrt(15 * 15 + 7 * 7);
    Updates updates = Updates.DESCENT.with(new Penalty(0, 3, true));
    TrainingSpec spec =
        TrainingSpec.of(SUM, 0.1, 1).with(updates.with(new Clipping.ByNorm(norm / 2))).with(SHORT);
    TrainingOutcome outcome = ofOneSample(spec);
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * 7.5, within(EXACTLY));
    assertThat(bias(outcome)).isEqualTo(1 - 0.1 * 3.5, within(EXACTLY));
  }

  @Test
  void biasesArePenalisedOnlyIfSoStated() {
    Loss none = new Loss.Output(Reduction.SUM);
    for (boolean biases : new boolean[] {false, true}) {
      Penalty penalty = new Penalty(0, 0.5, biases);
      TrainingSpec spec =
          TrainingSpec.of(none, 0.1, 1).with(Updates.DESCENT.with(penalty)).with(SHORT);
      Network network = new Network(IDENTITY, BiasMode.ON, parameters(1, 2));
      new TrainingRun(task(spec), network, data(line(1)), TrainingObserver.NONE).train();
      double bias = network.parameters().layers().get(0).biases().getEntry(0, 0);
      // The output's own derivative by the bias is 1, the penalty's 0.5 · 2.
      assertThat(bias).isEqualTo(2 - 0.1 * (biases ? 2 : 1), within(EXACTLY));
    }
  }

  @Test
  void thePenaltyOfZeroHasNoSlopeByItsMagnitude() {
    TrainingSpec spec = spec(SUM, 0.1, 1).with(Updates.DESCENT.with(new Penalty(0.5, 0, false)));
    Network network = new Network(IDENTITY, BiasMode.FROZEN, parameters(0, 0));
    assertThat(
            weight(
                new TrainingRun(task(spec), network, data(line(1)), TrainingObserver.NONE).train()))
        .isZero();
  }

  @Test
  void aGradientAboveTheNormKeepsItsDirection() {
    // The gradient (3 · 4, 4) of weight and bias for x = 3 has the norm √160; cut at half of it.
    double norm = Math.sqrt(160);
    TrainingOutcome outcome = clipped(new Clipping.ByNorm(norm / 2));
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * 6, within(EXACTLY));
    assertThat(bias(outcome)).isEqualTo(1 - 0.1 * 2, within(EXACTLY));
  }

  @Test
  void aGradientBelowTheNormIsTakenAsItIs() {
    TrainingOutcome outcome = clipped(new Clipping.ByNorm(100));
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * 12, within(EXACTLY));
    assertThat(bias(outcome)).isEqualTo(1 - 0.1 * 4, within(EXACTLY));
  }

  @Test
  void elementsAboveTheValueAreCutOneByOne() {
    TrainingOutcome outcome = clipped(new Clipping.ByValue(5));
    assertThat(weight(outcome)).isEqualTo(1 - 0.1 * 5, within(EXACTLY));
    assertThat(bias(outcome)).isEqualTo(1 - 0.1 * 4, within(EXACTLY));
    TrainingOutcome lower = clipped(new Clipping.ByValue(3));
    assertThat(weight(lower)).isEqualTo(1 - 0.1 * 3, within(EXACTLY));
    assertThat(bias(lower)).isEqualTo(1 - 0.1 * 3, within(EXACTLY));
  }

  @Test
  void aToleranceOnTheGradientSeesItBeforeItIsCutAndWithThePenalty() {
    Tolerance tolerance = new Tolerance(OptionalDouble.empty(), OptionalDouble.of(0.5));
    Stopping stopping = Stopping.on().with(tolerance);
    Updates cut = Updates.DESCENT.with(new Clipping.ByNorm(0.1));
    TrainingSpec spec = spec(SUM, 0.1, 3).with(cut).with(stopping);
    assertThat(run(spec, line(1)).verdict()).isEqualTo(new Verdict.Completed());
    // With w = 1 the loss has the gradient 1, the penalty 1000: the sum is no convergence either.
    Updates penalised = Updates.DESCENT.with(new Penalty(0, 1000, false));
    TrainingSpec heavy = spec(SUM, 1e-9, 1).with(penalised).with(stopping);
    assertThat(run(heavy, line(1)).verdict()).isEqualTo(new Verdict.Completed());
  }

  @Test
  void everyLayerAndBiasHasAStateOfItsOwn() {
    // Adam's first step is the rate for every parameter, whatever its gradient.
    TrainingSpec spec = spec(SUM, 0.01, 1).with(Updates.by(Adam.DEFAULT));
    Parameters.Layer first =
        new Parameters.Layer(
            MatrixUtils.createRealMatrix(new double[][] {{1, 2}}),
            MatrixUtils.createRealMatrix(new double[][] {{0.5, 0.25}}));
    Parameters.Layer second =
        new Parameters.Layer(
            MatrixUtils.createRealMatrix(new double[][] {{3}, {1}}),
            MatrixUtils.createRealMatrix(new double[][] {{1}}));
    List<Activation> identities = List.of(new Activation.Identity(), new Activation.Identity());
    Parameters initial = new Parameters(List.of(first, second));
    Network network = new Network(identities, BiasMode.ON, initial);
    Parameters end =
        new TrainingRun(task(spec), network, data(line(1)), TrainingObserver.NONE)
            .train()
            .finalParameters();
    double[] start = flat(initial);
    double[] moved = flat(end);
    for (int i = 0; i < start.length; i++) {
      assertThat(moved[i]).isEqualTo(start[i] - 0.01, within(1e-10));
    }
  }

  @Test
  void momentumGoesOnFromBatchToBatch() {
    TrainingSpec spec =
        spec(SUM, 0.1, 1).with(Updates.by(new Sgd(0.5, 0, false, 0))).with(Batching.PER_SAMPLE);
    // x = 1 twice: v = 1, w = 0.9; v = 0.5 + 0.9, w = 0.9 - 0.14.
    TrainingOutcome outcome = run(spec, samples(new double[] {1, 1}, new double[] {0, 0}));
    assertThat(weight(outcome)).isEqualTo(0.76, within(EXACTLY));
  }

  private static double[] flat(Parameters parameters) {
    return parameters.layers().stream()
        .flatMap(layer -> List.of(layer.weights(), layer.biases()).stream())
        .flatMapToDouble(matrix -> Arrays.stream(matrix.getData()).flatMapToDouble(Arrays::stream))
        .toArray();
  }

  private static final List<Activation> IDENTITY = List.of(new Activation.Identity());

  private static TrainingOutcome clipped(Clipping clipping) {
    TrainingSpec spec =
        TrainingSpec.of(SUM, 0.1, 1).with(Updates.DESCENT.with(clipping)).with(SHORT);
    return ofOneSample(spec);
  }

  /** From the weight and bias 1, with x = 3 and y = 0. */
  private static TrainingOutcome ofOneSample(TrainingSpec spec) {
    Network network = new Network(IDENTITY, BiasMode.ON, parameters(1, 1));
    Samples samples = samples(new double[] {3}, new double[] {0});
    return new TrainingRun(task(spec), network, data(samples), TrainingObserver.NONE).train();
  }

  private static TrainingSpec scheduled(Scheduling scheduling, Batching batching, double rate) {
    return spec(SUM, rate, 3).with(batching).with(Updates.DESCENT.with(scheduling));
  }

  private static TrainingSpec spec(Loss loss, double rate, int epochs) {
    return TrainingSpec.of(loss, rate, epochs);
  }

  private static TrainingTask task(TrainingSpec spec) {
    return new TrainingTask(spec, Deviations.NONE, List.of(), Set.of());
  }

  private static TrainingOutcome run(TrainingSpec spec, Samples samples) {
    return new TrainingRun(task(spec), network(1), data(samples), TrainingObserver.NONE).train();
  }

  private static DataSet data(Samples samples) {
    return DataSet.whole(samples);
  }

  private static Network network(double weight) {
    return new Network(IDENTITY, BiasMode.OFF, parameters(weight, 0));
  }

  private static Parameters parameters(double weight, double bias) {
    return new Parameters(
        List.of(
            new Parameters.Layer(
                MatrixUtils.createRealMatrix(new double[][] {{weight}}),
                MatrixUtils.createRealMatrix(new double[][] {{bias}}))));
  }

  /** The inputs 1, 2, ... with the target 0. */
  private static Samples line(int count) {
    return samples(IntStream.rangeClosed(1, count).asDoubleStream().toArray(), new double[count]);
  }

  private static Samples samples(double[] inputs, double[] targets) {
    return new Samples(
        MatrixUtils.createColumnRealMatrix(inputs), MatrixUtils.createColumnRealMatrix(targets));
  }

  private static Streams streams(long seed) {
    return new Streams(
        RandomAlgorithm.NUMPY, Map.of(Purpose.SHUFFLE, new StreamSpec.Seeded(seed, 0)));
  }

  private static double weight(TrainingOutcome outcome) {
    return outcome.finalParameters().layers().get(0).weights().getEntry(0, 0);
  }

  private static double bias(TrainingOutcome outcome) {
    return outcome.finalParameters().layers().get(0).biases().getEntry(0, 0);
  }
}
