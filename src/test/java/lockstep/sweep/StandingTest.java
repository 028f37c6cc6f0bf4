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
      standings.add(new Standing(standings.size(), Place.MEASURED, 0, value));
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
            new Standing(0, Place.DIVERGED, 1, -1),
            new Standing(1, Place.MEASURED, 0, 100),
            new Standing(2, Place.DIVERGED, 1, Double.NaN),
            new Standing(3, Place.MEASURED, 0, 200));
    assertThat(Standing.best(standings, keep(0.5))).containsExactly(1, 3);
    assertThat(Standing.best(standings, keep(0.75))).containsExactly(0, 1, 3);
  }

  @Test
  void failedOnesNeverGoOn() {
    List<Standing> standings =
        List.of(
            new Standing(0, Place.FAILED, 1, Double.NaN),
            new Standing(1, Place.FAILED, 1, Double.NaN));
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
  void whatLostFewerRepeatsGoesFirst() {
    List<Standing> standings =
        List.of(
            new Standing(0, Place.MEASURED, 2, 1),
            new Standing(1, Place.MEASURED, 0, 100),
            new Standing(2, Place.MEASURED, 1, 5));
    assertThat(Standing.best(standings, keep(0.3))).containsExactly(1);
    assertThat(Standing.best(standings, keep(0.6))).containsExactly(1, 2);
  }

  private static Standing standing(String metric, TrialRecord... repeats) {
    return Standing.of(7, List.of(repeats), metric);
  }

  @Test
  void aRecordThatDivergedOrHasNoFiniteValueStandsLast() {
    TrialRecord diverged = Sweeps.record(1);
    TrialRecord failed = Sweeps.failure("a bug");
    TrialRecord completed = Sweeps.record(1).endedBy(Ending.of(new Verdict.Completed()));
    assertThat(standing("accuracy", diverged).place()).isEqualTo(Place.DIVERGED);
    assertThat(standing("accuracy", completed)).isEqualTo(new Standing(7, Place.MEASURED, 0, 1));
    assertThat(standing("loss", completed).place()).isEqualTo(Place.DIVERGED);
    assertThat(standing("loss", failed).place()).isEqualTo(Place.FAILED);
    assertThat(standing("accuracy", failed, completed, diverged))
        .isEqualTo(new Standing(7, Place.MEASURED, 2, 1));
    assertThat(standing("accuracy", failed, diverged).place()).isEqualTo(Place.DIVERGED);
  }
}
