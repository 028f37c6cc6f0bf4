package lockstep.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Key;
import lockstep.config.format.DataSection;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.GeneratorKeys;
import lockstep.config.format.LossKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.SplitKeys;
import lockstep.config.format.StoppingKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.data.Allocation;
import lockstep.data.Split;

/**
 * What a sweep asks of its trials beside the checks of their values: how data are divided, how much
 * there is to calculate, whether it is always the same, and which columns a history has.
 */
final class SweepQuestions {
  static final List<Aspect<?, ?>> ALL =
      List.of(
          whole(ExperimentKeys.SEED),
          whole(ExperimentKeys.RNG),
          new Aspect<>(ExperimentKeys.DATA, SweepQuestions::divided),
          GeneratorKeys.SHAPE,
          whole(SplitKeys.FOLDS),
          whole(SplitKeys.SPLIT),
          whole(NetworkKeys.LAYERS),
          whole(TrainingKeys.EPOCHS),
          whole(TrainingKeys.BATCH),
          whole(StoppingKeys.SECONDS),
          UpdateKeys.OPTIMIZER_STATE,
          whole(LossKeys.LOSS),
          whole(ExperimentKeys.METRICS));

  private SweepQuestions() {}

  private static <T> Aspect<T, T> whole(Key<T> key) {
    return new Aspect<>(key, Function.identity());
  }

  /** The data, where {@link TrialDivision} makes them to look at their classes. */
  private static Optional<DataSection> divided(DataSection data) {
    boolean stratified =
        data.split()
            .map(SplitSection::split)
            .map(Split::allocation)
            .filter(Allocation::stratifies)
            .isPresent();
    return Optional.of(data).filter(any -> stratified || data.folds().isPresent());
  }
}
