package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
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

/** Early stopping, targets and limits of time, in runs whose losses are known. */
class StoppingTest {
  private static final Loss SQUARED = new Loss.MeanSquaredError(Reduction.SUM, true);

  /**
   * The weight goes from 0 to the training target 8 in halves of what is left: 4, 6, 7, 7.5, ...
   * The validation target is 6, so that epoch 2 is the best.
   */
  private static TrainingOutcome run(Stopping stopping, int epochs) {
    TrainingSpec spec = TrainingSpec.of(SQUARED, 0.5, epochs).with(stopping);
    DataSet data = new DataSet(sample(8), Optional.of(sample(6)), Optional.empty());
    TrainingTask task = new TrainingTask(spec, Deviations.NONE, List.of(), Set.of());
    return new TrainingRun(task, network(), data, TrainingObserver.NONE).train();
  }

  private static Network network() {
    Parameters initial = new Parameters(List.of(new Parameters.Layer(matrix(0), matrix(0))));
    return new Network(List.of(new Activation.Identity()), BiasMode.OFF, initial);
  }

  private static RealMatrix matrix(double value) {
    return MatrixUtils.createRealMatrix(new double[][] {{value}});
  }

  private static Samples sample(double target) {
    return new Samples(matrix(1), matrix(target));
  }

  private static double weight(TrainingOutcome outcome) {
    return outcome.finalParameters().layers().get(0).weights().getEntry(0, 0);
  }

  private static Stopping early(int patience, double improvement, boolean restore) {
    return Stopping.DEFAULT.with(
        new EarlyStopping("validation_loss", patience, improvement, restore));
  }

  @Test
  void stopsWhenThePatienceIsOverAndRestoresTheBestParameters() {
    TrainingOutcome outcome = run(early(3, 0, true), 100);
    assertThat(outcome.history().lastEpoch()).isEqualTo(5);
    assertThat(outcome.history().finalEpoch()).isEqualTo(2);
    assertThat(weight(outcome)).isEqualTo(6);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.NoBetter(5, "validation_loss", 3, 0, 2));
    assertThat(outcome.verdict().word()).isEqualTo("converged");
  }

  @Test
  void keepsTheLastParametersIfSoStated() {
    TrainingOutcome outcome = run(early(3, 0, false), 100);
    assertThat(outcome.history().finalEpoch()).isEqualTo(5);
    assertThat(weight(outcome)).isEqualTo(7.75);
  }

  @Test
  void theBestParametersAreRestoredAtTheEndOfAllEpochsToo() {
    TrainingOutcome outcome = run(early(50, 0, true), 10);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Completed());
    assertThat(outcome.history().lastEpoch()).isEqualTo(10);
    assertThat(outcome.history().finalEpoch()).isEqualTo(2);
    assertThat(weight(outcome)).isEqualTo(6);
  }

  @Test
  void anImprovementBelowTheLeastOneDoesNotCount() {
    // The losses are 18, 2, 0, ...: from 18 to 2 is 16, from 2 to 0 is not more than 2.
    TrainingOutcome outcome = run(early(2, 2, true), 100);
    assertThat(outcome.history().finalEpoch()).isEqualTo(1);
    assertThat(outcome.history().lastEpoch()).isEqualTo(3);
  }

  @Test
  void theTrainingLossCanBeLookedAtToo() {
    Stopping stopping = Stopping.DEFAULT.with(new EarlyStopping("loss", 2, 1, true));
    // The losses are 32, 8, 2, 0.5, 0.125: after epoch 3 none is better by more than 1.
    assertThat(run(stopping, 100).history().lastEpoch()).isEqualTo(5);
  }

  @Test
  void aTargetThatIsReachedIsConvergence() {
    Stopping stopping = Stopping.DEFAULT.with(new Target("validation_loss", 2));
    TrainingOutcome outcome = run(stopping, 100);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Reached(1, "validation_loss", 2, 2));
    assertThat(outcome.verdict().word()).isEqualTo("converged");
    assertThat(outcome.history().lastEpoch()).isEqualTo(1);
  }

  @Test
  void aTargetOfAnAccuracyIsReachedFromBelow() {
    Goal accuracy = new Goal(new Target("accuracy", 0.9), List.of("loss", "accuracy"));
    assertThat(accuracy.isReachedBy(new double[] {9, 0.95})).isTrue();
    assertThat(accuracy.isReachedBy(new double[] {0, 0.85})).isFalse();
    Goal loss = new Goal(new Target("loss", 0.9), List.of("loss", "accuracy"));
    assertThat(loss.isReachedBy(new double[] {0.85, 0})).isTrue();
    assertThat(loss.isReachedBy(new double[] {Double.NaN, 1})).isFalse();
  }

  @Test
  void earlyStoppingTakesAnyNumberForBetterThanNone() {
    double[] values = {Double.NaN, 0.1, Double.NaN, 0.15, 0.3, 0.2, 0.1};
    EarlyStopping rule = new EarlyStopping("accuracy", 2, 0.1, false);
    Progress progress = new Progress(rule, List.of("accuracy"), network());
    int epoch = 0;
    while (epoch < values.length && !progress.isOver(epoch, new double[] {values[epoch]})) {
      epoch++;
    }
    // Better are 0.1 after NaN, and nothing up to 0.15, which is 2 epochs after.
    assertThat(epoch).isEqualTo(3);
    assertThat(progress.verdict()).isEqualTo(new Verdict.NoBetter(3, "accuracy", 2, 0.1, 1));
  }

  @Test
  void aRunEndsWithTheEpochInWhichItsTimeIsOver() {
    TrainingOutcome outcome = run(Stopping.DEFAULT.within(1e-9), 100);
    assertThat(outcome.history().lastEpoch()).isZero();
    assertThat(outcome.verdict()).isEqualTo(new Verdict.OutOfTime(0, 1e-9));
    assertThat(outcome.verdict().word()).isEqualTo("out_of_time");
    assertThat(Stopping.DEFAULT.within(1e-9).isReproducible()).isFalse();
    assertThat(Stopping.DEFAULT.isReproducible()).isTrue();
  }

  @Test
  void timeEnoughChangesNothing() {
    TrainingOutcome outcome = run(Stopping.DEFAULT.within(1e9), 7);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Completed());
    assertThat(outcome.history()).isEqualTo(run(Stopping.DEFAULT, 7).history());
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new EarlyStopping("loss", 0, 0, true),
            () -> new EarlyStopping("loss", 1, Double.NaN, true),
            () -> new Target("loss", Double.NaN),
            () -> Stopping.DEFAULT.within(0),
            () -> new Clipping.ByNorm(0),
            () -> new Clipping.ByValue(Double.NaN),
            () -> new Penalty(-1, 0, false),
            () -> new Batching.MiniBatches(0, false));
    for (Runnable one : wrong) {
      assertThatIllegalArgumentException().isThrownBy(one::run);
    }
  }
}
