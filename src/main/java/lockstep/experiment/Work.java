package lockstep.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Search;
import lockstep.training.Batching;
import lockstep.training.TrainingSpec;

/** How much there is to calculate: an estimate from the sizes alone, the same on every machine. */
public final class Work {
  /** What an activation with its derivative costs, in multiplications. */
  private static final double ACTIVATION = 20;

  /** With batches all samples are passed forward once more, for the row of the history. */
  private static final double PASSES_OF_BATCHES = 4;

  /** What an update costs for each number that an optimizer keeps of a parameter. */
  private static final double STATE = 3;

  /** A weight is used forwards, backwards, and for its own gradient. */
  private static final double PASSES = 3;

  private Work() {}

  /** About how many multiplications with additions the training of a trial takes. */
  public static double of(ExperimentSpec trial) {
    return training(trial, OptionalInt.empty());
  }

  /**
   * The same for a trial that is made to end.
   *
   * @param until after how many epochs, if it is
   */
  public static double training(ExperimentSpec trial, OptionalInt until) {
    List<Integer> layers = trial.network().layers();
    TrainingSpec training = trial.training();
    double passes = training.batching() instanceof Batching.Full ? PASSES : PASSES_OF_BATCHES;
    double each = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      each += layers.get(layer) * (passes * layers.get(layer - 1) + ACTIVATION);
    }
    double samples = trial.data().generator().shape().samples();
    return (each * samples + ofUpdates(trial)) * (until.orElse(training.epochs()) + 1.0);
  }

  /**
   * What the updates of an epoch cost beside the gradients; plain descent costs next to nothing.
   */
  private static double ofUpdates(ExperimentSpec trial) {
    TrainingSpec training = trial.training();
    int state = training.updates().optimizer().numbersPerParameter();
    long samples = trial.data().generator().shape().samples();
    double updates = training.batching().updates((int) Math.min(Integer.MAX_VALUE, samples));
    return state * STATE * updates * trial.network().parameterCount();
  }

  /**
   * The same for all trials of an experiment, whose halving is not taken into account; for a search
   * at most so much.
   *
   * @param enough where to stop counting: the number returned is at least this if there is so much
   */
  public static double of(Experiment experiment, double enough) {
    double work = 0;
    Map<Integer, Double> byKind = new LinkedHashMap<>();
    int times = experiment.repeats() * experiment.search().map(Search::mostTrials).orElse(1);
    for (int configuration = 0; configuration < experiment.configurations(); configuration++) {
      int trial = configuration * experiment.repeats();
      work +=
          times
              * byKind.computeIfAbsent(
                  experiment.kind(configuration), any -> of(experiment.spec(trial)));
      if (work >= enough) {
        return work;
      }
    }
    return work;
  }
}
