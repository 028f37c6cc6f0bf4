package lockstep.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExpectationKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Sequence;

/** Which expectations of a sweep's file are about which of its trials. Threads may share it. */
final class Where {
  /** The section that the expectations are. */
  static final String EXPECT = "expect";

  private static final String REPEAT = "repeat";
  private static final String FOLD = "fold";
  private static final Pattern ITEM = Pattern.compile("^" + EXPECT + "\\[(\\d+)]");

  private final Mapping root;
  private final List<Item> items = new ArrayList<>();
  private final Optional<Sequence> written;
  private final Map<List<Integer>, Chosen> known = new LinkedHashMap<>();
  private final Map<Assignment, String> meanings = new IdentityHashMap<>();

  /**
   * An expectation.
   *
   * @param written as it stands in the file
   * @param bare the same without its condition
   * @param condition keys and what their values must mean
   */
  private record Item(Node written, Node bare, Map<String, String> condition) {}

  /**
   * The expectations that are about a trial. Trials with the same ones have the same object.
   *
   * @param number from 0
   * @param entry the section {@code expect} with these only, without their conditions
   * @param indices where each stands in the file, from 0
   */
  record Chosen(int number, Optional<Entry> entry, List<Integer> indices) {

    /** A mistake that was found in these expectations, with the path that it has in the file. */
    Mistake located(Mistake mistake) {
      Matcher matcher = ITEM.matcher(mistake.key());
      if (!matcher.find()) {
        return mistake;
      }
      int index = indices.get(Integer.parseInt(matcher.group(1)));
      String key = EXPECT + "[" + index + "]" + mistake.key().substring(matcher.end());
      return new Mistake(
          mistake.place(), key, mistake.message(), mistake.expected(), mistake.suggestion());
    }
  }

  /**
   * The expectations of a file.
   *
   * @param root the file's values
   */
  Where(Mapping root) {
    this.root = root;
    this.written = root.get(EXPECT).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    written.map(Sequence::items).orElse(List.of()).forEach(node -> items.add(item(node)));
  }

  private static Item item(Node node) {
    Map<String, String> condition = new LinkedHashMap<>();
    if (node instanceof Mapping map) {
      map.get(name())
          .filter(Mapping.class::isInstance)
          .map(where -> ((Mapping) where).entries())
          .orElse(List.of())
          .forEach(entry -> condition.put(entry.key(), Assignment.meaning(entry.value())));
      return new Item(node, map.without(name()), condition);
    }
    return new Item(node, node, condition);
  }

  private static String name() {
    return ExpectationKeys.WHERE.name();
  }

  /**
   * The expectations that are about a trial.
   *
   * @param point where it is in the sweep
   * @param configuration its values of swept keys
   */
  Chosen chosen(TrialPoint point, List<Assignment> configuration) {
    List<Integer> indices =
        IntStream.range(0, items.size())
            .filter(index -> holds(items.get(index), point, configuration))
            .boxed()
            .toList();
    synchronized (known) {
      return known.computeIfAbsent(indices, any -> new Chosen(known.size(), entry(any), any));
    }
  }

  /** All expectations, whatever they are about. */
  Chosen all() {
    List<Integer> indices = IntStream.range(0, items.size()).boxed().toList();
    return new Chosen(-1, entry(indices), indices);
  }

  private Optional<Entry> entry(List<Integer> indices) {
    return written.map(
        list -> {
          List<Node> bare = indices.stream().map(index -> items.get(index).bare()).toList();
          return new Entry(list.place(), EXPECT, new Sequence(list.place(), bare));
        });
  }

  /** Whether an expectation may be about some trials of a configuration only. */
  boolean tellsTrialsApart() {
    return items.stream()
        .map(item -> item.condition().keySet())
        .anyMatch(keys -> keys.contains(REPEAT) || keys.contains(FOLD));
  }

  private boolean holds(Item item, TrialPoint point, List<Assignment> configuration) {
    return item.condition().entrySet().stream()
        .allMatch(wanted -> holds(wanted.getKey(), wanted.getValue(), point, configuration));
  }

  private boolean holds(
      String key, String meaning, TrialPoint point, List<Assignment> configuration) {
    if (key.equals(FOLD)) {
      return point.fold().isPresent() && meaning.equals(point.fold().getAsInt() + "");
    }
    return key.equals(REPEAT)
        ? meaning.equals(Integer.toString(point.repeat()))
        : configuration.stream()
            .anyMatch(one -> one.key().text().equals(key) && meaning(one).equals(meaning));
  }

  private String meaning(Assignment one) {
    synchronized (meanings) {
      return meanings.computeIfAbsent(one, any -> Assignment.meaning(any.value()));
    }
  }

  /**
   * Reports conditions that are none, or that hold for no trial.
   *
   * @param trace gets the mistakes
   * @param experiment the sweep
   */
  void check(Trace trace, SweptExperiment experiment) {
    Scope list = trace.root(root.place()).child(EXPECT);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).written() instanceof Mapping map && map.get(name()).isPresent()) {
        check(items.get(i), list.item(i).child(name()), experiment);
      }
    }
  }

  private void check(Item item, Scope scope, SweptExperiment experiment) {
    Node where = ((Mapping) item.written()).get(name()).orElseThrow();
    if (ExpectationKeys.WHERE.type().read(where, scope).isEmpty()) {
      return;
    }
    for (int trial : experiment.telling()) {
      TrialPoint point = experiment.place(trial);
      if (holds(item, point, experiment.assignments(point.configuration()))) {
        return;
      }
    }
    scope.wrong(where, "holds for no trial", "values that the sweep gives, repeat and fold");
  }
}
