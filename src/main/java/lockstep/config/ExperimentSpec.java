package lockstep.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.data.DataSpec;
import lockstep.network.Deviations;
import lockstep.network.NetworkSpec;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.training.Analysis;
import lockstep.training.BestRule;
import lockstep.training.EarlyStopping;
import lockstep.training.Metric;
import lockstep.training.TrainingSpec;

/**
 * One experiment with every default filled in: what a file means.
 *
 * @param name names the results folder; letters, digits, {@code -} and {@code _}
 * @param title what the report is headed with
 * @param description free text for the report; may be empty
 * @param source where the expected numbers were published; empty if they were not
 * @param rng the family of the random streams
 * @param streams where each purpose's numbers come from, in the order of use; has {@link
 *     Purpose#EVERYWHERE} and of the other purposes those that are drawn for; unmodifiable
 * @param data the data
 * @param network the network
 * @param training the training
 * @param deviations where the experiment departs from the textbook on purpose
 * @param metrics what is measured beside the loss
 * @param recording which epochs go into the history file
 * @param analysis what is looked into beside the training
 * @param save what is kept for later use; empty to keep nothing
 * @param expectations what must come out
 */
public record ExperimentSpec(
    String name,
    String title,
    String description,
    Optional<Source> source,
    RandomAlgorithm rng,
    Map<Purpose, StreamSpec> streams,
    DataSpec data,
    NetworkSpec network,
    TrainingSpec training,
    Deviations deviations,
    List<Metric> metrics,
    Recording recording,
    Analysis analysis,
    Optional<Saving> save,
    List<Expectation> expectations) {
  /** Copies the collections and checks that every purpose that needs a stream has one. */
  public ExperimentSpec {
    Map<Purpose, StreamSpec> ordered = new EnumMap<>(Purpose.class);
    ordered.putAll(streams);
    if (!ordered.keySet().containsAll(Purpose.EVERYWHERE)) {
      throw new IllegalArgumentException("streams for " + ordered.keySet() + " only");
    }
    streams = Collections.unmodifiableMap(ordered);
    metrics = List.copyOf(metrics);
    expectations = List.copyOf(expectations);
  }

  /** An experiment without an analysis, which keeps no model. */
  public ExperimentSpec(
      String name,
      String title,
      String description,
      Optional<Source> source,
      RandomAlgorithm rng,
      Map<Purpose, StreamSpec> streams,
      DataSpec data,
      NetworkSpec network,
      TrainingSpec training,
      Deviations deviations,
      List<Metric> metrics,
      Recording recording,
      List<Expectation> expectations) {
    this(
        name,
        title,
        description,
        source,
        rng,
        streams,
        data,
        network,
        training,
        deviations,
        metrics,
        recording,
        Analysis.NONE,
        Optional.empty(),
        expectations);
  }

  /** Which epoch's parameters are saved; empty if those of the end are, or none. */
  public Optional<BestRule> bestRule() {
    return save.flatMap(Saving::metric).map(this::bestRule);
  }

  /** By early stopping's measure of progress where it watches the same. */
  private BestRule bestRule(String metric) {
    return training
        .stopping()
        .early()
        .map(EarlyStopping::best)
        .filter(rule -> rule.metric().equals(metric))
        .orElseGet(() -> new BestRule(metric, EarlyStopping.DEFAULT_MIN_IMPROVEMENT));
  }

  /** The same experiment with other random streams. */
  ExperimentSpec with(Map<Purpose, StreamSpec> otherStreams) {
    return new ExperimentSpec(
        name,
        title,
        description,
        source,
        rng,
        otherStreams,
        data,
        network,
        training,
        deviations,
        metrics,
        recording,
        analysis,
        save,
        expectations);
  }
}
