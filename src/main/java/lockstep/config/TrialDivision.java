package lockstep.config;

import java.util.List;
import java.util.Optional;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;
import lockstep.data.Allocation;
import lockstep.data.DataSpec;
import lockstep.data.IndivisibleException;
import lockstep.data.Split;
import lockstep.random.Streams;

/**
 * Finds out before anything is trained whether the classes of the samples allow the division that
 * is asked for. That depends on the samples, so they are made for it.
 */
final class TrialDivision {
  private static final String FOLDS = "data.folds";
  private static final String SPLIT = "data.split";

  private TrialDivision() {}

  /**
   * Reports why a trial's samples cannot be divided.
   *
   * @param spec the trial
   * @param root the values of its file
   * @param mistakes gets what is wrong
   */
  static void check(ExperimentSpec spec, Mapping root, List<Mistake> mistakes) {
    if (!looksAtClasses(spec.data())) {
      return;
    }
    Streams streams = new Streams(spec.rng(), spec.streams());
    spec.data()
        .obstacle(streams)
        .ifPresent(obstacle -> mistakes.add(mistake(spec.data(), obstacle, root)));
  }

  private static boolean looksAtClasses(DataSpec data) {
    boolean stratified =
        data.split().map(Split::allocation).filter(Allocation::stratifies).isPresent();
    return data.generator().shape().classification() && (data.fold().isPresent() || stratified);
  }

  private static Mistake mistake(DataSpec data, IndivisibleException obstacle, Mapping root) {
    String key =
        obstacle
            .part()
            .map(part -> SPLIT + "." + part.word() + "_size")
            .orElse(data.fold().isPresent() ? FOLDS : SPLIT + ".stratified");
    return new Mistake(place(key, root), key, obstacle.getMessage(), expected(data), "");
  }

  private static String expected(DataSpec data) {
    boolean stratified =
        data.fold().filter(one -> one.folds().allocation().stratifies()).isPresent();
    String balanced = "stratified: true, with as many samples of each class as folds";
    return data.fold().isEmpty() ? "" : stratified ? "fewer folds" : balanced;
  }

  /** Where a key stands, or the nearest map that could have it. */
  private static Place place(String key, Mapping root) {
    Optional<Node> node = KeyPath.of(key).flatMap(path -> path.find(root));
    int end = key.lastIndexOf('.');
    return node.map(Node::place)
        .orElseGet(() -> end < 0 ? root.place() : place(key.substring(0, end), root));
  }
}
