package lockstep.experiment;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lockstep.config.Expectation;
import lockstep.config.ExperimentSpec;
import lockstep.data.DataSet;
import lockstep.network.Network;
import lockstep.random.Purpose;
import lockstep.random.Streams;
import lockstep.training.RateRange;
import lockstep.training.TrainingMeans;
import lockstep.training.TrainingObserver;
import lockstep.training.TrainingOutcome;
import lockstep.training.TrainingRun;
import lockstep.training.TrainingTask;

/** One trial: data, network and training put together, from a specification to a result. */
public final class Trial {
  private Trial() {}

  /**
   * Runs an experiment; the result depends on the specification alone.
   *
   * @param spec the experiment
   * @param observer who is told of each epoch
   */
  public static TrialResult run(ExperimentSpec spec, TrainingObserver observer) {
    return run(spec, DataSource.NEW, spec.training().epochs(), observer);
  }

  /**
   * Runs an experiment to its end or to an earlier epoch; the result depends on the specification
   * and the epoch alone.
   *
   * @param spec the experiment
   * @param source where its data come from
   * @param lastEpoch where the run ends if it gets there; the epochs up to then are those of the
   *     whole run
   * @param observer who is told of each epoch; an exception that it throws ends the run
   */
  public static TrialResult run(
      ExperimentSpec spec, DataSource source, int lastEpoch, TrainingObserver observer) {
    return run(spec, source, lastEpoch, new Started(task(spec, Optional.empty()), observer));
  }

  /**
   * Runs an experiment with other learning rates than it states.
   *
   * @param spec the experiment
   * @param rates the learning rate of each epoch
   * @param observer who is told of each epoch
   */
  public static TrialResult run(ExperimentSpec spec, RateRange rates, TrainingObserver observer) {
    Started started = new Started(task(spec, Optional.of(rates)), observer);
    return run(spec, DataSource.NEW, spec.training().epochs(), started);
  }

  private static TrainingTask task(ExperimentSpec spec, Optional<RateRange> rates) {
    return new TrainingTask(
        spec.training(),
        spec.deviations(),
        rates,
        spec.metrics(),
        snapshotEpochs(spec),
        spec.analysis(),
        spec.bestRule());
  }

  /** A training and who watches it. */
  private record Started(TrainingTask task, TrainingObserver observer) {}

  private static TrialResult run(
      ExperimentSpec spec, DataSource source, int lastEpoch, Started started) {
    Streams streams = new Streams(spec.rng(), spec.streams());
    DataSet data = source.of(spec, streams);
    Network network = Network.start(spec.network(), streams.open(Purpose.INIT));
    TrainingTask task = started.task().fittedTo(data.train().targets());
    TrainingOutcome outcome =
        new TrainingRun(
                task, new TrainingMeans(network, data, Optional.of(streams), started.observer()))
            .train(lastEpoch);
    return new TrialResult(spec, data, outcome);
  }

  private static Set<Integer> snapshotEpochs(ExperimentSpec spec) {
    Set<Integer> epochs = new TreeSet<>();
    epochs.add(0);
    for (Expectation expectation : spec.expectations()) {
      if (expectation instanceof Expectation.LayerState state) {
        addEpoch(state.moment(), epochs);
      } else if (expectation instanceof Expectation.Predicted predicted) {
        addEpoch(predicted.moment(), epochs);
      }
    }
    return epochs;
  }

  private static void addEpoch(Expectation.Moment moment, Set<Integer> epochs) {
    if (moment instanceof Expectation.Moment.Epoch named) {
      epochs.add(named.epoch());
    }
  }
}
