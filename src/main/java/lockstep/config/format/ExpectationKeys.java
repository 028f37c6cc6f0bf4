package lockstep.config.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.config.Expectation;
import lockstep.config.Expectation.Judged;
import lockstep.config.Expectation.LayerState;
import lockstep.config.Expectation.Measured;
import lockstep.config.Expectation.Moment;
import lockstep.config.Expectation.Predicted;
import lockstep.config.Expectation.Quantity;
import lockstep.config.binding.Block;
import lockstep.config.binding.Digits;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.Kinds;
import lockstep.config.binding.Kinds.Kind;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.SweepKeys;
import lockstep.data.Part;
import lockstep.decimal.PrintedNumber;
import lockstep.training.Metric;
import lockstep.training.StabilitySpec;
import lockstep.training.StopCondition;

/** The keys of an entry of {@code expect}, and the table of its kinds. */
public final class ExpectationKeys {
  private static final String ONE_PASS =
      "; of one backward pass over the whole training set, so not with batch per_sample, rule"
          + " perceptron, backward_pass last_sample or hidden_gradient updated_weights.";

  private static final Key<Moment> EPOCH =
      Key.of(
          "epoch",
          new MomentType(),
          "When: after so many completed epochs (0 is the untrained network), or final.",
          "145");

  private static final Key<PrintedNumber> TOLERANCE =
      Key.of(
              "tolerance",
              new Digits(new Real(Range.atLeast(0))),
              "How far the numbers may be from the printed ones.",
              "1e-9")
          .otherwise("half a unit of each number's last printed digit");

  private static final List<Key<PrintedNumber>> COLUMNS =
      Columns.all().stream().map(ExpectationKeys::column).toList();

  private static final Type<List<List<PrintedNumber>>> MATRIX =
      Grid.of("a list of rows", Digits.ANY);

  private static final ListOf<PrintedNumber> NUMBERS =
      ListOf.atLeast(1, "a list of numbers", Digits.ANY);

  /** One row, written without the list around it. */
  private static final Type<List<List<PrintedNumber>>> ROW =
      new Mapped<>(MATRIX::cast, NUMBERS, List::of, rows -> rows.get(0));

  private static final Map<Quantity, Key<List<List<PrintedNumber>>>> QUANTITIES = quantities();

  private static final Key<Integer> LAYER =
      Key.of("layer", Whole.from(1), "Which layer; 1 is the first after the inputs.", "1");

  private static final Key<List<Double>> INPUT =
      Key.of(
              "input",
              ListOf.atLeast(1, "a list of numbers", Real.ANY),
              "The sample that pre_activations and activations are of.",
              "[6.5, 4.8]")
          .otherwise("none, for the quantities that need none");

  private static final Key<Moment> PREDICTION_EPOCH = EPOCH.byDefault(new Moment.Final());

  private static final Key<List<List<Double>>> INPUTS =
      Key.of(
          "inputs", Grid.of("a list of rows", Real.ANY), "The inputs to classify.", "[[5.2, 6.2]]");

  private static final Key<List<Integer>> CLASSES =
      Key.of(
          "classes",
          ListOf.atLeast(1, "a list of class numbers", Whole.from(0)),
          "The class that must come out for each input; the first class is 0.",
          "[1]");

  private static final Key<String> VERDICT =
      Key.of("verdict", verdicts(), "What must become of the run.", "diverged");

  private static final Key<StopCondition> CAUSE =
      Key.of("cause", Words.of(StopCondition.class), "The cause of a divergence.", "rebounded")
          .otherwise("any");

  private static final Key<Integer> AT =
      Key.of("at", Whole.from(0), "The epoch of the verdict: the first that shows it.", "122")
          .otherwise("any");

  /** The key {@code where}: taken off the entries of a sweep before they are read. */
  public static final Key<List<Assignment>> WHERE =
      Key.of(
              "where",
              () -> SweepKeys.VALUES,
              "Of which trials of a sweep: those with these values of swept keys, and with this"
                  + " number of the repeat or of the fold.",
              "{training.learning_rate: 0.1, repeat: 1}")
          .otherwise("every trial");

  private static final Block<Judged> JUDGED =
      conditional(Block.of(Judged.class))
          .with(VERDICT, Judged::verdict)
          .maybe(CAUSE, Judged::cause)
          .maybe(AT, judged -> judged.at().stream().boxed().findFirst())
          .make(v -> new Judged(v.of(VERDICT), v.find(CAUSE), optionalInt(v.find(AT))));

  private static final Block<Predicted> PREDICTED =
      conditional(Block.of(Predicted.class))
          .with(PREDICTION_EPOCH, Predicted::moment)
          .with(INPUTS, Predicted::inputs)
          .with(CLASSES, Predicted::classes)
          .make(v -> new Predicted(v.of(PREDICTION_EPOCH), v.of(INPUTS), v.of(CLASSES)));

  private static final Block<LayerState> LAYER_STATE = layerState();

  private static final Block<Measured> MEASURED = measured();

  /** The kinds of expectations: a row for each, the last one for everything else. */
  public static final Kinds<Expectation> EXPECTATION =
      new Kinds<>(
          "a map such as {epoch: 145, loss: 664.6}",
          Expectation.class,
          List.of(
              new Kind<>(
                  new Option<>("judged", Judged.class, JUDGED, "of a verdict"),
                  List.of("verdict", "cause", "at")),
              new Kind<>(
                  new Option<>("predicted", Predicted.class, PREDICTED, "of predicted classes"),
                  List.of("inputs", "classes")),
              new Kind<>(
                  new Option<>("layer", LayerState.class, LAYER_STATE, "of a layer"), layerKeys()),
              new Kind<>(
                  new Option<>("measured", Measured.class, MEASURED, "of the history"),
                  List.of())));

