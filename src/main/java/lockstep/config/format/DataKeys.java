package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.data.PartSize;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;
import lockstep.data.TargetEncoding.AsIs;
import lockstep.data.TargetEncoding.Codes;
import lockstep.data.TargetEncoding.OneHot;

/** The keys under {@code data} that all generators share. */
public final class DataKeys {
  static final Key<Double> OFF =
      Key.of("off", Real.ANY, "The target in the columns of the other classes.", "0.05")
          .byDefault(OneHot.DEFAULT_OFF);

  static final Key<Double> ON =
      Key.of("on", Real.ANY, "The target in the column of the sample's class.", "0.95")
          .byDefault(OneHot.DEFAULT_ON);

  private static final Block<OneHot> ONE_HOT =
      Block.of(OneHot.class)
          .with(OFF, OneHot::off)
          .with(ON, OneHot::on)
          .make(v -> new OneHot(v.of(OFF), v.of(ON)));

  /** The target encodings: a row for each. */
  private static final List<Option<? extends TargetEncoding>> ENCODINGS =
      List.of(
          new Option<>(
              "as_is",
              AsIs.class,
              Block.constant(AsIs.class, new AsIs()),
              "The targets as the generator made them."),
          new Option<>(
              "one_hot",
              OneHot.class,
              ONE_HOT,
              "A column for each class, on in that of the sample's class and off elsewhere."),
          new Option<>(
              "codes",
              Codes.class,
              Mapped.of(
                  Codes.class,
                  Grid.of("a list with one row of targets for each class", Real.ANY),
                  Codes::new,
                  Codes::vectors),
              "A list of rows; row k is the target of class k, the first being class 0.",
              "[[0.1, 0.9], [0.9, 0.1]]"));

  /** The key {@code encoding}. */
  public static final Key<TargetEncoding> ENCODING =
      Key.<TargetEncoding>of(
              "encoding",
              new Choice<>("a target encoding", TargetEncoding.class, ENCODINGS),
              "How targets become the numbers that the network's outputs are compared with.",
              "one_hot")
          .byDefault(TargetEncoding.DEFAULT);

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

  private static final Block<SplitSection> SPLIT_BLOCK =
      Block.of(SplitSection.class)
          .maybe(TEST_SIZE, section -> section.split().test())
          .maybe(VALIDATION_SIZE, section -> section.split().validation())
          .with(StreamKeys.STREAM, SplitSection::stream)
          .check(DataKeys::checkHoldsOut)
          .make(
              v ->
                  new SplitSection(
                      new Split(v.find(VALIDATION_SIZE), v.find(TEST_SIZE)),
                      v.of(StreamKeys.STREAM)));

  /** The key {@code split}. */
  public static final Key<SplitSection> SPLIT =
      Key.of(
              "split",
              SPLIT_BLOCK,
              "Holds out random parts of the samples, each as scikit-learn's train_test_split.",
              "{test_size: 0.25, seed: 5}")
          .otherwise("trains on everything");

  static final Block<DataSection> BLOCK =
      Block.of(DataSection.class)
          .with(GeneratorKeys.GENERATOR, DataSection::generator)
          .with(StreamKeys.STREAM, DataSection::stream)
          .with(ENCODING, DataSection::encoding)
          .maybe(SPLIT, DataSection::split)
          .make(
              v ->
                  new DataSection(
                      v.of(GeneratorKeys.GENERATOR),
                      v.of(StreamKeys.STREAM),
                      v.of(ENCODING),
                      v.find(SPLIT)));

  private DataKeys() {}

  private static void checkHoldsOut(Values values, Scope scope) {
    boolean given =
        values.given().contains(TEST_SIZE.name())
            || values.given().contains(VALIDATION_SIZE.name());
    if (!given) {
      scope.trace().report(scope.path(), "holds out nothing", "test_size or validation_size");
    }
  }
}
