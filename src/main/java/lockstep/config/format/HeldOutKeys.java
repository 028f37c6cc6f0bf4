package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.data.PartSize;
import lockstep.data.Split;

/** The keys under {@code data.split}. */
final class HeldOutKeys {
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

  static final Block<SplitSection> BLOCK =
      Block.of(SplitSection.class)
          .maybe(TEST_SIZE, section -> section.split().test())
          .maybe(VALIDATION_SIZE, section -> section.split().validation())
          .maybe(SHUFFLE, section -> SplitKeys.unusual(section.split().allocation().draws(), true))
          .maybe(
              STRATIFIED,
              section -> SplitKeys.unusual(section.split().allocation().stratifies(), false))
          .with(StreamKeys.STREAM, SplitSection::stream)
          .check(HeldOutKeys::checkHoldsOut)
          .check(HeldOutKeys::checkStratified)
          .check((values, scope) -> SplitKeys.checkStream(values, scope, SHUFFLE))
          .make(
              v ->
                  new SplitSection(
                      new Split(
                          v.find(VALIDATION_SIZE),
                          v.find(TEST_SIZE),
                          SplitKeys.allocation(v, SHUFFLE, STRATIFIED)),
                      v.of(StreamKeys.STREAM)));

  private HeldOutKeys() {}

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
}
