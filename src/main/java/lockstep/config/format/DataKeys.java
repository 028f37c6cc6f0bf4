package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Real;
import lockstep.data.Scaling;
import lockstep.data.ScalingSpec;
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

  private static final Key<Scaling> SCALING =
      Key.<Scaling>of(
              "scaling",
              () -> ScalingKeys.TYPE,
              "How each input is scaled, by what it is on the training part alone.",
              "standard")
          .otherwise("inputs as they are");

  private static final Key<Scaling> TARGET_SCALING =
      Key.<Scaling>of(
              "target_scaling",
              () -> ScalingKeys.TYPE,
              "How each target of a regression is scaled, by what it is on the training part alone;"
                  + " losses and errors are then of scaled targets.",
              "standard")
          .otherwise("targets as they are");

  static final Block<DataSection> BLOCK =
      Block.of(DataSection.class)
          .with(GeneratorKeys.GENERATOR, DataSection::generator)
          .with(StreamKeys.STREAM, DataSection::stream)
          .with(ENCODING, DataSection::encoding)
          .maybe(SplitKeys.FOLDS, DataSection::folds)
          .maybe(SplitKeys.SPLIT, DataSection::split)
          .maybe(SCALING, section -> section.scaling().inputs())
          .maybe(TARGET_SCALING, section -> section.scaling().targets())
          .make(
              v ->
                  new DataSection(
                      v.of(GeneratorKeys.GENERATOR),
                      v.of(StreamKeys.STREAM),
                      v.of(ENCODING),
                      v.find(SplitKeys.FOLDS),
                      v.find(SplitKeys.SPLIT),
                      new ScalingSpec(v.find(SCALING), v.find(TARGET_SCALING))));

  private DataKeys() {}
}
