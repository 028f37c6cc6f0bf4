package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.Search;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Words;
import lockstep.config.sweep.SearchKeys;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.sweep.SweepSection;
import lockstep.network.Deviations;
import lockstep.random.RandomAlgorithm;
import lockstep.training.Analysis;
import lockstep.training.Metric;

/** The top level of an experiment file: the root of all definitions. */
public final class ExperimentKeys {
  /** The seed of an experiment that states none. */
  public static final long DEFAULT_SEED = 0;

  /** The random streams of an experiment that names none. */
  static final RandomAlgorithm DEFAULT_RNG = RandomAlgorithm.NUMPY;

  /** The key {@code seed}. */
  public static final Key<Long> SEED =
      Key.of(
              "seed",
              StreamKeys.SEEDS,
              "What the seeds of data, split, init and the like are derived from where they are"
                  + " not given.",
              "7")
          .otherwise(Long.toString(DEFAULT_SEED));

  /** The key {@code rng}. */
  public static final Key<RandomAlgorithm> RNG =
      Key.of(
              "rng",
              Words.of(RandomAlgorithm.class),
              "The family of all random streams, bit for bit: NumPy's legacy RandomState (numpy),"
                  + " NumPy's default_rng (numpy_pcg64), or Python's random with gauss (python).",
              "numpy")
          .byDefault(DEFAULT_RNG);

  /** The key {@code data}. */
  public static final Key<DataSection> DATA =
      Key.of("data", DataKeys.BLOCK, "The data.", "{generator: circles, samples: 1000}");

  private static final Key<NetworkSection> NETWORK =
      Key.of("network", NetworkKeys.BLOCK, "The network.", "{layers: [2, 4, 1]}");

  private static final Key<TrainingSection> TRAINING =
      Key.of(
          "training",
          TrainingKeys.BLOCK,
          "The training.",
          "{loss: bce, learning_rate: 0.1, epochs: 100}");

  static final Key<Deviations> DEVIATIONS =
      Key.of(
              "deviations",
              DeviationKeys.BLOCK,
              "Where published code departs from the true gradient of its loss.",
              "{sigmoid_derivative_factor: 2}")
          .byDefault(Deviations.NONE);

  /** The key {@code metrics}. */
  public static final Key<List<Metric>> METRICS =
      Key.of(
              "metrics",
              ListOf.distinct("a list of metrics", Words.of(Metric.class)),
              "What is measured beside the loss after every epoch, as docs/metrics.md says: some"
                  + " of "
                  + String.join(", ", Words.of(Metric.class).words().keySet())
                  + ".",
              "[accuracy]")
          .otherwise("[accuracy] for bce on classes, else []");

  private static final Key<Analysis> ANALYSIS =
      Key.of(
              "analysis",
              AnalysisKeys.BLOCK,
              "What is looked into beside the training; it only measures.",
              "{stability: {every: 10}}")
          .otherwise("nothing");

  /** The key {@code sweep}. */
  public static final Key<SweepSection> SWEEP =
      Key.of(
              "sweep",
              () -> SweepKeys.BLOCK,
              "Runs many trials: every combination of what grid, zip, cases and random say, without"
                  + " exclude, with include, each repeats times.",
              "{grid: {training.learning_rate: [0.01, 0.1]}, repeats: 10}")
          .otherwise("one trial");

  /** The key {@code search}. */
  public static final Key<Search> SEARCH =
      Key.of(
              "search",
              () -> SearchKeys.TYPE,
              "Looks for a value instead of training with given ones.",
              "{largest_stable: {low: 0.001, high: 10}}")
          .otherwise("nothing is searched");

  /** The whole file. */
  public static final Block<ExperimentSection> EXPERIMENT =
      Block.of(ExperimentSection.class)
          .with(HeadingKeys.HEADING, ExperimentSection::heading)
          .maybe(SEED, ExperimentSection::seed)
          .with(RNG, ExperimentSection::rng)
          .with(DATA, ExperimentSection::data)
          .with(NETWORK, ExperimentSection::network)
          .with(TRAINING, ExperimentSection::training)
          .with(DEVIATIONS, ExperimentSection::deviations)
          .maybe(METRICS, ExperimentSection::metrics)
          .unless(RecordKeys.DEFAULT, RecordKeys.RECORD, ExperimentSection::recording)
          .unless(Analysis.NONE, ANALYSIS, ExperimentSection::analysis)
          .maybe(SaveKeys.SAVE, ExperimentSection::save)
          .maybe(SWEEP, section -> Optional.empty())
          .maybe(SEARCH, section -> Optional.empty())
          .with(ExpectationKeys.EXPECT, ExperimentSection::expectations)
          .make(
              v ->
                  new ExperimentSection(
                      v.of(HeadingKeys.HEADING),
                      v.find(SEED),
                      v.of(RNG),
                      v.of(DATA),
                      v.of(NETWORK),
                      v.of(TRAINING),
                      v.of(DEVIATIONS),
                      v.find(METRICS),
                      v.find(RecordKeys.RECORD).orElse(RecordKeys.DEFAULT),
                      v.find(ANALYSIS).orElse(Analysis.NONE),
                      v.find(SaveKeys.SAVE),
                      v.of(ExpectationKeys.EXPECT)));

  private ExperimentKeys() {}
}
