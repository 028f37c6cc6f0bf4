package lockstep.config.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.Halving;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Trace;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.sweep.SweepSection.Drawing;
import lockstep.config.sweep.SweepSection.Drawn;
import lockstep.config.sweep.SweepSection.HalvingSection;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.random.RandomAlgorithm;

/** The keys under {@code sweep}. */
public final class SweepKeys {
  /** The most repeats of a configuration. */
  private static final int MOST_REPEATS = 100_000;

  private static final double DEFAULT_KEEP = 0.5;

  private static final Type<List<Axis>> AXES = axesOf(AxisValues.DISTINCT);

  private static final Type<List<Axis>> COLUMNS = axesOf(AxisValues.COLUMN);

  private static final ByKey<Node> VALUE_BY_KEY =
      new ByKey<>(AnyValue.TYPE, "a map from full keys to a value each");

  /** Full keys with a value each. */
  public static final Type<List<Assignment>> VALUES =
      new Mapped<>(
          SweepKeys::row,
          VALUE_BY_KEY,
          items ->
              items.stream().map(i -> new Assignment(i.key(), i.place(), i.content())).toList(),
          row -> row.stream().map(SweepKeys::item).toList());

  private static final ByKey<Distribution> DISTRIBUTION_BY_KEY =
      new ByKey<>(DistributionKeys.DISTRIBUTION, "a map from full keys to distributions");

  private static final Type<List<Drawn>> DRAWN =
      new Mapped<>(
          SweepKeys::drawn,
          DISTRIBUTION_BY_KEY,
          items -> items.stream().map(i -> new Drawn(i.key(), i.place(), i.content())).toList(),
          drawn -> drawn.stream().map(SweepKeys::item).toList());

  private static final Key<Integer> REPEATS =
      Key.of(
              "repeats",
              Whole.small(1, MOST_REPEATS),
              "How often each configuration is run. The first time uses the file's seeds, every"
                  + " other one seeds derived from them and its number; so the same repeat of two"
                  + " configurations has the same data and initial values.",
              "30")
          .byDefault(1);

  private static final Key<List<Axis>> GRID =
      Key.of(
              "grid",
              AXES,
              "Every value of each key with every value of the others.",
              "{training.learning_rate: [0.01, 0.1], network.layers: [[2, 4, 1], [2, 8, 1]]}")
          .byDefault(List.of());

  private static final Key<List<Axis>> ZIP =
      Key.of(
              "zip",
              COLUMNS,
              "The first values of all keys together, then the second ones, and so on. A key may"
                  + " have a value several times.",
              "{data.noise: [0.1, 0.2], training.epochs: [100, 200]}")
          .byDefault(List.of());

  private static final Key<List<List<Assignment>>> CASES =
      Key.of(
              "cases",
              ListOf.atLeast(1, "a list of maps from full keys to values", VALUES),
              "Configurations written out one by one.",
              "[{training.learning_rate: 0.1, training.epochs: 50}]")
          .byDefault(List.of());

  private static final Key<Integer> TRIALS =
      Key.of("trials", Whole.small(1, AxisValues.MOST), "How many are drawn.", "100");

  private static final Key<Long> SEED =
      Key.of(
              "seed",
              new Whole(0, RandomAlgorithm.NUMPY.largestSeed()),
              "The seed of the draws; more trials begin with the same ones.",
              "1")
          .byDefault(0L);

  private static final Key<List<Drawn>> DRAWN_KEYS =
      Key.of(
          "keys",
          DRAWN,
          "What each key's values are drawn from.",
          "{training.learning_rate: {log_uniform: {low: 1e-4, high: 1}}}");

  private static final Block<Drawing> DRAWING =
      Block.of(Drawing.class)
          .with(TRIALS, Drawing::trials)
          .with(SEED, Drawing::seed)
          .with(DRAWN_KEYS, Drawing::keys)
          .make(v -> new Drawing(v.of(TRIALS), v.of(SEED), v.of(DRAWN_KEYS)));

  private static final Key<Drawing> RANDOM =
      Key.of(
              "random",
              DRAWING,
              "Configurations drawn at random, the same ones every time.",
              "{trials: 100, keys: {training.learning_rate: {log_uniform: {low: 1e-4, high: 1}}}}")
          .otherwise("nothing is drawn");

