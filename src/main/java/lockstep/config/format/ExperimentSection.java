package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.Expectation;
import lockstep.config.Recording;
import lockstep.config.Saving;
import lockstep.config.Source;
import lockstep.data.DataShape;
import lockstep.data.Part;
import lockstep.network.ClassificationLoss;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.random.RandomAlgorithm;
import lockstep.training.Analysis;
import lockstep.training.EarlyStopping;
import lockstep.training.Metric;

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
 * @param recording which epochs go into the history file
 * @param analysis what is looked into beside the training
 * @param save what is kept for later use
 * @param expectations what must come out
 */
public record ExperimentSection(
    Heading heading,
    Optional<Long> seed,
    RandomAlgorithm rng,
    DataSection data,
    NetworkSection network,
    TrainingSection training,
    Deviations deviations,
    Optional<List<Metric>> metrics,
    Recording recording,
    Analysis analysis,
    Optional<Saving> save,
    List<Expectation> expectations) {
  /** Copies the lists. */
  public ExperimentSection {
    metrics = metrics.map(List::copyOf);
    expectations = List.copyOf(expectations);
  }

  /** The metrics: those that are given, or what goes with the loss. */
  public List<Metric> resolveMetrics() {
    return metrics.orElseGet(() -> usualMetrics(training.spec().loss(), data.generator().shape()));
  }

  /** What is saved, with the column that tells the best epoch where that is saved. */
  public Optional<Saving> resolveSave() {
    return save.map(
        saving ->
            saving.model() == Saving.State.BEST
                ? new Saving(Saving.State.BEST, saving.metric().or(() -> Optional.of(watched())))
                : saving);
  }

  private String watched() {
    Part part = data.spec().parts().contains(Part.VALIDATION) ? Part.VALIDATION : Part.TRAIN;
    return training
        .spec()
        .stopping()
        .early()
        .map(EarlyStopping::metric)
        .orElse(part.column("loss"));
  }

  /** What is measured beside the loss where nothing is said. */
  public static List<Metric> usualMetrics(Loss loss, DataShape shape) {
    boolean classes = loss instanceof ClassificationLoss && shape.classification();
    return classes ? List.of(Metric.ACCURACY) : List.of();
  }

  /**
   * What a file says of itself to people.
   *
   * @param experiment its name; empty to take the file's
   * @param title its title; empty to take the name
   * @param description more words; may be empty
   * @param source where the expected numbers were published
   */
  public record Heading(
      Optional<String> experiment,
      Optional<String> title,
      String description,
      Optional<Source> source) {}
}
