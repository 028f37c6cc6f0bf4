package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The table of verdicts: which one is given where several would fit. */
class RunFactsTest {
  private static final Verdict.Converged BY_LOSS =
      new Verdict.Converged(7, Verdict.Converged.LOSS, 0.1, 0.2);
  private static final Verdict.Converged BY_GRADIENT =
      new Verdict.Converged(7, Verdict.Converged.GRADIENT_NORM, 0, 1e-6);
  private static final Optional<RunFacts.Vanishing> VANISHED =
      Optional.of(new RunFacts.Vanishing(3, 0, 5));
  private static final RunFacts.DeadLayer DEAD = new RunFacts.DeadLayer(2, 0.75);
  private static final RunFacts.DeadLayer ALIVE = new RunFacts.DeadLayer(1, 0);

  @Test
  void nothingSpecialIsCompleted() {
    assertThat(facts(1, Optional.empty(), Optional.empty(), ALIVE).verdict())
        .isEqualTo(new Verdict.Completed());
  }

  @Test
  void whatIsNotFiniteIsDivergedWhateverElseHappened() {
    RunFacts facts =
        facts(
            0.5,
            Optional.of(BY_LOSS),
            VANISHED,
            DEAD,
            StopCondition.REBOUNDED,
            StopCondition.NON_FINITE);
    assertThat(facts.verdict()).isEqualTo(diverged(StopCondition.NON_FINITE));
  }

  @Test
  void aToleranceThatIsReachedAfterAReboundIsConverged() {
    RunFacts facts =
        facts(0.5, Optional.of(BY_LOSS), Optional.empty(), ALIVE, StopCondition.REBOUNDED);
    assertThat(facts.verdict()).isEqualTo(BY_LOSS);
  }

  @Test
  void theGraverDivergenceIsTold() {
    RunFacts facts =
        facts(
            9,
            Optional.empty(),
            Optional.empty(),
            ALIVE,
            StopCondition.REBOUNDED,
            StopCondition.EXPLODED);
    assertThat(facts.verdict()).isEqualTo(diverged(StopCondition.EXPLODED));
  }

  @Test
  void aGradientThatIsCutOffByDeadUnitsIsNoConvergence() {
    assertThat(facts(1, Optional.of(BY_GRADIENT), VANISHED, DEAD).verdict())
        .isEqualTo(new Verdict.Stalled(3, OptionalInt.of(2), 0.75, 0, 5));
  }

  @Test
  void aVanishedGradientAfterARealImprovementIsConvergedEvenWithDeadUnits() {
    assertThat(facts(0.5, Optional.of(BY_GRADIENT), VANISHED, DEAD).verdict())
        .isEqualTo(BY_GRADIENT);
  }

  @Test
  void aVanishedGradientWithoutDeadUnitsMayBeAnOptimumFromTheStart() {
    assertThat(facts(1, Optional.of(BY_GRADIENT), VANISHED, ALIVE).verdict())
        .isEqualTo(BY_GRADIENT);
  }

  @Test
  void withoutAToleranceAVanishedGradientAndNoImprovementIsStalled() {
    assertThat(facts(0.995, Optional.empty(), VANISHED, ALIVE).verdict())
        .isEqualTo(new Verdict.Stalled(3, OptionalInt.empty(), 0, 0, 5));
  }

  @Test
  void aRunThatImprovedAndThenStoodStillIsCompleted() {
    assertThat(facts(0.98, Optional.empty(), VANISHED, DEAD).verdict())
        .isEqualTo(new Verdict.Completed());
  }

  @Test
  void whatElseEndedTheRunCountsWhereNothingGraverWasSeen() {
    Verdict early = new Verdict.NoBetter(9, "loss", 3, 0.5, 6);
    RunFacts facts = facts(0.5, Optional.empty(), Optional.empty(), ALIVE);
    assertThat(interrupted(facts, early).verdict()).isEqualTo(early);
    RunFacts stuck = facts(1, Optional.empty(), VANISHED, ALIVE);
    assertThat(interrupted(stuck, early).verdict()).isInstanceOf(Verdict.Stalled.class);
    RunFacts back = facts(2, Optional.empty(), Optional.empty(), ALIVE, StopCondition.REBOUNDED);
    assertThat(interrupted(back, early).verdict()).isInstanceOf(Verdict.Diverged.class);
  }

  private static RunFacts interrupted(RunFacts facts, Verdict by) {
    return new RunFacts(
        facts.initialLoss(),
        facts.lastLoss(),
        facts.divergences(),
        facts.convergence(),
        Optional.of(by),
        facts.vanishing(),
        facts.deadest());
  }

  private static RunFacts facts(
      double lastLoss,
      Optional<Verdict> convergence,
      Optional<RunFacts.Vanishing> vanishing,
      RunFacts.DeadLayer deadest,
      StopCondition... signs) {
    Map<StopCondition, Verdict.Diverged> divergences = new EnumMap<>(StopCondition.class);
    for (StopCondition sign : signs) {
      divergences.put(sign, diverged(sign));
    }
    return new RunFacts(
        1, lastLoss, divergences, convergence, Optional.empty(), vanishing, deadest);
  }

  private static Verdict.Diverged diverged(StopCondition cause) {
    return new Verdict.Diverged(
        cause, 4, OptionalInt.empty(), 9, 1, 0.5, 2, OptionalDouble.empty());
  }
}
