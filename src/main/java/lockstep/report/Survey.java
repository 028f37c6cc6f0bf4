package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.expectation.Check;
import lockstep.random.Purpose;
import lockstep.sweep.TrialRecord;
import lockstep.sweep.TrialRecord.Measure;
import lockstep.training.StabilitySpec;

/**
 * What a report keeps in memory of all trials of a sweep: a few numbers each, collected in one pass
 * over the records.
 */
final class Survey {
  private static final int MOST_TOLD = 10;

  private final Outcome[] outcomes;
  private final int[] lastEpochs;
  private final int[] divergedAt;
  private final Map<String, double[]> finals = new LinkedHashMap<>();
  private final Map<String, double[]> bests = new LinkedHashMap<>();
  private final Map<String, Integer> having = new LinkedHashMap<>();
  private final SortedMap<String, Cause> causes = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Missed> missed = new ArrayList<>();
  private long checks;
  private long unmet;
  private boolean recorded;
  private final Set<Purpose> seeded = EnumSet.noneOf(Purpose.class);
  private final List<Map<Purpose, Long>> seeds = new ArrayList<>();
  private boolean paired = true;

  /** How trials diverged, by cause: how many, and the first and last epoch that showed it. */
  record Cause(int trials, int first, int last) {
    Cause with(int epoch) {
      return new Cause(trials + 1, Math.min(first, epoch), Math.max(last, epoch));
    }
  }

  /** A trial, from 0, that could not be done, and why. */
  record Failure(int trial, String error) {}

  /** An expectation of a trial, from 0, that did not hold. */
  record Missed(int trial, Check check) {}

  private Survey(int trials) {
    this.outcomes = new Outcome[trials];
    this.lastEpochs = new int[trials];
    this.divergedAt = new int[trials];
  }

  /**
   * Looks at all trials once.
   *
   * @throws IOException if one cannot be read
   */
  static Survey of(SweepInput input) throws IOException {
    int trials = input.experiment().trials();
    Survey survey = new Survey(trials);
    for (int trial = 0; trial < trials; trial++) {
      TrialRecord record = input.records().record(trial);
      survey.add(trial, record);
      survey.pair(trial % input.repeats(), record);
    }
    return survey;
  }

  private void add(int trial, TrialRecord record) {
    outcomes[trial] = Outcome.of(record.ending());
    lastEpochs[trial] = record.lastEpoch();
    recorded |= !record.history().isEmpty();
    seeded.addAll(record.seeded());
    for (Measure measure : record.measures()) {
      finals.computeIfAbsent(measure.column(), column -> missing())[trial] = measure.last();
      if (StabilitySpec.COLUMNS.contains(measure.column())) {
        bests.computeIfAbsent(measure.column(), column -> missing())[trial] = measure.best();
      }
      having.merge(measure.column(), 1, Integer::sum);
    }
    if (outcomes[trial] == Outcome.DIVERGED) {
      int at = record.ending().at().orElse(record.lastEpoch());
      divergedAt[trial] = at;
      String cause = record.ending().cause().orElse("unknown");
      causes.put(cause, causes.getOrDefault(cause, new Cause(0, at, at)).with(at));
    }
    if (outcomes[trial] == Outcome.FAILED && failures.size() < MOST_TOLD) {
      failures.add(new Failure(trial, record.ending().cause().orElse("")));
    }
    check(trial, record);
  }

  /**
   * Whether a repeat has the seeds that the same repeat of earlier configurations has, for all
   * purposes that both draw for.
   */
  private void pair(int repeat, TrialRecord record) {
    if (repeat == seeds.size()) {
      seeds.add(new EnumMap<>(Purpose.class));
    }
    for (Purpose purpose : record.seeded()) {
      OptionalLong own = record.seed(purpose);
      own.ifPresent(seed -> seeds.get(repeat).putIfAbsent(purpose, seed));
      paired &= own.isEmpty() || seeds.get(repeat).get(purpose).equals(own.getAsLong());
    }
  }

  /** Whether the same repeat of every configuration has the same seeds where it draws. */
  boolean paired() {
    return paired;
  }

  private void check(int trial, TrialRecord record) {
    checks += record.expectations();
    unmet += record.failures().size();
    record.failures().stream()
        .limit(MOST_TOLD - missed.size())
        .forEach(check -> missed.add(new Missed(trial, check)));
  }

  private double[] missing() {
    double[] values = new double[outcomes.length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  int trials() {
    return outcomes.length;
  }

  Outcome outcome(int trial) {
    return outcomes[trial];
  }

  int lastEpoch(int trial) {
    return lastEpochs[trial];
  }

  /** The epoch at which a trial that diverged did so. */
  int divergedAt(int trial) {
    return divergedAt[trial];
  }

  /** How many trials had an outcome. */
  int count(Outcome outcome) {
    return (int) Arrays.stream(outcomes).filter(outcome::equals).count();
  }

  /** The columns that any history has, in the order of their first appearance. */
  List<String> columns() {
    return List.copyOf(finals.keySet());
  }

  /** The purposes whose seeds are told of any trial, in their order. */
  List<Purpose> seeded() {
    return List.copyOf(seeded);
  }

  /** The columns that every trial has that was done. */
  List<String> sharedColumns() {
    int done = outcomes.length - count(Outcome.FAILED);
    return columns().stream().filter(column -> having.get(column) == done).toList();
  }

  /** A trial's value of a column at its end; NaN if it has none. */
  double last(String column, int trial) {
    return finals.containsKey(column) ? finals.get(column)[trial] : Double.NaN;
  }

  /** Whether the stability of the updates was measured in a trial. */
  boolean measuredStability() {
    return bests.containsKey(StabilitySpec.STABLE_LEARNING_RATE);
  }

  /**
   * The lowest of a trial's largest stable learning rates: infinite if there was no limit, NaN if
   * none could be determined.
   */
  double lowestLimit(int trial) {
    return bests.get(StabilitySpec.STABLE_LEARNING_RATE)[trial];
  }

  /** How trials diverged, sorted by cause. */
  SortedMap<String, Cause> causes() {
    return causes;
  }

  /** The first trials that could not be done. */
  List<Failure> failures() {
    return failures;
  }

  /** How many expectations were checked, and how many of them did not hold. */
  long checks() {
    return checks;
  }

  long unmet() {
    return unmet;
  }

  /** The first expectations that did not hold. */
  List<Missed> missed() {
    return missed;
  }

  /** Whether any epoch of any trial was recorded. */
  boolean recorded() {
    return recorded;
  }
}
