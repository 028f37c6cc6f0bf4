package lockstep.config.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.config.binding.Bytes;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Spelling;
import lockstep.config.sweep.SweepSection.Drawing;
import lockstep.config.sweep.SweepSection.Drawn;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;
import lockstep.random.RandomAlgorithm;
import lockstep.random.RandomStream;

/** From a sweep to its configurations: lists of the swept keys' values. */
public final class Expansion {
  /** The most trials of a sweep. */
  public static final int MOST_TRIALS = 1_000_000;

  /** A number as text in its node, with its place and key, in a list. */
  private static final double BYTES_A_VALUE = 160;

  private static final double BYTES_A_ROW = 64;
  private static final double BYTES_A_REFERENCE = 8;

  private final SweepSection sweep;
  private final Scope scope;
  private final double memoryLimit;

  private Expansion(SweepSection sweep, Scope scope, double memoryLimit) {
    this.sweep = sweep;
    this.scope = scope;
    this.memoryLimit = memoryLimit;
  }

  /**
   * The configurations of a sweep in their order: the last key of the file changes fastest.
   *
   * @param sweep what the file says
   * @param scope of the key {@code sweep}; gets the mistakes
   * @param memoryLimit what the values may need, in bytes
   * @return the values of each configuration, in the order of the keys; empty if there is a mistake
   */
  public static Optional<List<List<Assignment>>> of(
      SweepSection sweep, Scope scope, double memoryLimit) {
    return new Expansion(sweep, scope, memoryLimit).expanded();
  }

  /** The swept keys, in the order in which the file names them. */
  public static List<KeyPath> keys(SweepSection sweep) {
    Set<KeyPath> keys = new LinkedHashSet<>(crossed(sweep));
    sweep.include().forEach(row -> row.forEach(assignment -> keys.add(assignment.key())));
    return List.copyOf(keys);
  }

  /** The keys that are crossed: those of all but include and exclude. */
  private static Set<KeyPath> crossed(SweepSection sweep) {
    Set<KeyPath> keys = new LinkedHashSet<>();
    Stream.concat(sweep.grid().stream(), sweep.zip().stream()).map(Axis::key).forEach(keys::add);
    sweep.cases().forEach(row -> row.forEach(assignment -> keys.add(assignment.key())));
    sweep.random().ifPresent(drawing -> drawing.keys().forEach(drawn -> keys.add(drawn.key())));
    return keys;
  }

  private Optional<List<List<Assignment>>> expanded() {
    boolean right = (isWithinLimits() && fitsIntoMemory()) & namesKeysOnce();
    if (!right) {
      return Optional.empty();
    }
    List<List<Assignment>> crossed = List.of(List.of());
    for (List<List<Assignment>> factor : factors()) {
      crossed = product(crossed, factor);
    }
    List<List<Assignment>> kept = withoutExcluded(crossed);
    if (kept.isEmpty()) {
      return scope.wrong(scope.trace().place(scope.path()), "leaves no trial", "", "");
    }
    return Optional.of(withIncluded(kept));
  }

  private List<List<List<Assignment>>> factors() {
    List<List<List<Assignment>>> factors = new ArrayList<>();
    for (Axis axis : sweep.grid()) {
      factors.add(axis.assignments().stream().map(List::of).toList());
    }
    if (!sweep.zip().isEmpty()) {
      factors.add(zipped());
    }
    if (!sweep.cases().isEmpty()) {
      factors.add(sweep.cases());
    }
    sweep.random().map(Expansion::drawn).ifPresent(factors::add);
    return factors;
  }

  private List<List<Assignment>> zipped() {
    List<List<Assignment>> columns = sweep.zip().stream().map(Axis::assignments).toList();
    return IntStream.range(0, columns.get(0).size())
        .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
        .toList();
  }

