package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.network.InitSpec.DrawOrder;
import lockstep.network.Initializer;
import lockstep.network.Initializer.Constant;
import lockstep.network.Initializer.EachLayer;
import lockstep.network.Initializer.Given;
import lockstep.network.Initializer.GivenLayer;
import lockstep.network.Initializer.He;
import lockstep.network.Initializer.Normal;
import lockstep.network.Initializer.TruncatedNormal;
import lockstep.network.Initializer.Uniform;
import lockstep.network.Initializer.Xavier;
import lockstep.network.Initializer.Zeros;
import lockstep.network.ScaledInitializer.FanIn;
import lockstep.network.ScaledInitializer.Lecun;
import lockstep.network.ScaledInitializer.Orthogonal;
import lockstep.network.StoredParameters;

/** The keys under {@code network.init}, and the table of initializers. */
public final class InitKeys {
  private static final Type<Given> GIVEN_WEIGHTS =
      Mapped.of(
          Given.class,
          ListOf.atLeast(
              1,
              "a list with the rows (in x out) of each layer",
              Grid.of("a list of rows", Real.ANY)),
          Given::new,
          Given::layers);

  private static final Type<Given> GIVEN_BIASES =
      Mapped.of(
          Given.class,
          ListOf.atLeast(
              1,
              "a list with the biases of each layer",
              ListOf.atLeast(1, "a list of numbers", Real.ANY)),
          rows -> new Given(rows.stream().map(List::of).toList()),
          given -> given.layers().stream().map(rows -> rows.get(0)).toList());

  private static final Option<GivenLayer> LAYER_WEIGHTS =
      givenLayer(
          Mapped.of(
              GivenLayer.class,
              Grid.of("a list with the rows (in x out) of the layer", Real.ANY),
              GivenLayer::new,
              GivenLayer::rows),
          "[[0.5], [0.6]]");

  private static final Option<GivenLayer> LAYER_BIASES =
      givenLayer(
          Mapped.of(
              GivenLayer.class,
              ListOf.atLeast(1, "a list with the biases of the layer", Real.ANY),
              row -> new GivenLayer(List.of(row)),
              given -> given.rows().get(0)),
          "[0.3]");

  /** The key {@code network.init.weights}. */
  public static final Key<Initializer> WEIGHTS =
      Key.<Initializer>of(
              "weights",
              ofLayers(
                  Stream.concat(drawn().stream(), Stream.of(orthogonal())).toList(),
                  given(GIVEN_WEIGHTS, "[[[0.1, -0.2], [0.3, 0.4]], [[0.5], [0.6]]]"),
                  LAYER_WEIGHTS),
              "How the weights start; or a list with one for each layer after the inputs.",
              "{normal: {std: 0.1}}")
          .byDefault(InitSection.DEFAULT.weights());

  /** The key {@code network.init.biases}. */
  public static final Key<Initializer> BIASES =
      Key.<Initializer>of(
              "biases",
              ofLayers(drawn(), given(GIVEN_BIASES, "[[0.1, -0.2], [0.3]]"), LAYER_BIASES),
              "How the biases start; or a list with one for each layer after the inputs.",
              "zeros")
          .byDefault(InitSection.DEFAULT.biases());

  private static final Key<DrawOrder> ORDER =
      Key.of(
              "order",
              Words.of(DrawOrder.class),
              "In which order the stream is used: layer by layer the weight matrix row by row and"
                  + " then the biases, or unit by unit with the unit's bias before or after its"
                  + " weights.",
              "unit_bias_first")
          .byDefault(InitSection.DEFAULT.order());

  private static final Key<String> FROM =
      Key.of(
              "from",
              new Text("[^\\x00-\\x1f]+", ""),
              "The model file of an earlier training, relative to the file in which this stands:"
                  + " training goes on from its weights and biases, and nothing is drawn.",
              "results/xor/model.yaml")
          .otherwise("weights and biases start anew");

  static final Block<InitSection> BLOCK =
      Block.of(InitSection.class)
          .maybe(WEIGHTS, init -> init.unlessStored(init.weights()))
          .maybe(BIASES, init -> init.unlessStored(init.biases()))
          .maybe(ORDER, init -> init.unlessStored(init.order()))
          .maybe(FROM, init -> init.stored().map(StoredParameters::copyName))
          .exclusive(FROM, WEIGHTS)
          .exclusive(FROM, BIASES)
          .exclusive(FROM, ORDER)
          .with(StreamKeys.STREAM, InitSection::stream)
          .load(InitKeys::load);

