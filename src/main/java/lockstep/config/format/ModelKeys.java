package lockstep.config.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.config.Model;
import lockstep.config.Model.Origin;
import lockstep.config.binding.Block;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Trace;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.SourceText;
import lockstep.config.yaml.TextLoader;
import lockstep.config.yaml.YamlReader;
import lockstep.config.yaml.YamlWriter;
import lockstep.data.FittedScaling;
import lockstep.data.Scalings;
import lockstep.matrix.Arithmetic;
import lockstep.network.Activation;
import lockstep.network.ClassRule;
import lockstep.network.Parameters;

/**
 * The keys of a model file, which a training writes and which another one, or a prediction, reads.
 */
public final class ModelKeys {
  /** The largest model file that is read: 64 MiB. */
  public static final int LARGEST_FILE = 64 << 20;

  /** The most values in a model file. */
  public static final int MOST_VALUES = 4_000_000;

  private static final int FORMAT = 1;

  private static final Key<Integer> VERSION =
      Key.of("model", Whole.small(FORMAT, FORMAT), "The version of this format.", "1");

  private static final Key<String> EXPERIMENT =
      Key.of("experiment", Text.ANY, "The experiment that it was trained in.", "xor");

  private static final Key<String> CONFIGURATION =
      Key.of("configuration", Text.ANY, "The digest of the configuration.", "\"0a1b\"");

  private static final Key<String> NUMERICS =
      Key.of("numerics", Text.ANY, "The version of the numerics.", "\"2\"");

  private static final Key<Integer> EPOCH =
      Key.of("epoch", Whole.from(0), "How many epochs the parameters have completed.", "1000");

  private static final Key<List<String>> INPUTS =
      Key.of(
              "inputs",
              new ListOf<>("a list of column names", Text.ANY, ListOf.Length.atLeast(1), true),
              "The names of the inputs.",
              "[area, rooms]")
          .otherwise("the inputs have no names");

  private static final Key<Integer> CLASSES =
      Key.of("classes", Whole.from(1), "How many classes it tells apart.", "3")
          .otherwise("the outputs are numbers");

  private static final Key<List<Activation>> ACTIVATIONS =
      Key.of(
          "activations",
          ListOf.atLeast(1, "a list with one for each layer", NetworkKeys.ACTIVATION),
          "The activation of each layer after the inputs.",
          "[tanh, sigmoid]");

  private static final Key<Arithmetic> ARITHMETIC =
      Key.of("arithmetic", Words.of(Arithmetic.class), "How products are added up.", "fused");

  private static final Key<List<List<Double>>> WEIGHTS =
      Key.of(
          "weights",
          Grid.of("a list of rows", Real.ANY),
          "The weights of a layer, in x out.",
          "[[0.1, -0.2], [0.3, 0.4]]");

  private static final Key<List<Double>> BIASES =
      Key.of(
          "biases",
          ListOf.atLeast(1, "a list of numbers", Real.ANY),
          "The biases of a layer.",
          "[0.1, -0.2]");

  private static final Type<Parameters.Layer> LAYER =
      Block.of(Parameters.Layer.class)
          .with(WEIGHTS, layer -> Matrices.rows(layer.weights()))
          .with(BIASES, layer -> Matrices.rows(layer.biases()).get(0))
          .make(
              v ->
                  new Parameters.Layer(
                      Matrices.of(v.of(WEIGHTS)), Matrices.of(List.of(v.of(BIASES)))));

  private static final Key<List<Parameters.Layer>> PARAMETERS =
      Key.of(
          "parameters",
          ListOf.atLeast(1, "a list with the weights and biases of each layer", LAYER),
          "The weights and biases, layer by layer.",
          "[{weights: [[0.5]], biases: [0]}]");

  private static final double HALF = ClassRule.HALF.outputBorder();

  private static final Key<Double> BORDER =
      Key.of("border", Real.ANY, "Where a single output goes from class 0 to class 1.", "0")
          .otherwise("0.5");

  private static final Block<Origin> ORIGIN =
      Block.of(Origin.class)
          .with(EXPERIMENT, Origin::experiment)
          .with(CONFIGURATION, Origin::configuration)
          .with(NUMERICS, Origin::numerics)
          .with(EPOCH, Origin::epoch)
          .make(
              v -> new Origin(v.of(EXPERIMENT), v.of(CONFIGURATION), v.of(NUMERICS), v.of(EPOCH)));

  private static final Key<Origin> FROM = Key.spread(ORIGIN);

