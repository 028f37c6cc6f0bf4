package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.format.DataSection.FoldsSection;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.data.Allocation;

/** The keys under {@code data.split} and {@code data.folds}: how samples are divided. */
public final class SplitKeys {
  /** The key {@code split}. */
  public static final Key<SplitSection> SPLIT =
      Key.of(
              "split",
              () -> HeldOutKeys.BLOCK,
              "Holds out random parts of the samples, each as scikit-learn's train_test_split.",
              "{test_size: 0.25, seed: 5}")
          .otherwise("trains on everything");

  /** The key {@code folds}. */
  public static final Key<FoldsSection> FOLDS =
      Key.of(
              "folds",
              () -> FoldKeys.BLOCK,
              "Cross-validation: each fold in turn is the test part of a trial, as with"
                  + " scikit-learn's KFold and StratifiedKFold. Crossed with sweep and repeats.",
              "{k: 5, stratified: true, seed: 7}")
          .otherwise("no cross-validation");

  private SplitKeys() {}

  static Optional<Boolean> unusual(boolean value, boolean usual) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }

  static Allocation allocation(Values v, Key<Boolean> shuffle, Key<Boolean> stratified) {
    return Allocation.of(v.find(shuffle).orElse(true), v.find(stratified).orElse(false));
  }

  /** Where nothing is drawn, a seed would promise something that it does not do. */
  static void checkStream(Values values, Scope scope, Key<Boolean> shuffle) {
    boolean draws = values.find(shuffle).orElse(true);
    for (Key<?> key : List.of(StreamKeys.SEED, StreamKeys.CONTINUES)) {
      if (!draws && values.given().contains(key.name())) {
        String path = scope.child(key.name()).path();
        scope.trace().report(path, "nothing is drawn without shuffle", "no " + key.name());
      }
    }
  }
}
