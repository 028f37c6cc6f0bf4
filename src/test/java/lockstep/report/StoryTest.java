package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lockstep.experiment.TrialResult;
import lockstep.training.History;
import lockstep.training.StopCondition;
import lockstep.training.TrainingOutcome;
import lockstep.training.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

  private static Story story(Verdict verdict, double... loss) {
    ReportInput example = Examples.sine();
    TrialResult result = example.result();
    List<double[]> rows = DoubleStream.of(loss).mapToObj(value -> new double[] {value}).toList();
    History history = new History(List.of("loss"), rows);
    TrialResult changed =
        new TrialResult(
            result.spec(),
            result.data(),
            new TrainingOutcome(history, verdict, result.finalParameters(), Map.of()));
    return new Story(
        new ReportInput(changed, List.of(), example.configuration(), example.network()));
  }

  private static Verdict.Diverged diverged(StopCondition cause, double loss, OptionalInt layer) {
    return new Verdict.Diverged(cause, 2, layer, loss, 10, 8, 1, OptionalDouble.empty());
  }

  @Test
  void tellsARebound() {
    Verdict verdict = diverged(StopCondition.REBOUNDED, 12.5, OptionalInt.empty());
    Story story = story(verdict, 10, 8, 12.5, 11);
    assertThat(story.verdict())
        .isEqualTo(
            "**Diverged** (rebounded): after falling to 8.0 at epoch 1 the loss rose to 12.5 at epoch"
                + " 2, above the 10.0 it started from.");
    assertThat(story.course())
        .contains("Before epoch 2 the loss had not risen in the only update.")
        .contains("rose in 1 of 2 updates.")
        .contains("the learning rate of 0.01 was too large. With `analysis: {stability:")
        .contains("the report tells how the largest stable rate moved.")
        .endsWith("`search: {largest_stable: {low: 0.0001, high: 0.01}}` finds.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10, 11, 20      | Before epoch 2 the loss had risen in the only update.",
        "10, 8, 7, 20    | Before epoch 3 the loss had not risen in any of 2 updates.",
        "10, 8, 9, 20    | Before epoch 3 the loss had risen in 1 of 2 updates.",
      })
  void countsTheRisesBeforeADivergence(String losses, String sentence) {
    double[] loss = Stream.of(losses.split(", ")).mapToDouble(Double::parseDouble).toArray();
    int last = loss.length - 1;
    Verdict verdict =
        new Verdict.Diverged(
            StopCondition.EXPLODED,
            last,
            OptionalInt.empty(),
            loss[last],
            10,
            8,
            1,
            OptionalDouble.empty());
    assertThat(story(verdict, loss).course()).contains(sentence);
  }

  @Test
  void tellsAnExplosion() {
    Verdict verdict = diverged(StopCondition.EXPLODED, 2e9, OptionalInt.empty());
    assertThat(story(verdict, 10, 8, 2e9).verdict())
        .isEqualTo(
            "**Diverged** (exploded): at epoch 2 the loss was 2e9, more than 1000 times the 10 it"
                + " started from.");
  }

  @Test
  void tellsWhereNumbersCeaseToBeFinite() {
    Verdict verdict = diverged(StopCondition.NON_FINITE, Double.NaN, OptionalInt.of(2));
    assertThat(story(verdict, 10, 8, Double.NaN).verdict())
        .isEqualTo(
            "**Diverged** (non-finite): at epoch 2 the loss was NaN; layer 2 is the first with such"
                + " a value.");
    Verdict parameter = diverged(StopCondition.NON_FINITE, 9, OptionalInt.of(1));
    assertThat(story(parameter, 10, 8, 9).verdict())
        .contains("a parameter was not finite (the loss was 9); layer 1");
  }

  @Test
  void tellsWhichLayerIsDead() {
    Verdict verdict = new Verdict.Stalled(1, OptionalInt.of(2), 1, 0, 3.5);
    Story story = story(verdict, 693.14, 693.15);
    assertThat(story.verdict())
        .isEqualTo(
            "**Stalled**: the gradient vanished at epoch 1, where layer 2 is dead (100 % of its"
                + " units are inactive on every sample); the loss, 693.15, is no better than the"
                + " 693.14 at the start.");
    assertThat(story.course()).contains("norm was 3.5 at the start and 0 at the end");
  }

  @Test
  void tellsWhichToleranceWasReached() {
    assertThat(story(new Verdict.Converged(1, "loss", 0.0009, 0.001), 1, 0.0009).verdict())
        .isEqualTo(
            "**Converged**: the loss reached 0.0009 at epoch 1, within the stated tolerance of"
                + " 0.001.");
    assertThat(story(new Verdict.Converged(1, "gradient_norm", 1e-9, 1e-8), 1, 0).verdict())
        .contains("the norm of the gradient reached 1e-9");
  }

  @Test
  void tellsWhereACompletedRunWent() {
    Verdict completed = new Verdict.Completed();
    assertThat(story(completed, 1, 0.5).verdict()).contains("in 1 epoch the loss fell from 1.0");
    assertThat(story(completed, 1, 2).verdict()).contains("rose from 1 to 2.");
    assertThat(story(completed, 1, 1).verdict()).contains("the loss stayed at 1.");
    assertThat(story(completed, 3).verdict()).contains("the untrained network's loss is 3.");
  }

  @Test
  void tellsThatTrainingStoppedEarly() {
    assertThat(story(new Verdict.Converged(1, "loss", 0, 0), 1, 0).course())
        .endsWith("Training stopped at epoch 1, 2 epochs before its end.");
  }

  @Test
  void tellsThatTheLossAloneOverflowed() {
    double infinite = Double.POSITIVE_INFINITY;
    Verdict verdict = diverged(StopCondition.NON_FINITE, infinite, OptionalInt.empty());
    assertThat(story(verdict, 10, 8, infinite).verdict())
        .isEqualTo(
            "**Diverged** (non-finite): at epoch 2 the loss was Infinity, although all weights,"
                + " biases and weighted sums were finite.");
  }

  @Test
  void everyVerdictIsToldByItsOwnWord() {
    List<Verdict> verdicts =
        List.of(
            new Verdict.Converged(1, "loss", 0.5, 0.5),
            new Verdict.Reached(1, "loss", 0.4, 0.5),
            new Verdict.NoBetter(2, "loss", 1, 8, 1),
            new Verdict.OutOfTime(2, 10),
            new Verdict.Completed(),
            new Verdict.Stalled(1, OptionalInt.empty(), 0, 0, 1),
            diverged(StopCondition.REBOUNDED, 12, OptionalInt.empty()));
    assertThat(verdicts.stream().<Class<?>>map(Verdict::getClass))
        .containsExactlyInAnyOrder(Verdict.class.getPermittedSubclasses());
    for (Verdict verdict : verdicts) {
      assertThat(story(verdict, 10, 8, 12).verdict())
          .startsWith("**" + Story.capital(verdict.word().replace('_', ' ')) + "**");
    }
  }

  @Test
  void tellsWhatEndedARunBeforeItsLastEpoch() {
    assertThat(story(new Verdict.Reached(1, "loss", 0.4, 0.5), 10, 0.4).verdict())
        .isEqualTo("**Converged**: the loss reached 0.4 at epoch 1; the stated target is 0.5.");
    assertThat(story(new Verdict.NoBetter(2, "loss", 1, 8, 1), 10, 8, 12).verdict())
        .isEqualTo(
            "**Converged**: early stopping at epoch 2, as the loss had become no better for 1 epoch"
                + " than 8 at epoch 1.");
    assertThat(story(new Verdict.OutOfTime(2, 10), 10, 8, 12).verdict())
        .isEqualTo(
            "**Out of time**: the stated 10 seconds were over at epoch 2; in 2 epochs the loss rose"
                + " from 10 to 12.");
  }
}