  /** Equal draws of a key are one object. */
  private static List<List<Assignment>> drawn(Drawing drawing) {
    RandomStream stream = RandomAlgorithm.NUMPY.start(drawing.seed());
    Map<KeyPath, Map<String, Assignment>> known = new LinkedHashMap<>();
    List<List<Assignment>> rows = new ArrayList<>();
    for (int trial = 0; trial < drawing.trials(); trial++) {
      List<Assignment> row = new ArrayList<>();
      for (Drawn key : drawing.keys()) {
        Node value = key.distribution().draw(stream, key.place());
        Assignment one = new Assignment(key.key(), key.place(), value);
        row.add(
            known
                .computeIfAbsent(key.key(), any -> new LinkedHashMap<>())
                .computeIfAbsent(one.text(), any -> one));
      }
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static List<List<Assignment>> product(
      List<List<Assignment>> left, List<List<Assignment>> right) {
    List<List<Assignment>> product = new ArrayList<>(left.size() * right.size());
    for (List<Assignment> one : left) {
      for (List<Assignment> other : right) {
        product.add(joined(one, other));
      }
    }
    return product;
  }

  private static List<Assignment> joined(List<Assignment> one, List<Assignment> other) {
    List<Assignment> both = new ArrayList<>(one.size() + other.size());
    both.addAll(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  private List<List<Assignment>> withoutExcluded(List<List<Assignment>> crossed) {
    Matches matches = new Matches(crossed, sweep.exclude());
    BitSet excluded = new BitSet();
    for (int i = 0; i < sweep.exclude().size(); i++) {
      List<Assignment> row = sweep.exclude().get(i);
      int before = excluded.cardinality();
      matches.of(row).forEach(excluded::set);
      if (excluded.cardinality() == before) {
        Scope item = scope.child("exclude").item(i);
        item.wrong(row.get(0).place(), "excludes nothing", "values of the swept keys", "");
      }
    }
    return IntStream.range(0, crossed.size())
        .filter(configuration -> !excluded.get(configuration))
        .mapToObj(crossed::get)
        .toList();
  }

  /** As in the matrices of continuous integration: see the key {@code include}. */
  private List<List<Assignment>> withIncluded(List<List<Assignment>> kept) {
    Set<KeyPath> crossed = crossed(sweep);
    if (crossed.isEmpty() && !sweep.include().isEmpty()) {
      return sweep.include();
    }
    List<List<Assignment>> all = new ArrayList<>(kept);
    Matches matches =
        new Matches(kept, sweep.include().stream().map(r -> fixed(r, crossed)).toList());
    for (List<Assignment> row : sweep.include()) {
      List<Integer> found = matches.of(fixed(row, crossed));
      found.forEach(configuration -> all.set(configuration, over(all.get(configuration), row)));
      if (found.isEmpty()) {
        all.add(row);
      }
    }
    return all;
  }

  /** The part of a row whose keys are crossed. */
  private static List<Assignment> fixed(List<Assignment> row, Set<KeyPath> crossed) {
    return row.stream().filter(one -> crossed.contains(one.key())).toList();
  }

  private static List<Assignment> over(List<Assignment> configuration, List<Assignment> row) {
    List<Assignment> changed = new ArrayList<>(configuration);
    for (Assignment one : row) {
      changed.removeIf(old -> old.key().equals(one.key()));
      changed.add(one);
    }
    return List.copyOf(changed);
  }

  /** How many configurations there are before any is excluded or included. */
  private BigInteger configurations() {
    BigInteger count = BigInteger.valueOf(rows(sweep.zip()));
    for (Axis axis : sweep.grid()) {
      count = count.multiply(BigInteger.valueOf(axis.values().size()));
    }
    count = count.multiply(BigInteger.valueOf(Math.max(1, sweep.cases().size())));
    return count.multiply(BigInteger.valueOf(sweep.random().map(Drawing::trials).orElse(1)));
  }

  private boolean isWithinLimits() {
    BigInteger trials = configurations().multiply(BigInteger.valueOf(sweep.repeats()));
    boolean within = trials.compareTo(BigInteger.valueOf(MOST_TRIALS)) <= 0;
    if (!within) {
      Place place = scope.trace().place(scope.path());
      scope.wrong(place, "makes " + trials + " trials", "at most " + MOST_TRIALS, "");
    }
    return within;
  }

  private boolean fitsIntoMemory() {
    double need = bytes();
    if (need > memoryLimit) {
      String message = "its values would need about " + Bytes.show(need) + " of memory";
      String expected = "at most " + Bytes.show(memoryLimit) + ", or a larger -Xmx";
      scope.wrong(scope.trace().place(scope.path()), message, expected, "");
    }
    return need <= memoryLimit;
  }

  /** What the values of all configurations need, each made once for its axis. */
  private double bytes() {
    double values = (double) rows(sweep.zip()) * sweep.zip().size();
    for (Axis axis : sweep.grid()) {
      values += axis.values().size();
    }
    int drawn = sweep.random().map(drawing -> drawing.keys().size()).orElse(0);
    values += (double) drawn * sweep.random().map(Drawing::trials).orElse(0);
    int keys = crossed(sweep).size();
    double rows = configurations().doubleValue();
    return values * BYTES_A_VALUE + rows * (BYTES_A_ROW + keys * BYTES_A_REFERENCE);
  }

  private static int rows(List<Axis> zip) {
    return zip.isEmpty() ? 1 : zip.get(0).values().size();
  }

  /** Whether no key, nor a part of it, is swept twice, and exclude names swept keys only. */
  private boolean namesKeysOnce() {
    List<Named> named = new ArrayList<>();
    sweep.grid().forEach(axis -> named.add(named("grid", axis)));
    sweep.zip().forEach(axis -> named.add(named("zip", axis)));
    distinct("cases", sweep.cases()).forEach(named::add);
    sweep
        .random()
        .ifPresent(
            drawing ->
                drawing.keys().forEach(d -> named.add(new Named("random", d.key(), d.place()))));
    int before = scope.trace().count();
    for (int i = 0; i < named.size(); i++) {
      refuseOverlap(named.get(i), named.subList(0, i));
    }
    distinct("include", sweep.include()).stream()
        .filter(one -> named.stream().noneMatch(other -> other.key().equals(one.key())))
        .forEach(one -> refuseOverlap(one, named));
    refuseUnknown(named.stream().map(one -> one.key().text()).distinct().toList());
    return scope.trace().count() == before;
  }

  /** A key in a part of the sweep. */
  private record Named(String part, KeyPath key, Place place) {}

  private static Named named(String part, Axis axis) {
    return new Named(part, axis.key(), axis.place());
  }

  private static List<Named> distinct(String part, List<List<Assignment>> rows) {
    List<Named> named = new ArrayList<>();
    for (List<Assignment> row : rows) {
      for (Assignment one : row) {
        if (named.stream().noneMatch(other -> other.key().equals(one.key()))) {
          named.add(new Named(part, one.key(), one.place()));
        }
      }
    }
    return named;
  }

  private void refuseOverlap(Named one, List<Named> others) {
    others.stream()
        .filter(other -> other.key().overlaps(one.key()))
        .findFirst()
        .ifPresent(
            other -> {
              String message = "is swept twice: " + other.part() + " has " + other.key().text();
              scope.child(one.part()).child(one.key().text()).wrong(one.place(), message, "", "");
            });
  }

  private void refuseUnknown(List<String> swept) {
    for (Named one : distinct("exclude", sweep.exclude())) {
      String name = one.key().text();
      if (!swept.contains(name)) {
        scope
            .child(one.part())
            .child(name)
            .wrong(
                one.place(),
                "is not swept, so nothing has other values of it",
                "one of " + String.join(", ", swept),
                Spelling.nearest(name, swept));
      }
    }
  }
}