  private static final Block<Model> MODEL =
      Block.of(Model.class)
          .with(VERSION, model -> FORMAT)
          .with(FROM, Model::origin)
          .maybe(INPUTS, Model::inputs)
          .maybe(CLASSES, Model::classes)
          .unless(HALF, BORDER, Model::border)
          .with(NetworkKeys.LAYERS, Model::layers)
          .with(ACTIVATIONS, Model::activations)
          .with(ARITHMETIC, Model::arithmetic)
          .maybe(FittedKeys.INPUT_SCALING, model -> model.scalings().inputs())
          .maybe(FittedKeys.TARGET_SCALING, model -> model.scalings().targets())
          .with(PARAMETERS, model -> model.parameters().layers())
          .check(ModelKeys::check)
          .make(
              v ->
                  new Model(
                      v.of(FROM),
                      v.find(INPUTS),
                      v.find(CLASSES),
                      v.find(BORDER).orElse(HALF),
                      v.of(NetworkKeys.LAYERS),
                      v.of(ACTIVATIONS),
                      v.of(ARITHMETIC),
                      new Parameters(v.of(PARAMETERS)),
                      new Scalings(
                          v.find(FittedKeys.INPUT_SCALING), v.find(FittedKeys.TARGET_SCALING))));

  private ModelKeys() {}

  /**
   * Reads a model file.
   *
   * @param file where it is
   * @param rank its place among the files of a list of problems
   * @param mistakes gets what is wrong
   * @return the model; empty if there are mistakes
   */
  public static Optional<Model> read(Path file, int rank, List<Mistake> mistakes) {
    int before = mistakes.size();
    Optional<SourceText> source = TextLoader.load(file, rank, LARGEST_FILE, mistakes);
    Optional<Node> root = source.flatMap(text -> YamlReader.read(text, MOST_VALUES, mistakes));
    if (mistakes.size() > before) {
      return Optional.empty();
    }
    if (root.isEmpty()
        || !(root.get() instanceof Mapping map)
        || map.get(VERSION.name()).isEmpty()) {
      String message = "this is no model file";
      String expected = "a file that a run with save: {model: final} has written";
      mistakes.add(new Mistake(source.orElseThrow().at(1, 1), "", message, expected, ""));
      return Optional.empty();
    }
    Trace trace = new Trace(mistakes, false);
    return MODEL.read(map, trace.root(map.place())).filter(model -> mistakes.size() == before);
  }

  /** The text of a model file: the same bytes for equal models. */
  public static String write(Model model) {
    return YamlWriter.write((Mapping) MODEL.write(model));
  }

  /** Whether the sizes agree. */
  private static void check(Values values, Scope scope) {
    Optional<List<Integer>> layers = values.find(NetworkKeys.LAYERS);
    Optional<List<Parameters.Layer>> parameters = values.find(PARAMETERS);
    if (layers.isEmpty()) {
      return;
    }
    int expected = layers.get().size() - 1;
    values
        .find(ACTIVATIONS)
        .filter(all -> all.size() != expected)
        .ifPresent(all -> wrong(scope, ACTIVATIONS, counted(all.size(), "activation"), expected));
    values
        .find(INPUTS)
        .filter(names -> names.size() != layers.get().get(0))
        .ifPresent(
            names -> wrong(scope, INPUTS, counted(names.size(), "name"), layers.get().get(0)));
    checkColumns(values, scope, FittedKeys.INPUT_SCALING, layers.get().get(0));
    checkColumns(values, scope, FittedKeys.TARGET_SCALING, layers.get().get(expected));
    parameters
        .filter(all -> all.size() != expected)
        .ifPresent(
            all ->
                wrong(scope, PARAMETERS, "values for " + counted(all.size(), "layer"), expected));
    parameters
        .filter(all -> all.size() == expected)
        .ifPresent(all -> checkShapes(layers.get(), all, scope.child(PARAMETERS.name())));
  }

  private static void checkColumns(
      Values values, Scope scope, Key<FittedScaling> key, int expected) {
    values
        .find(key)
        .filter(scaling -> scaling.columns().size() != expected)
        .ifPresent(
            scaling -> wrong(scope, key, counted(scaling.columns().size(), "column"), expected));
  }

  private static void wrong(Scope scope, Key<?> key, String found, int expected) {
    String path = scope.child(key.name()).path();
    scope.trace().report(path, "has " + found, expected + ", as layers says");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static void checkShapes(
      List<Integer> layers, List<Parameters.Layer> parameters, Scope scope) {
    for (int index = 0; index < parameters.size(); index++) {
      Parameters.Layer layer = parameters.get(index);
      String expected = layers.get(index) + " x " + layers.get(index + 1);
      String weights = Matrices.shape(layer.weights());
      int biases = layer.biases().getColumnDimension();
      if (!weights.equals(expected)) {
        String path = scope.item(index).child(WEIGHTS.name()).path();
        scope.trace().report(path, "has " + weights + " weights", expected + " (in x out)");
      }
      if (biases != layers.get(index + 1)) {
        String path = scope.item(index).child(BIASES.name()).path();
        scope.trace().report(path, "has " + biases + " biases", "" + layers.get(index + 1));
      }
    }
  }
}
