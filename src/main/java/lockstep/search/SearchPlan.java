package lockstep.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.sweep.Journal;
import lockstep.sweep.TrialKey;
import lockstep.sweep.TrialRecord;

/** What a run of searches would do, as far as that can be known before: followed in a journal. */
public final class SearchPlan {
  private final Experiment experiment;
  private final LargestStable search;
  private final Optional<Journal> journal;

  /**
   * A plan.
   *
   * @param experiment one that searches for a largest stable value
   * @param journal what earlier runs have kept; empty if there was none
   */
  public SearchPlan(Experiment experiment, Optional<Journal> journal) {
    this.experiment = experiment;
    this.search = (LargestStable) experiment.search().orElseThrow();
    this.journal = journal;
  }

  /**
   * How far a search is.
   *
   * @param search which configuration and repeat, from 0
   * @param known how many of its trials are kept
   * @param next the trial that would be run next; empty if the search is over
   */
  public record Row(int search, int known, Optional<Attempt> next) {}

  /** What is planned. */
  public Experiment experiment() {
    return experiment;
  }

  /** How many trials a search takes at most. */
  public int mostTrials() {
    return search.mostTrials();
  }

  /** What was found to be wrong with what earlier runs have kept, in sentences; mostly nothing. */
  public List<String> notes() {
    return journal.map(Journal::notes).orElse(List.of());
  }

  /**
   * How far each search is.
   *
   * @throws IOException if the journal cannot be read
   */
  public List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < experiment.trials(); number++) {
      rows.add(row(number));
    }
    return rows;
  }

  private Row row(int number) throws IOException {
    Bisection bisection = new Bisection(search, number);
    int known = 0;
    Optional<Attempt> next = bisection.next();
    while (next.isPresent()) {
      Optional<TrialRecord> record = find(next.get());
      if (record.isEmpty()) {
        return new Row(number, known, next);
      }
      bisection.tell(next.get(), record.get());
      next = bisection.next();
      known++;
    }
    return new Row(number, known, next);
  }

  private Optional<TrialRecord> find(Attempt attempt) throws IOException {
    if (journal.isEmpty()) {
      return Optional.empty();
    }
    String key =
        TrialKey.of(experiment.spec(attempt.search(), attempt.value()), experiment.recording());
    return journal.get().has(key) ? journal.get().find(key) : Optional.empty();
  }
}