  private static final Key<List<List<Assignment>>> INCLUDE =
      Key.of(
              "include",
              ListOf.atLeast(1, "a list of maps from full keys to values", VALUES),
              "Each entry is added to the configurations whose values of the keys above it does not"
                  + " change, or, if there are none, is a configuration of its own.",
              "[{training.learning_rate: 0.5, training.epochs: 500}]")
          .byDefault(List.of());

  private static final Key<List<List<Assignment>>> EXCLUDE =
      Key.of(
              "exclude",
              ListOf.atLeast(1, "a list of maps from full keys to values", VALUES),
              "Configurations that have all values of an entry are left out.",
              "[{training.learning_rate: 0.1, data.noise: 0.2}]")
          .byDefault(List.of());

  private static final Key<String> METRIC =
      Key.of(
              "metric",
              new Text("[a-z0-9_]+", "that names a column of the history"),
              "What the configurations are ranked by, as the mean over their repeats.",
              "validation_accuracy")
          .otherwise("validation_loss if all trials have a validation part, else loss");

  private static final Key<List<Integer>> RUNGS =
      Key.of(
          "rungs",
          ListOf.atLeast(1, "a list of increasing numbers of epochs", Whole.from(1)),
          "After how many epochs the configurations are ranked and the worse ones end.",
          "[10, 30, 90]");

  private static final Key<Double> KEEP =
      Key.of(
              "keep",
              new Real(Range.open(0, 1)),
              "The share of the configurations that goes on after a rung, rounded up.",
              "0.5")
          .byDefault(DEFAULT_KEEP);

  private static final Block<HalvingSection> HALVING_BLOCK =
      Block.of(HalvingSection.class)
          .maybe(METRIC, HalvingSection::metric)
          .with(RUNGS, HalvingSection::rungs)
          .with(KEEP, HalvingSection::keep)
          .check(SweepKeys::increasing)
          .make(v -> new HalvingSection(v.find(METRIC), v.of(RUNGS), v.of(KEEP)));

  private static final Key<HalvingSection> HALVING =
      Key.of(
              "halving",
              HALVING_BLOCK,
              "Ends unpromising configurations early (successive halving).",
              "{rungs: [10, 30, 90]}")
          .otherwise("every trial is trained to its end");

  /** What a sweep can say. */
  public static final Block<SweepSection> BLOCK =
      Block.of(SweepSection.class)
          .with(REPEATS, SweepSection::repeats)
          .with(GRID, SweepSection::grid)
          .with(ZIP, SweepSection::zip)
          .with(CASES, SweepSection::cases)
          .maybe(RANDOM, SweepSection::random)
          .with(INCLUDE, SweepSection::include)
          .with(EXCLUDE, SweepSection::exclude)
          .maybe(HALVING, SweepSection::halving)
          .check(SweepKeys::inStep)
          .check(SweepKeys::rowsOnce)
          .make(SweepKeys::section);

  private SweepKeys() {}

  private static SweepSection section(Values v) {
    return new SweepSection(
        v.of(REPEATS),
        v.of(GRID),
        v.of(ZIP),
        v.of(CASES),
        v.find(RANDOM),
        v.of(INCLUDE),
        v.of(EXCLUDE),
        v.find(HALVING));
  }

  private static void increasing(Values values, Scope scope) {
    List<Integer> rungs = values.find(RUNGS).orElse(List.of());
    for (int i = 1; i < rungs.size(); i++) {
      if (rungs.get(i) <= rungs.get(i - 1)) {
        String path = scope.child(RUNGS.name()).item(i).path();
        scope.trace().report(path, "is not above the rung before it", "increasing numbers");
      }
    }
  }

  private static void inStep(Values values, Scope scope) {
    Map<Integer, String> lengths = new LinkedHashMap<>();
    for (Axis axis : values.find(ZIP).orElse(List.of())) {
      lengths.putIfAbsent(axis.values().size(), axis.key().text());
    }
    if (lengths.size() > 1) {
      List<String> parts = new ArrayList<>();
      lengths.forEach((length, key) -> parts.add(length + " of " + key));
      String message = "the keys have different numbers of values: " + String.join(", ", parts);
      scope.trace().report(scope.child(ZIP.name()).path(), message, "as many values of each key");
    }
  }