  private InitKeys() {}

  private static Optional<InitSection> load(Values values, Scope scope) {
    Optional<String> name = values.find(FROM);
    Optional<StoredParameters> stored =
        name.flatMap(file -> ModelLoading.load(file, scope.child(FROM.name())));
    return name.isPresent() && stored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InitSection(
                values.of(WEIGHTS),
                values.of(BIASES),
                values.of(ORDER),
                stored,
                values.of(StreamKeys.STREAM)));
  }

  /** One initializer for all layers, or one for each. */
  private static Type<Initializer> ofLayers(
      List<Option<? extends Initializer>> drawn,
      Option<Given> given,
      Option<GivenLayer> givenLayer) {
    Type<Initializer> each = initializers(drawn, givenLayer);
    return new ListOr<>(
        initializers(drawn, given),
        Mapped.of(
            Initializer.class,
            ListOf.atLeast(1, "a list with one for each layer", each),
            EachLayer::new,
            init -> ((EachLayer) init).layers()),
        init -> !(init instanceof EachLayer));
  }

  private static Choice<Initializer> initializers(
      List<Option<? extends Initializer>> drawn, Option<? extends Initializer> given) {
    return new Choice<>(
        "an initializer",
        Initializer.class,
        Stream.concat(drawn.stream(), Stream.of(given)).toList());
  }

  private static Option<Given> given(Type<Given> given, String example) {
    String meaning =
        "The numbers themselves, layer by layer; in a list with an initializer for each layer,"
            + " those of the one layer.";
    return new Option<>("given", Given.class, given, meaning, example);
  }

  private static Option<GivenLayer> givenLayer(Type<GivenLayer> given, String example) {
    return new Option<>("given", GivenLayer.class, given, "The numbers of this layer.", example);
  }

  private static Option<Orthogonal> orthogonal() {
    return new Option<>(
        "orthogonal",
        Orthogonal.class,
        () -> ScaledKeys.ORTHOGONAL,
        "Columns that are orthogonal to each other, or rows if there are fewer (Saxe et al.,"
            + " 2014).");
  }

  /** The initializers that weights and biases share: a row for each. */
  private static List<Option<? extends Initializer>> drawn() {
    return List.of(
        new Option<>("normal", Normal.class, () -> NormalKeys.NORMAL, "Normal draws."),
        new Option<>(
            "truncated_normal",
            TruncatedNormal.class,
            () -> NormalKeys.TRUNCATED_NORMAL,
            "Normal draws, those too far from the mean drawn anew, as TensorFlow does."),
        new Option<>(
            "uniform", Uniform.class, () -> UniformKeys.BLOCK, "Uniform draws from [low, high)."),
        new Option<>(
            "zeros", Zeros.class, Block.constant(Zeros.class, new Zeros()), "Every value 0."),
        new Option<>("constant", Constant.class, () -> ConstantKeys.BLOCK, "Every value the same."),
        new Option<>(
            "xavier",
            Xavier.class,
            () -> ScaledKeys.XAVIER,
            "Scaled for symmetric activations: std sqrt(2 / (in + out)), or bound sqrt(6 / (in +"
                + " out)) (Glorot and Bengio, 2010)."),
        new Option<>(
            "he",
            He.class,
            () -> ScaledKeys.HE,
            "Scaled for relu: std sqrt(2 / in), or bound sqrt(6 / in) (He et al., 2015)."),
        new Option<>(
            "lecun",
            Lecun.class,
            () -> ScaledKeys.LECUN,
            "Scaled for selu and for inputs of variance 1: std sqrt(1 / in), or bound sqrt(3 /"
                + " in) (LeCun et al., 1998)."),
        new Option<>(
            "fan_in",
            FanIn.class,
            Block.constant(FanIn.class, new FanIn()),
            "Uniform between -1 / sqrt(in) and 1 / sqrt(in), as PyTorch's Linear starts weights and"
                + " biases."));
  }
}
