package lockstep.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Search;

/** How much there is to calculate: an estimate from the sizes alone, the same on every machine. */
public final class Work {
  /** What an activation with its derivative costs, in multiplications. */
  private static final double ACTIVATION = 20;

  /** A weight is used forwards, backwards, and for its own gradient. */
  private static final double PASSES = 3;

  private Work() {}

  /** About how many multiplications with additions the training of a trial takes. */
  public static double of(ExperimentSpec trial) {
    List<Integer> layers = trial.network().layers();
    double each = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      each += layers.get(layer) * (PASSES * layers.get(layer - 1) + ACTIVATION);
    }
    double samples = trial.data().generator().shape().samples();
    return each * samples * (trial.training().epochs() + 1.0);
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
