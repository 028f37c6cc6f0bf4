package lockstep.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.config.Halving;
import lockstep.data.Part;
import lockstep.report.Standing.Tier;

/**
 * The configurations of a sweep, the best first.
 *
 * @param metric the column that ranks
 * @param reason why this one, as a clause
 * @param standings all different configurations
 */
record Ranking(Column metric, String reason, List<Standing> standings) {
  private static final String LOSS = "loss";
  private static final String VALIDATION_LOSS = Part.VALIDATION.column(LOSS);
  private static final String TEST_LOSS = Part.TEST.column(LOSS);

  /** Copies the list. */
  Ranking {
    standings = List.copyOf(standings);
  }

  /**
   * Ranks by the mean of the metric over the repeats. Configurations of which repeats were pruned
   * come after those that finished, those of which repeats diverged after these, and so on in the
   * order of {@link Tier}; pruned ones by how far they came. Of equal ones the earlier is first. A
   * configuration that is there more than once is ranked once.
   */
  static Ranking of(SweepInput input, Survey survey) {
    Choice choice = choice(input, survey);
    int sign = choice.metric.higherIsBetter() ? -1 : 1;
    List<Keyed> keyed =
        IntStream.range(0, input.experiment().configurations())
            .filter(index -> !input.experiment().isAgain(index))
            .mapToObj(index -> Standing.of(input, survey, choice.metric.name(), index))
            .map(one -> Keyed.of(one, sign))
            .sorted(Keyed.ORDER)
            .toList();
    return new Ranking(choice.metric, choice.reason, keyed.stream().map(Keyed::standing).toList());
  }

  /** A standing with what it is ranked by, so that means are computed once. */
  private record Keyed(Standing standing, Tier tier, int epochs, double value) {
    static final Comparator<Keyed> ORDER =
        Comparator.comparing(Keyed::tier)
            .thenComparingInt(Keyed::epochs)
            .thenComparingDouble(Keyed::value)
            .thenComparingInt(one -> one.standing.configuration());

    static Keyed of(Standing standing, int sign) {
      Tier tier = standing.tier();
      int epochs = tier == Tier.PRUNED ? -standing.lastEpoch() : 0;
      return new Keyed(standing, tier, epochs, sign * standing.mean().orElse(0));
    }
  }

  private record Choice(Column metric, String reason) {
    static Choice of(String column, String reason) {
      return new Choice(new Column(column), reason);
    }
  }

  private static Choice choice(SweepInput input, Survey survey) {
    List<String> shared = survey.sharedColumns();
    Optional<Halving> halving = input.experiment().halving();
    if (halving.isPresent() && survey.columns().contains(halving.get().metric())) {
      return Choice.of(halving.get().metric(), "by which unpromising trials were ended early");
    }
    boolean comparable =
        input.experiment().keys().stream()
            .noneMatch(key -> key.equals("training") || key.startsWith("training.loss"));
    if (comparable && shared.contains(VALIDATION_LOSS)) {
      return Choice.of(VALIDATION_LOSS, "measured on samples that are there to choose by");
    }
    if (comparable && shared.contains(TEST_LOSS)) {
      return Choice.of(TEST_LOSS, "measured on samples that no training saw");
    }
    return comparable || shared.stream().allMatch(name -> name.endsWith(LOSS))
        ? Choice.of(LOSS, comparable ? "no samples were held out" : "though it was swept itself")
        : Choice.of(metric(shared), "as the loss was swept and cannot be compared");
  }

  /** A metric beside the loss, of the samples to choose by, or else of the test samples. */
  private static String metric(List<String> columns) {
    return columns.stream()
        .filter(name -> !name.endsWith(LOSS))
        .min(Comparator.comparingInt(Ranking::preference))
        .orElse(LOSS);
  }

  private static int preference(String column) {
    return switch (Part.of(column)) {
      case VALIDATION -> 0;
      case TEST -> 1;
      case TRAIN -> 2;
    };
  }

  Standing best() {
    return standings.get(0);
  }

  /** The configurations that have a mean, the best first. */
  List<Standing> measured() {
    return standings.stream().filter(one -> one.mean().isPresent()).toList();
  }

  /** Those whose means may be compared with the best one's: their runs ended in the same ways. */
  List<Standing> comparable() {
    Tier tier = best().tier();
    return measured().stream().filter(one -> one.tier() == tier).toList();
  }

  /** How many configurations are of a tier. */
  long count(Tier tier) {
    return standings.stream().filter(one -> one.tier() == tier).count();
  }
}