  /**
   * A column of {@code zip} may repeat a value, but a row of it would be the same trials twice.
   * Values that are made by a rule lie apart, and so do the rows that have them.
   */
  private static void rowsOnce(Values values, Scope scope) {
    List<Axis> columns = values.find(ZIP).orElse(List.of());
    boolean apart = columns.stream().anyMatch(column -> column.values() instanceof Made);
    int rows = columns.stream().mapToInt(column -> column.values().size()).min().orElse(0);
    Map<List<String>, Integer> known = new LinkedHashMap<>();
    for (int row = 0; row < rows && !apart; row++) {
      Integer before = known.putIfAbsent(meanings(columns, row), row);
      if (before != null) {
        String message = "value " + (row + 1) + " of each key repeats value " + (before + 1);
        Node first = columns.get(0).values().get(row);
        scope.child(ZIP.name()).wrong(first, message, "every combination once");
        return;
      }
    }
  }

  private static List<String> meanings(List<Axis> columns, int row) {
    return columns.stream().map(column -> Assignment.meaning(column.values().get(row))).toList();
  }

  private static Type<List<Axis>> axesOf(AxisValues values) {
    return new Mapped<>(
        SweepKeys::axes,
        new ByKey<>(values, "a map from full keys to their values"),
        items ->
            items.stream()
                .map(i -> new Axis(i.key(), i.place(), i.content(), i.written()))
                .toList(),
        axes -> axes.stream().map(SweepKeys::item).toList());
  }

  private static List<Axis> axes(Object value) {
    return ((List<?>) value).stream().map(Axis.class::cast).toList();
  }

  private static List<Assignment> row(Object value) {
    return ((List<?>) value).stream().map(Assignment.class::cast).toList();
  }

  private static List<Drawn> drawn(Object value) {
    return ((List<?>) value).stream().map(Drawn.class::cast).toList();
  }

  private static ByKey.Item<List<Node>> item(Axis axis) {
    return new ByKey.Item<>(axis.key(), axis.place(), axis.values(), axis.written());
  }

  private static ByKey.Item<Node> item(Assignment assignment) {
    return new ByKey.Item<>(
        assignment.key(), assignment.place(), assignment.value(), assignment.value());
  }

  private static ByKey.Item<Distribution> item(Drawn drawn) {
    Node written = DistributionKeys.DISTRIBUTION.write(drawn.distribution());
    return new ByKey.Item<>(drawn.key(), drawn.place(), drawn.distribution(), written);
  }

  /**
   * What can be read of a sweep with mistakes: the values of each key, as far as they are right.
   *
   * @param node what stands under {@code sweep}
   */
  public static List<List<Assignment>> readable(Node node) {
    List<List<Assignment>> readable = new ArrayList<>();
    for (Key<List<Axis>> key : List.of(GRID, ZIP)) {
      for (Entry entry : entries(node, key.name())) {
        Mapping alone = new Mapping(entry.place(), List.of(entry));
        Optional<List<Axis>> axes = quietly(key.type(), alone);
        axes.ifPresent(read -> read.forEach(axis -> readable.add(axis.assignments())));
      }
    }
    for (Key<List<List<Assignment>>> key : List.of(CASES, INCLUDE)) {
      Optional<Node> rows = node instanceof Mapping map ? map.get(key.name()) : Optional.empty();
      rows.flatMap(written -> quietly(key.type(), written))
          .ifPresent(read -> read.forEach(row -> row.forEach(one -> readable.add(List.of(one)))));
    }
    return readable;
  }

  private static List<Entry> entries(Node node, String key) {
    return node instanceof Mapping map && map.get(key).orElse(node) instanceof Mapping inner
        ? map.get(key).map(any -> inner.entries()).orElse(List.of())
        : List.of();
  }

  private static <T> Optional<T> quietly(Type<T> type, Node node) {
    return type.read(node, new Trace(new ArrayList<>(), false).root(node.place()));
  }

  /** Successive halving as it is written. */
  public static Node write(Halving halving) {
    return HALVING_BLOCK.write(
        new HalvingSection(Optional.of(halving.metric()), halving.rungs(), halving.keep()));
  }
}
