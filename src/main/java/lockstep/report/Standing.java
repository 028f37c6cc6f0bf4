package lockstep.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.statistics.Interval;
import lockstep.statistics.Sample;

/**
 * A configuration with the results of its repeats.
 *
 * @param configuration which one, from 0
 * @param outcomes how many of its trials had which outcome
 * @param values the ranking metric of each repeat that was trained to its end and has a finite one
 * @param lastEpoch the last epoch that any repeat reached
 * @param folds the cross-validation that its repeats are of
 */
record Standing(
    int configuration,
    Map<Outcome, Integer> outcomes,
    List<Optional<Double>> values,
    int lastEpoch,
    FoldCount folds) {
  private static final double CONFIDENCE = 0.95;

  /** A class of configurations; those of a later class are ranked after all of an earlier one. */
  enum Tier {
    /** Every repeat that could be done was trained to its end. */
    FINISHED,
    /** Some repeats were ended early. */
    PARTLY_PRUNED,
    /** Some repeats diverged. */
    PARTLY_DIVERGED,
    /** No repeat was trained to its end, as others were better. */
    PRUNED,
    /** No repeat has a number to rank: all diverged. */
    DIVERGED,
    /** No repeat could be done. */
    FAILED
  }

  /** The standing of a configuration. */
  static Standing of(SweepInput input, Survey survey, String metric, int configuration) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    List<Optional<Double>> values = new ArrayList<>();
    int lastEpoch = 0;
    for (int repeat = 0; repeat < input.repeats(); repeat++) {
      int trial = input.trial(configuration, repeat);
      Outcome outcome = survey.outcome(trial);
      double value = survey.last(metric, trial);
      boolean counts = outcome.whole() && Double.isFinite(value);
      values.add(counts ? Optional.of(value) : Optional.empty());
      outcomes.merge(outcome, 1, Integer::sum);
      lastEpoch = Math.max(lastEpoch, survey.lastEpoch(trial));
    }
    return new Standing(configuration, outcomes, values, lastEpoch, input.folds());
  }

  /** How many trials had an outcome. */
  int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  int repeats() {
    return values.size();
  }

  /** The numbers that are averaged. */
  Sample sample() {
    return new Sample(values.stream().flatMap(Optional::stream).toList());
  }

  OptionalDouble mean() {
    return sample().mean();
  }

  /**
   * The 95 % t interval of the mean, in a cross-validation that of runs that share training
   * samples; empty for fewer than two numbers.
   */
  Optional<Interval> interval() {
    return folds.ratio().isPresent()
        ? sample().resampledMeanInterval(CONFIDENCE, folds.ratio().getAsDouble())
        : sample().meanInterval(CONFIDENCE);
  }

  Tier tier() {
    boolean any = values.stream().anyMatch(Optional::isPresent);
    int finished = count(Outcome.FINISHED) + count(Outcome.STALLED);
    if (count(Outcome.FAILED) == repeats()) {
      return Tier.FAILED;
    }
    if (any) {
      boolean pruned = count(Outcome.PRUNED) > 0;
      boolean diverged = count(Outcome.DIVERGED) > 0;
      return diverged ? Tier.PARTLY_DIVERGED : pruned ? Tier.PARTLY_PRUNED : Tier.FINISHED;
    }
    return count(Outcome.PRUNED) > 0 && finished == 0 ? Tier.PRUNED : Tier.DIVERGED;
  }

  /** Whether no repeat has a number because all that were done diverged. */
  boolean allDiverged() {
    return tier() == Tier.DIVERGED;
  }

  /** What became of its trials, in a few words, such as {@code 3 of 10 diverged}. */
  String ended() {
    return ended("");
  }

  /** The same, with when those that diverged did so. */
  String ended(String when) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Outcome, Integer> entry : outcomes.entrySet()) {
      boolean every = entry.getValue() == repeats();
      if (every || entry.getKey() != Outcome.FINISHED) {
        String of = every ? "" : entry.getValue() + " of " + repeats() + " ";
        parts.add(of + entry.getKey().word() + (entry.getKey() == Outcome.DIVERGED ? when : ""));
      }
    }
    return String.join(", ", parts);
  }
}
