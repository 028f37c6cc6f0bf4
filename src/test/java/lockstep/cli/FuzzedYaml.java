package lockstep.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Node.Sequence;
import lockstep.config.yaml.Place;

/**
 * Experiment files with mistakes that know the structure: keys that are missing, doubled, misspelt
 * or somewhere else, values of other types, sizes and signs, whole sections of other files, lists
 * within lists, anchors, and texts in other encodings.
 */
final class FuzzedYaml {
  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "1",
          "2",
          "3",
          "0.5",
          "1e-300",
          "1e308",
          "1e309",
          "-0.0",
          ".nan",
          ".inf",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "010",
          "0x1f",
          "1_000",
          "12:30",
          "no",
          "true",
          "null",
          "~",
          "''",
          "a",
          "\"\\0\"",
          "\"\\u202e\"",
          "=1+1",
          "<b>",
          "${x}",
          "../..",
          "/etc/passwd",
          "/dev/zero",
          "CON",
          "a\\b",
          "é",
          "\"\\ud83d\\ude00\"",
          "!!int 1",
          "!x 1",
          "*a",
          "[]",
          "{}",
          "[[]]",
          "[1, 2]",
          "{a: 1}",
          "{normal: {std: 0.1}}",
          "sum",
          "relu",
          "softmax",
          "bce",
          "adam",
          "{adam: {}}",
          "{random: 1}",
          "{linspace: [0, 1, 5]}",
          "{from: 0, to: 1, step: 0}");

  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "3", "5", "17", "0.1", "0.25", "0.9", "1.5", "1e-3", "100");

  private static final List<String> KEYS =
      List.of(
          "experiment",
          "extends",
          "seed",
          "rng",
          "data",
          "generator",
          "samples",
          "noise",
          "split",
          "network",
          "layers",
          "activations",
          "init",
          "weights",
          "biases",
          "training",
          "loss",
          "learning_rate",
          "epochs",
          "batch",
          "optimizer",
          "deviations",
          "metrics",
          "expect",
          "sweep",
          "grid",
          "zip",
          "cases",
          "random",
          "repeats",
          "halving",
          "include",
          "exclude",
          "search",
          "analysis",
          "record",
          "<<",
          "",
          "a b",
          "?");

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

  private final List<Mapping> corpus;
  private final Random random;

  /**
   * Files to start from.
   *
   * @param corpus their values
   * @param seed decides everything
   */
  FuzzedYaml(List<Mapping> corpus, long seed) {
    this.corpus = corpus;
    this.random = new Random(seed);
  }

  /** The bytes of a file. */
  byte[] bytes() {
    Node tree = pick(corpus);
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes; change++) {
      tree = changed(tree, 0);
    }
    return encoded(written(tree));
  }

  /** The tree with one change, somewhere. */
  private Node changed(Node node, int depth) {
    boolean here = node instanceof Scalar || random.nextInt(4 + depth) == 0;
    if (here || isEmpty(node)) {
      return replaced(node);
    }
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>(list.items());
      int index = random.nextInt(items.size());
      items.set(index, changed(items.get(index), depth + 1));
      return new Sequence(Place.NONE, items);
    }
    List<Entry> entries = new ArrayList<>(((Mapping) node).entries());
    int index = random.nextInt(entries.size());
    Entry entry = entries.get(index);
    entries.set(index, new Entry(Place.NONE, entry.key(), changed(entry.value(), depth + 1)));
    return new Mapping(Place.NONE, entries);
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Sequence list
        ? list.items().isEmpty()
        : node instanceof Mapping mapping && mapping.entries().isEmpty();
  }

  private Node replaced(Node node) {
    if (node instanceof Mapping mapping && random.nextInt(4) > 0) {
      return rearranged(mapping);
    }
    if (node instanceof Scalar scalar && scalar.text().matches("[0-9.]+") && random.nextBoolean()) {
      return new Scalar(Place.NONE, pick(NUMBERS), true);
    }
    return switch (random.nextInt(6)) {
      case 0 -> part(pick(corpus));
      case 1 -> new Sequence(Place.NONE, Collections.nCopies(random.nextInt(4), node));
      case 2 -> new Mapping(Place.NONE, List.of(new Entry(Place.NONE, pick(KEYS), node)));
      case 3 -> nested(node);
      default -> new Scalar(Place.NONE, pick(VALUES), true);
    };
  }

  /** A map with a key that is gone, doubled, misspelt, or new. */
  private Mapping rearranged(Mapping mapping) {
    List<Entry> entries = new ArrayList<>(mapping.entries());
    if (entries.isEmpty() || random.nextInt(3) == 0) {
      entries.add(new Entry(Place.NONE, pick(KEYS), part(pick(corpus))));
      return new Mapping(Place.NONE, entries);
    }
    int index = random.nextInt(entries.size());
    Entry entry = entries.remove(index);
    switch (random.nextInt(4)) {
      case 0 -> Collections.shuffle(entries, random);
      case 1 -> {
        entries.add(entry);
        entries.add(entry);
      }
      case 2 -> entries.add(index, new Entry(Place.NONE, misspelt(entry.key()), entry.value()));
      default -> entries.add(index, new Entry(Place.NONE, pick(KEYS), entry.value()));
    }
    return new Mapping(Place.NONE, entries);
  }

  private String misspelt(String word) {
    int place = random.nextInt(word.length() + 1);
    return word.substring(0, place) + (char) ('a' + random.nextInt(26)) + word.substring(place);
  }

  private Node part(Node node) {
    boolean whole = node instanceof Scalar || isEmpty(node) || random.nextInt(3) == 0;
    if (whole) {
      return node;
    }
    return node instanceof Sequence list
        ? part(pick(list.items()))
        : part(pick(((Mapping) node).entries()).value());
  }

  private Node nested(Node node) {
    Node nested = node;
    int levels = random.nextInt(10) == 0 ? 200 : random.nextInt(5);
    for (int level = 0; level < levels; level++) {
      nested = new Sequence(Place.NONE, List.of(nested));
    }
    return nested;
  }

  /** As text: flow style, which shows all of a tree, under keys in block style. */
  private String written(Node tree) {
    if (!(tree instanceof Mapping mapping) || random.nextInt(5) == 0) {
      return flow(tree) + "\n";
    }
    String anchor = random.nextInt(8) == 0 ? "&a " : "";
    return mapping.entries().stream()
        .map(entry -> entry.key() + ": " + anchor + flow(entry.value()) + "\n")
        .collect(Collectors.joining());
  }

  private String flow(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text().isEmpty() || !scalar.plain() ? quoted(scalar.text()) : scalar.text();
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(this::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Mapping) node)
        .entries().stream()
            .map(entry -> entry.key() + ": " + flow(entry.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(40)) {
      case 0 -> text.getBytes(pick(CHARSETS));
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 2 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      case 3 -> text.replace(": ", ":\t").getBytes(StandardCharsets.UTF_8);
      case 4, 5, 6 -> damaged(text.getBytes(StandardCharsets.UTF_8));
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] damaged(byte[] bytes) {
    for (int change = 0; change <= random.nextInt(3); change++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