  static final Key<List<Expectation>> EXPECT =
      Key.<List<Expectation>>of(
              "expect",
              ListOf.any("a list of expectations", EXPECTATION),
              "What must come out; checked by verify, each number to its last printed digit.",
              "[{epoch: 145, loss: 664.60120828}, {verdict: diverged}]")
          .byDefault(List.of());

  private ExpectationKeys() {}

  private static <E> Block.Definition<E> conditional(Block.Definition<E> definition) {
    return definition
        .maybe(WHERE, expectation -> Optional.empty())
        .check(
            (values, scope) -> {
              if (values.given().contains(WHERE.name())) {
                String path = scope.child(WHERE.name()).path();
                scope
                    .trace()
                    .report(path, "there is one trial only", "where in files with a sweep");
              }
            });
  }

  private static Key<PrintedNumber> column(String name) {
    String where =
        switch (Part.of(name)) {
          case TRAIN -> analysis(name) + formula(name);
          case VALIDATION -> ", measured on the validation part of the split";
          case TEST -> ", measured on what the split holds out";
        };
    String meaning = "The value of " + name + where + ".";
    return Key.of(name, Digits.ANY, meaning, "0.818").otherwise("not looked at");
  }

  private static String formula(String name) {
    return Metric.ofColumn(name).map(metric -> ": " + MetricMeanings.of(metric)).orElse("");
  }

  private static String analysis(String name) {
    boolean own = StabilitySpec.COLUMNS.contains(name);
    return own ? ", at an epoch at which analysis.stability measures it" : "";
  }

  private static Map<Quantity, Key<List<List<PrintedNumber>>>> quantities() {
    Map<Quantity, Key<List<List<PrintedNumber>>>> keys = new LinkedHashMap<>();
    keys.put(Quantity.WEIGHTS, matrix(Quantity.WEIGHTS, "The layer's weights, in x out."));
    keys.put(Quantity.BIASES, row(Quantity.BIASES, "The layer's biases."));
    keys.put(
        Quantity.WEIGHT_GRADIENT,
        matrix(Quantity.WEIGHT_GRADIENT, "The gradient of the weights, in x out" + ONE_PASS));
    keys.put(
        Quantity.BIAS_GRADIENT,
        row(Quantity.BIAS_GRADIENT, "The gradient of the biases" + ONE_PASS));
    keys.put(
        Quantity.INPUT_GRADIENT,
        matrix(
            Quantity.INPUT_GRADIENT,
            "The gradient of the layer's inputs, training samples x in" + ONE_PASS));
    keys.put(
        Quantity.PRE_ACTIVATIONS,
        row(Quantity.PRE_ACTIVATIONS, "The weighted sums z of the input."));
    keys.put(Quantity.ACTIVATIONS, row(Quantity.ACTIVATIONS, "The activations of the input."));
    return keys;
  }

  private static Key<List<List<PrintedNumber>>> matrix(Quantity quantity, String meaning) {
    return Key.of(Words.word(quantity), MATRIX, meaning, "[[0.1, 0.2]]").otherwise("not looked at");
  }

  private static Key<List<List<PrintedNumber>>> row(Quantity quantity, String meaning) {
    return Key.of(Words.word(quantity), ROW, meaning, "[0.1, 0.2]").otherwise("not looked at");
  }

  private static Words<String> verdicts() {
    Map<String, String> words = new LinkedHashMap<>();
    List.of("converged", "completed", "stalled", "diverged", "out_of_time")
        .forEach(word -> words.put(word, word));
    return new Words<>(String.class, words);
  }

  private static List<String> layerKeys() {
    List<String> names = new ArrayList<>(List.of(LAYER.name(), INPUT.name()));
    QUANTITIES.values().forEach(key -> names.add(key.name()));
    return names;
  }

  private static Block<LayerState> layerState() {
    Block.Definition<LayerState> definition =
        conditional(Block.of(LayerState.class))
            .with(EPOCH, LayerState::moment)
            .with(LAYER, LayerState::layer)
            .maybe(INPUT, LayerState::input);
    QUANTITIES.forEach(
        (quantity, key) ->
            definition.maybe(key, state -> Optional.ofNullable(state.values().get(quantity))));
    return definition
        .maybe(TOLERANCE, LayerState::tolerance)
        .make(
            v ->
                new LayerState(
                    v.of(EPOCH), v.of(LAYER), v.find(INPUT), looked(v), v.find(TOLERANCE)));
  }

  private static Map<Quantity, List<List<PrintedNumber>>> looked(Values values) {
    Map<Quantity, List<List<PrintedNumber>>> found = new EnumMap<>(Quantity.class);
    QUANTITIES.forEach(
        (quantity, key) -> values.find(key).ifPresent(numbers -> found.put(quantity, numbers)));
    return found;
  }

  private static Block<Measured> measured() {
    Block.Definition<Measured> definition =
        conditional(Block.of(Measured.class)).with(EPOCH, Measured::moment);
    COLUMNS.forEach(
        key -> definition.maybe(key, m -> Optional.ofNullable(m.values().get(key.name()))));
    return definition
        .maybe(TOLERANCE, Measured::tolerance)
        .make(v -> new Measured(v.of(EPOCH), columns(v), v.find(TOLERANCE)));
  }

  private static Map<String, PrintedNumber> columns(Values values) {
    Map<String, PrintedNumber> found = new LinkedHashMap<>();
    COLUMNS.forEach(key -> values.find(key).ifPresent(number -> found.put(key.name(), number)));
    return found;
  }

  private static OptionalInt optionalInt(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
