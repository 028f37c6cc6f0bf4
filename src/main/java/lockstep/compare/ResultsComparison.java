package lockstep.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lockstep.statistics.HolmCorrection;
import lockstep.statistics.TestResult;

/**
 * Configurations against each other.
 *
 * @param candidates the configurations
 * @param measure what they are compared by
 * @param measures all numbers that all of them have
 * @param differences the settings in which they differ
 * @param comparisons all tests
 * @param partings where learning curves part; none without histories
 * @param testToTrainingRatio of repeats whose training sets overlap
 */
public record ResultsComparison(
    Candidates candidates,
    Measure measure,
    List<Measure> measures,
    SettingDifferences differences,
    List<Comparison> comparisons,
    List<Parting> partings,
    OptionalDouble testToTrainingRatio) {
  /** Copies the lists. */
  public ResultsComparison {
    measures = List.copyOf(measures);
    comparisons = List.copyOf(comparisons);
    partings = List.copyOf(partings);
  }

  /**
   * Compares.
   *
   * @throws NotComparableException if that makes no sense; the message says why
   * @throws IOException if a file cannot be read
   */
  public static ResultsComparison of(CompareRequest request)
      throws IOException, NotComparableException {
    Candidates candidates = Candidates.read(request);
    List<String> known = known(candidates.all());
    Measure measure = Measure.choose(request.metric(), known);
    List<Pairing> pairings = new ArrayList<>();
    for (int[] pair : candidates.pairs()) {
      pairings.add(Pairing.of(candidates.all().get(pair[0]), candidates.all().get(pair[1])));
    }
    refuseUnpaired(pairings, request.testToTrainingRatio());
    OptionalDouble ratio = ratio(request, candidates.all(), pairings);
    return new ResultsComparison(
        candidates,
        measure,
        known.stream().map(Measure::new).toList(),
        SettingDifferences.among(candidates.all()),
        comparisons(pairings, measure, ratio),
        Histories.partings(pairings, measure),
        ratio);
  }

  private static List<String> known(List<Candidate> candidates) {
    List<String> known = new ArrayList<>(candidates.get(0).results().measures());
    candidates.forEach(each -> known.retainAll(each.results().measures()));
    return known;
  }

  /** What was asked for, or else the largest ratio of cross-validations that are all paired. */
  private static OptionalDouble ratio(
      CompareRequest request, List<Candidate> candidates, List<Pairing> pairings) {
    List<OptionalDouble> ratios =
        candidates.stream().map(each -> each.results().testToTrainingRatio()).toList();
    boolean folds =
        ratios.stream().allMatch(OptionalDouble::isPresent)
            && pairings.stream().allMatch(Pairing::paired);
    return request.testToTrainingRatio().isPresent() || !folds
        ? request.testToTrainingRatio()
        : ratios.stream().mapToDouble(OptionalDouble::getAsDouble).max();
  }

  private static void refuseUnpaired(List<Pairing> pairings, OptionalDouble ratio)
      throws NotComparableException {
    for (Pairing pairing : pairings) {
      if (ratio.isPresent() && !pairing.paired()) {
        throw new NotComparableException(
            "--test-train-ratio is for paired repeats, but "
                + pairing.first().name()
                + " and "
                + pairing.second().name()
                + " have different seeds");
      }
    }
  }

  private static List<Comparison> comparisons(
      List<Pairing> pairings, Measure measure, OptionalDouble ratio) {
    List<Contrast> values =
        pairings.stream().map(pairing -> values(pairing, measure, ratio)).toList();
    List<Contrast> divergences =
        pairings.stream().map(pairing -> divergence(pairing, measure)).toList();
    List<OptionalDouble> deciding = corrected(values.stream().map(Contrast::deciding).toList());
    List<OptionalDouble> ranks = corrected(values.stream().map(Contrast::ranks).toList());
    List<OptionalDouble> often = corrected(divergences.stream().map(Contrast::ranks).toList());
    List<Comparison> comparisons = new ArrayList<>();
    for (int index = 0; index < pairings.size(); index++) {
      comparisons.add(
          new Comparison(
              pairings.get(index).first(),
              pairings.get(index).second(),
              measure,
              values.get(index),
              divergences.get(index),
              new Comparison.Corrected(deciding.get(index), ranks.get(index), often.get(index))));
    }
    return comparisons;
  }

  private static List<OptionalDouble> corrected(List<TestResult> results) {
    return HolmCorrection.adjust(results);
  }

  private static Contrast values(Pairing pairing, Measure measure, OptionalDouble ratio) {
    return pairing.paired()
        ? Contrast.of(pairing.samples(measure), ratio)
        : Contrast.of(pairing.first().sample(measure), pairing.second().sample(measure));
  }

  private static Contrast divergence(Pairing pairing, Measure measure) {
    return pairing.paired()
        ? Contrast.of(pairing.divergences(measure), OptionalDouble.empty())
        : Contrast.of(
            Pairing.divergences(pairing.first(), measure),
            Pairing.divergences(pairing.second(), measure));
  }

  /** Whether a configuration was shown to be worse than the one it is compared with. */
  public boolean anyWorse() {
    return comparisons.stream().anyMatch(Comparison::worse);
  }

  /** Whether the numbers allow no answer at all. */
  public boolean unanswered() {
    return comparisons.stream().noneMatch(Comparison::answered);
  }
}
