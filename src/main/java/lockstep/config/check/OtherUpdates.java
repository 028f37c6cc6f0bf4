package lockstep.config.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import lockstep.config.binding.Key;
import lockstep.config.format.BatchSection;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.config.yaml.YamlWriter;
import lockstep.training.Batching;
import lockstep.training.UpdateRule;
import lockstep.training.optimizer.Sgd;

/**
 * The settings with which an update is something else than a step of plain gradient descent on the
 * loss of all training samples.
 *
 * @param facts what is known of the experiment
 */
record OtherUpdates(Facts facts) {
  private static final String TRAINING = "training.";

  /**
   * Those that do not make one pass over the whole training set and all units, as they would be
   * written.
   */
  List<String> ofOtherPasses() {
    List<String> settings = new ArrayList<>();
    addIf(UpdateKeys.RULE, UpdateRule.PERCEPTRON::equals, settings);
    addIf(TrainingKeys.BATCH, batch -> !Objects.equals(batch.batching(), Batching.FULL), settings);
    addDropout(settings);
    return settings;
  }

  /** Those, and what makes another step of the gradient or changes the rate. */
  List<String> all() {
    List<String> settings = ofOtherPasses();
    addIf(UpdateKeys.OPTIMIZER, own -> !Objects.equals(own, Sgd.PLAIN), settings);
    addIf(UpdateKeys.SCHEDULE, schedule -> true, settings);
    addIf(UpdateKeys.REGULARIZATION, penalty -> true, settings);
    addIf(UpdateKeys.CLIPPING, clipping -> true, settings);
    return settings;
  }

  /** Whether each update uses one sample. */
  boolean isOneByOne() {
    Optional<BatchSection> batch = facts.trace().find(TrainingKeys.BATCH);
    return batch
        .filter(
            section -> section.batching() instanceof Batching.MiniBatches some && some.size() == 1)
        .isPresent();
  }

  private void addDropout(List<String> settings) {
    if (facts.silencesUnits()) {
      settings.add("network." + NetworkKeys.DROPOUT.name());
    }
  }

  private <T> void addIf(Key<T> key, Predicate<T> other, List<String> settings) {
    facts
        .trace()
        .find(key)
        .filter(other)
        .map(value -> key.name() + ": " + YamlWriter.inline(key.type().write(value)))
        .ifPresent(setting -> settings.add(TRAINING + setting));
  }
}
