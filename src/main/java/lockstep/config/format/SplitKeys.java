package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.format.DataSection.FoldsSection;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.data.Allocation;
import lockstep.data.Folds;
import lockstep.data.PartSize;
import lockstep.data.Split;

/** The keys under {@code data.split} and {@code data.folds}: how samples are divided. */
public final class SplitKeys {
  /** The most folds: each is a trial. */
  private static final int MOST_FOLDS = 10_000;

  private static final Key<PartSize> TEST_SIZE =
      Key.of(
              "test_size",
              new PartSizeType(),
              "How much is held out to measure by: a share of all samples, rounded up to whole"
                  + " samples, or their number.",
              "0.25")
          .otherwise("no test part");

  private static final Key<PartSize> VALIDATION_SIZE =
      Key.of(
              "validation_size",
              new PartSizeType(),
              "How much is held out to choose by, written as test_size; divided from what the test"
                  + " part leaves.",
              "0.2")
          .otherwise("no validation part");

  private static final Key<Boolean> SHUFFLE =
      Key.of(
              "shuffle",
              Words.TRUTH,
              "Whether parts are drawn at random; false holds out the last samples.",
              "false")
          .otherwise("true");

  private static final Key<Boolean> STRATIFIED =
      Key.of(
              "stratified",
              Words.TRUTH,
              "Whether each part has the classes in about the shares that they have in all samples.",
              "true")
          .otherwise("false");

  private static final Block<SplitSection> SPLIT_BLOCK =
      Block.of(SplitSection.class)
          .maybe(TEST_SIZE, section -> section.split().test())
          .maybe(VALIDATION_SIZE, section -> section.split().validation())
          .maybe(SHUFFLE, section -> unusual(section.split().allocation().draws(), true))
          .maybe(STRATIFIED, section -> unusual(section.split().allocation().stratifies(), false))
          .with(StreamKeys.STREAM, SplitSection::stream)
          .check(SplitKeys::checkHoldsOut)
          .check(SplitKeys::checkStratified)
          .check(SplitKeys::checkStream)
          .make(
              v ->
                  new SplitSection(
                      new Split(
                          v.find(VALIDATION_SIZE),
                          v.find(TEST_SIZE),
                          allocation(v, SHUFFLE, STRATIFIED)),
                      v.of(StreamKeys.STREAM)));

  /** The key {@code split}. */
  public static final Key<SplitSection> SPLIT =
      Key.of(
              "split",
              SPLIT_BLOCK,
              "Holds out random parts of the samples, each as scikit-learn's train_test_split.",
              "{test_size: 0.25, seed: 5}")
          .otherwise("trains on everything");

  /** The key {@code k}. */
  public static final Key<Integer> K =
      Key.of("k", Whole.small(2, MOST_FOLDS), "How many folds of about equal size.", "5");

  private static final Key<Boolean> SHUFFLE_FOLDS =
      Key.of(
              "shuffle",
              Words.TRUTH,
              "Whether samples come into folds at random; false keeps their order.",
              "false")
          .otherwise("true");

  private static final Key<Boolean> STRATIFIED_FOLDS =
      Key.of(
              "stratified",
              Words.TRUTH,
              "Whether each fold has the classes in about the shares that they have in all samples.",
              "true")
          .otherwise("false");

  /** The key {@code fold}. */
  public static final Key<Integer> FOLD =
      Key.of(
              "fold",
              Whole.small(1, MOST_FOLDS),
              "The only fold to hold out, counted from 1; the experiment is then a single trial.",
              "2")
          .otherwise("each fold in turn, each a trial");

  private static final Block<FoldsSection> FOLDS_BLOCK =
      Block.of(FoldsSection.class)
          .with(K, section -> section.folds().k())
          .maybe(SHUFFLE_FOLDS, section -> unusual(section.folds().allocation().draws(), true))
          .maybe(
              STRATIFIED_FOLDS,
              section -> unusual(section.folds().allocation().stratifies(), false))
          .maybe(FOLD, FoldsSection::number)
          .with(StreamKeys.STREAM, FoldsSection::stream)
          .check(SplitKeys::checkFold)
          .check(SplitKeys::checkStream)
          .make(
              v ->
                  new FoldsSection(
                      new Folds(v.of(K), allocation(v, SHUFFLE_FOLDS, STRATIFIED_FOLDS)),
                      v.find(FOLD),
                      v.of(StreamKeys.STREAM)));

  /** The key {@code folds}. */
  public static final Key<FoldsSection> FOLDS =
      Key.of(
              "folds",
              FOLDS_BLOCK,
              "Cross-validation: each fold in turn is the test part of a trial, as with"
                  + " scikit-learn's KFold and StratifiedKFold. Crossed with sweep and repeats.",
              "{k: 5, stratified: true, seed: 7}")
          .otherwise("no cross-validation");

  private SplitKeys() {}

  private static Optional<Boolean> unusual(boolean value, boolean usual) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }

  private static Allocation allocation(Values v, Key<Boolean> shuffle, Key<Boolean> stratified) {
    return Allocation.of(v.find(shuffle).orElse(true), v.find(stratified).orElse(false));
  }

  private static void checkHoldsOut(Values values, Scope scope) {
    List<String> given = values.given();
    if (!given.contains(TEST_SIZE.name()) && !given.contains(VALIDATION_SIZE.name())) {
      scope.trace().report(scope.path(), "holds out nothing", "test_size or validation_size");
    }
  }

  private static void checkStratified(Values values, Scope scope) {
    boolean ordered = !values.find(SHUFFLE).orElse(true);
    if (ordered && values.find(STRATIFIED).orElse(false)) {
      String path = scope.child(STRATIFIED.name()).path();
      scope.trace().report(path, "a stratified split is always shuffled", "shuffle: true");
    }
  }

  /** Where nothing is drawn, a seed would promise something that it does not do. */
  private static void checkStream(Values values, Scope scope) {
    boolean draws = values.find(SHUFFLE).or(() -> values.find(SHUFFLE_FOLDS)).orElse(true);
    for (Key<?> key : List.of(StreamKeys.SEED, StreamKeys.CONTINUES)) {
      if (!draws && values.given().contains(key.name())) {
        String path = scope.child(key.name()).path();
        scope.trace().report(path, "nothing is drawn without shuffle", "no " + key.name());
      }
    }
  }

  private static void checkFold(Values values, Scope scope) {
    Optional<Integer> k = values.find(K);
    Optional<Integer> fold = values.find(FOLD);
    if (k.isPresent() && fold.isPresent() && fold.get() > k.get()) {
      String path = scope.child(FOLD.name()).path();
      scope.trace().report(path, "there is no fold " + fold.get(), "from 1 to " + k.get());
    }
  }
}
