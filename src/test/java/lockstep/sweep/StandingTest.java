package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lockstep.config.Halving;
import lockstep.sweep.Standing.Place;
import lockstep.training.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes on at a rung, by hand. */
class StandingTest {

  private static List<Standing> measured(double... values) {
    List<Standing> standings = new ArrayList<>();
    for (double value : values) {
      standings.add(new Standing(standings.size(), Place.MEASURED, value));
    }
    return standings;
  }

  private static Halving keep(double share) {
    return new Halving("loss", List.of(1), share);
  }

  @Test
  void theLowestLossesGoOn() {
    assertThat(Standing.best(measured(3, 1, 4, 1.5, 9), keep(0.4))).containsExactly(1, 3);
  }

  @Test
  void theHighestAccuraciesGoOn() {
    Halving halving = new Halving("test_accuracy", List.of(1), 0.5);
    assertThat(Standing.best(measured(0.1, 0.9, 0.5, 0.7), halving)).containsExactly(1, 3);
  }

  @Test
  void ofEqualOnesTheEarlierGoOn() {
    assertThat(Standing.best(measured(1, 1, 1, 1), keep(0.5))).containsExactly(0, 1);
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    assertThat(Standing.best(measured(0.0, -0.0), keep(0.5))).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 0.1, 3",
    "10, 0.25, 3",
    "1, 0.01, 1",
    "3, 0.34, 2",
    "100, 0.07, 7",
    "1000, 0.7, 700"
  })
  void theShareIsRoundedUpAsItIsWritten(int trials, double share, int expected) {
    double[] values = new double[trials];
    assertThat(Standing.best(measured(values), keep(share))).hasSize(expected);
  }

  @Test
  void divergedOnesAreLastWhateverTheirValue() {
    List<Standing> standings =
        List.of(
            new Standing(0, Place.DIVERGED, -1),
            new Standing(1, Place.MEASURED, 100),
            new Standing(2, Place.DIVERGED, Double.NaN),
            new Standing(3, Place.MEASURED, 200));
    assertThat(Standing.best(standings, keep(0.5))).containsExactly(1, 3);
    assertThat(Standing.best(standings, keep(0.75))).containsExactly(0, 1, 3);
  }

  @Test
  void failedOnesNeverGoOn() {
    List<Standing> standings =
        List.of(
            new Standing(0, Place.FAILED, Double.NaN), new Standing(1, Place.FAILED, Double.NaN));
    assertThat(Standing.best(standings, keep(0.5))).isEmpty();
  }

  @Test
  void theOrderInWhichTheyComeDoesNotMatter() {
    List<Standing> standings = measured(5, 3, 3, 8, 1, 3, 2, 2);
    List<Standing> reversed = new ArrayList<>(standings);
    Collections.reverse(reversed);
    assertThat(Standing.best(reversed, keep(0.5)))
        .containsExactly(Standing.best(standings, keep(0.5)))
        .containsExactly(1, 4, 6, 7);
  }

  @Test
  void aRecordThatDivergedOrHasNoFiniteValueStandsLast() {
    assertThat(Standing.of(0, Sweeps.record(1), "accuracy").place()).isEqualTo(Place.DIVERGED);
    TrialRecord completed = Sweeps.record(1).endedBy(Ending.of(new Verdict.Completed()));
    assertThat(Standing.of(0, completed, "accuracy")).isEqualTo(new Standing(0, Place.MEASURED, 1));
    assertThat(Standing.of(0, completed, "loss").place()).isEqualTo(Place.DIVERGED);
    assertThat(Standing.of(0, Sweeps.failure("a bug"), "loss").place()).isEqualTo(Place.FAILED);
  }
}
