package lockstep.config.format;

import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.format.DataSection.FoldsSection;
import lockstep.data.Folds;

/** The keys under {@code data.folds}. */
public final class FoldKeys {
  /** The most folds: each is a trial. */
  private static final int MOST_FOLDS = 10_000;

  /** The key {@code k}. */
  public static final Key<Integer> K =
      Key.of("k", Whole.small(2, MOST_FOLDS), "How many folds of about equal size.", "5");

  private static final Key<Boolean> SHUFFLE =
      Key.of(
              "shuffle",
              Words.TRUTH,
              "Whether samples come into folds at random; false keeps their order.",
              "false")
          .otherwise("true");

  private static final Key<Boolean> STRATIFIED =
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

  static final Block<FoldsSection> BLOCK =
      Block.of(FoldsSection.class)
          .with(K, section -> section.folds().k())
          .maybe(SHUFFLE, section -> SplitKeys.unusual(section.folds().allocation().draws(), true))
          .maybe(
              STRATIFIED,
              section -> SplitKeys.unusual(section.folds().allocation().stratifies(), false))
          .maybe(FOLD, FoldsSection::number)
          .with(StreamKeys.STREAM, FoldsSection::stream)
          .check(FoldKeys::checkFold)
          .check((values, scope) -> SplitKeys.checkStream(values, scope, SHUFFLE))
          .make(
              v ->
                  new FoldsSection(
                      new Folds(v.of(K), SplitKeys.allocation(v, SHUFFLE, STRATIFIED)),
                      v.find(FOLD),
                      v.of(StreamKeys.STREAM)));

  private FoldKeys() {}

  private static void checkFold(Values values, Scope scope) {
    Optional<Integer> k = values.find(K);
    Optional<Integer> fold = values.find(FOLD);
    if (k.isPresent() && fold.isPresent() && fold.get() > k.get()) {
      String path = scope.child(FOLD.name()).path();
      scope.trace().report(path, "there is no fold " + fold.get(), "from 1 to " + k.get());
    }
  }
}
