package lockstep.sweep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.Halving;
import lockstep.config.TrialPoint;
import lockstep.experiment.Work;

/** What a run of an experiment would do. Trials are looked at when they are asked for. */
public final class Plan {
  private final Experiment experiment;
  private final Optional<Journal> journal;
  private final Predicate<String> reported;
  private final Keys keys;
  private final Map<Integer, Double> works = new LinkedHashMap<>();

  /**
   * A plan of trials of which no results are known.
   *
   * @param experiment what would be run
   * @param journal what earlier runs have kept; empty if there was none
   */
  public Plan(Experiment experiment, Optional<Journal> journal) {
    this(experiment, journal, digest -> false);
  }

  /**
   * A plan.
   *
   * @param experiment what would be run
   * @param journal what earlier runs have kept; empty if there was none
   * @param reported whether there are results of a trial with a digest
   */
  public Plan(Experiment experiment, Optional<Journal> journal, Predicate<String> reported) {
    this.experiment = experiment;
    this.journal = journal;
    this.reported = reported;
    this.keys = new Keys(experiment);
  }

  /** What would become of a trial. */
  public enum State {
    /** It is kept, and is not run again. */
    DONE("done"),
    /** It has never been run with this configuration. */
    NEW("new"),
    /** It has been run, but what is kept of it has other epochs or checked other expectations. */
    OTHERWISE_KEPT("kept with other record or expect"),
    /**
     * It is kept up to a rung of the halving at least; whether it goes on depends on the others.
     */
    AT_RUNG("kept up to a rung"),
    /** It could not be done the last time, and is tried again. */
    FAILED("failed before"),
    /** It would be run, as nothing is kept of any trial. */
    TO_DO("to do");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** The same for people. */
    public String words() {
      return words;
    }
  }

  /**
   * One trial.
   *
   * @param trial from 0
   * @param point its place in the sweep
   * @param digest of its configuration, 64 hexadecimal digits
   * @param work about how many multiplications with additions it takes
   * @param state what would become of it
   */
  public record Row(int trial, TrialPoint point, String digest, double work, State state) {}

  /** What is planned. */
  public Experiment experiment() {
    return experiment;
  }

  /** What was found to be wrong with what earlier runs have kept, in sentences; mostly nothing. */
  public List<String> notes() {
    return journal.map(Journal::notes).orElse(List.of());
  }

  /**
   * One trial.
   *
   * @param trial from 0
   */
  public Row row(int trial) {
    double work =
        works.computeIfAbsent(
            experiment.kind(trial / experiment.repeats()), any -> Work.of(experiment.spec(trial)));
    return new Row(trial, experiment.point(trial), experiment.digest(trial), work, state(trial));
  }

  /** How many configurations are the same as an earlier one. */
  public int again() {
    return (int)
        IntStream.range(0, experiment.configurations()).filter(experiment::isAgain).count();
  }

  /** What would become of a trial; of one that halving may end early, whether it is there whole. */
  public State state(int trial) {
    if (journal.isEmpty()) {
      return State.TO_DO;
    }
    String key = keys.of(trial, OptionalInt.empty());
    if (journal.get().has(key)) {
      return State.DONE;
    }
    if (journal.get().failed(key)) {
      return State.FAILED;
    }
    if (isAtRung(trial, journal.get())) {
      return State.AT_RUNG;
    }
    return reported.test(experiment.digest(trial)) ? State.OTHERWISE_KEPT : State.NEW;
  }

  private boolean isAtRung(int trial, Journal kept) {
    return experiment.halving().map(Halving::rungs).orElse(List.of()).stream()
        .anyMatch(rung -> kept.has(keys.of(trial, OptionalInt.of(rung))));
  }

  /** How many trials are in each state. */
  public Map<State, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    if (journal.isEmpty()) {
      counts.put(State.TO_DO, experiment.trials());
      return counts;
    }
    for (int trial = 0; trial < experiment.trials(); trial++) {
      counts.merge(state(trial), 1, Integer::sum);
    }
    return counts;
  }
}
