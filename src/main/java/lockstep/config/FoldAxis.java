package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.config.binding.Trace;
import lockstep.config.format.FoldKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;

/**
 * The folds of a file's data, each of which is a trial: an axis that every configuration is crossed
 * with.
 *
 * @param folds where the file speaks of them; empty without a cross-validation
 * @param count how many there are; 1 without a cross-validation
 */
record FoldAxis(Optional<Node> folds, int count) {
  private static final KeyPath FOLDS = path("data.folds");
  private static final KeyPath K = path("data.folds.k");
  private static final KeyPath FOLD = path("data.folds.fold");

  private static final FoldAxis NONE = new FoldAxis(Optional.empty(), 1);

  private static KeyPath path(String key) {
    return KeyPath.of(key).orElseThrow();
  }

  /**
   * The folds of a file that names no single one.
   *
   * @param root the file's values; what is wrong with them is reported where a trial is read
   */
  static FoldAxis of(Mapping root) {
    Optional<Node> folds = FOLDS.find(root).filter(Mapping.class::isInstance);
    if (folds.isEmpty() || FOLD.find(root).isPresent()) {
      return NONE;
    }
    return k(root).map(count -> new FoldAxis(folds, count)).orElse(NONE);
  }

  /** How many folds a file divides its data into, also if it names a single one. */
  static Optional<Integer> k(Mapping root) {
    Trace unheard = new Trace(new ArrayList<>(), true);
    return K.find(root).flatMap(k -> FoldKeys.K.type().read(k, unheard.root(k.place())));
  }

  /** The value that makes a trial hold out a fold; none without a cross-validation. */
  List<Assignment> assignment(int number) {
    return folds.map(node -> List.of(assignment(node, number))).orElse(List.of());
  }

  private static Assignment assignment(Node folds, int number) {
    return new Assignment(FOLD, folds.place(), Node.plain(Integer.toString(number)));
  }

  /** The number of a fold; empty without a cross-validation. */
  OptionalInt number(int number) {
    return folds.isPresent() ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
