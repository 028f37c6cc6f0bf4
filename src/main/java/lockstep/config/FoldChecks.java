package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;
import lockstep.data.DataSpec;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/**
 * Whether the data of a file of many trials can be divided as it says, whatever the trial.
 *
 * <p>Mutable: remembers the last data that were divided, as most trials have the same.
 */
final class FoldChecks {
  private static final String FOLDS = "data.folds";

  private final SweptExperiment experiment;
  private final Mapping root;
  private Optional<Divided> known = Optional.empty();

  private record Divided(DataSpec data, Map<Purpose, StreamSpec> streams) {}

  FoldChecks(SweptExperiment experiment, Mapping root) {
    this.experiment = experiment;
    this.root = root;
  }

  /** Reports what cannot be crossed with folds. */
  void check(List<Mistake> mistakes) {
    if (experiment.folds() == 1) {
      return;
    }
    if (experiment.search().isPresent()) {
      mistakes.add(mistake(FOLDS, "a search cannot be cross-validated", "no folds, or no search"));
    }
    if (experiment.halving().isPresent()) {
      String message = "would end trials because their fold is a hard one";
      mistakes.add(
          mistake(ExperimentKeys.SWEEP.name() + ".halving", message, "no halving, or no folds"));
    }
    String fold = FOLDS + ".fold";
    if (experiment.keys().contains(fold)) {
      String message = "each fold is a trial anyway, so " + fold + " cannot be swept";
      mistakes.add(mistake(FOLDS, message, ""));
    }
  }

  /** Reports why the data of one of the configurations cannot be divided. */
  void check(ExperimentSpec spec, List<Mistake> mistakes) {
    Optional<Integer> k = spec.data().fold().map(one -> one.folds().k());
    if (!k.equals(FoldAxis.k(root))) {
      String message = "a configuration has other folds than the file";
      mistakes.add(mistake(FOLDS + ".k", message, "the same number of folds everywhere"));
      return;
    }
    Divided now = new Divided(spec.data(), spec.streams());
    if (!known.equals(Optional.of(now))) {
      List<Mistake> found = new ArrayList<>();
      TrialDivision.check(spec, root, found);
      mistakes.addAll(found);
      known = Optional.of(now).filter(any -> found.isEmpty());
    }
  }

  private Mistake mistake(String key, String message, String expected) {
    return new Mistake(place(key), key, message, expected, "");
  }

  private Place place(String key) {
    Optional<Node> node = KeyPath.of(key).flatMap(path -> path.find(root));
    int end = key.lastIndexOf('.');
    return node.map(Node::place)
        .orElseGet(() -> end < 0 ? root.place() : place(key.substring(0, end)));
  }
}
