package lockstep.cli;

import java.util.List;
import lockstep.config.ExperimentSpec;

/**
 * Tells work that lasts from work that is done at once.
 *
 * <p>The launcher starts a JVM that is up quickly, with the first compiler only and without the
 * JDK's vectors. What trains for more than a second or two is better off in another JVM, {@link
 * LongWorkJvm}. The results are the same bytes in both.
 */
final class LongWork {
  /** From this number of operations on, another JVM is worth its start. */
  static final double OPERATIONS = 1e9;

  /** What an activation with its derivative costs, in multiplications. */
  private static final double ACTIVATION = 20;

  /** A weight is used forwards, backwards, and for its own gradient. */
  private static final double PASSES = 3;

  private LongWork() {}

  /** Whether some experiments together are long work. */
  static boolean is(List<ExperimentSpec> experiments) {
    return experiments.stream().mapToDouble(LongWork::operations).sum() >= OPERATIONS;
  }

  /** About how many multiplications the training of an experiment takes. */
  static double operations(ExperimentSpec experiment) {
    List<Integer> layers = experiment.network().layers();
    double each = 0;
    for (int layer = 1; layer < layers.size(); layer++) {
      each += layers.get(layer) * (PASSES * layers.get(layer - 1) + ACTIVATION);
    }
    double samples = experiment.data().generator().shape().samples();
    return each * samples * (experiment.training().epochs() + 1.0);
  }
}
