package lockstep.config;

import java.util.List;
import java.util.Optional;
import lockstep.network.Deviations;
import lockstep.random.RandomAlgorithm;
import lockstep.training.Metric;
import lockstep.training.TrainingSpec;

/**
 * What a whole file says, before what depends on several sections is filled in.
 *
 * @param heading what people read
 * @param seed what missing seeds are derived from; not written, as every stream's seed is
 * @param rng the family of the random streams
 * @param data the data
 * @param network the network
 * @param training the training
 * @param deviations departures from the textbook
 * @param metrics what is measured beside the loss; empty to take what goes with the loss
 * @param expectations what must come out
 */
record ExperimentSection(
    Heading heading,
    Optional<Long> seed,
    RandomAlgorithm rng,
    DataSection data,
    NetworkSection network,
    TrainingSpec training,
    Deviations deviations,
    Optional<List<Metric>> metrics,
    List<Expectation> expectations) {
  /** Copies the lists. */
  ExperimentSection {
    metrics = metrics.map(List::copyOf);
    expectations = List.copyOf(expectations);
  }

  /**
   * What a file says of itself to people.
   *
   * @param experiment its name; empty to take the file's
   * @param title its title; empty to take the name
   * @param description more words; may be empty
   * @param source where the expected numbers were published
   */
  record Heading(
      Optional<String> experiment,
      Optional<String> title,
      String description,
      Optional<Source> source) {}
}
