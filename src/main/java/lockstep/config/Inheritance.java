package lockstep.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Trace;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.HeadingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.Place;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.config.yaml.TextLoader;
import lockstep.config.yaml.YamlReader;

/** Loads a file together with those that it extends; every value keeps its own place. */
final class Inheritance {
  private static final int AFTER_OVERRIDES = 500;

  private final List<Path> allowed;
  private final List<Mistake> mistakes;
  private final List<Path> chain = new ArrayList<>();

  private Inheritance(List<Path> allowed, List<Mistake> mistakes) {
    this.allowed = allowed;
    this.mistakes = mistakes;
  }

  /**
   * Loads a file.
   *
   * @param file the file
   * @param allowed folders beside its own whose files it may name
   * @param mistakes gets what is wrong
   * @return its values with those it inherits; empty if there is nothing to read
   */
  static Optional<Mapping> load(Path file, List<Path> allowed, List<Mistake> mistakes) {
    return new Inheritance(allowed, mistakes).load(file);
  }

  private Optional<Mapping> load(Path file) {
    int rank = chain.isEmpty() ? 0 : AFTER_OVERRIDES + chain.size();
    chain.add(identity(file));
    Optional<SourceText> source = TextLoader.load(file, allowed, rank, mistakes);
    int before = mistakes.size();
    Optional<Node> root = source.flatMap(text -> YamlReader.read(text, mistakes));
    Definitions.await();
    if (root.isPresent() && root.get() instanceof Mapping mapping) {
      return Optional.of(inherited(mapping));
    }
    if (source.isPresent() && mistakes.size() == before) {
      String message = root.isPresent() ? "is " + root.get().shown() : "the file is empty";
      String expected = "a map with the keys data, network and training";
      mistakes.add(new Mistake(source.get().at(1, 1), "", message, expected, ""));
    }
    return Optional.empty();
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private Mapping inherited(Mapping mapping) {
    return mapping
        .get(HeadingKeys.EXTENDS.name())
        .flatMap(this::base)
        .map(base -> merge(base, mapping))
        .orElse(mapping);
  }

  /** The values of the file that is extended. */
  private Optional<Mapping> base(Node node) {
    if (node instanceof Scalar scalar && scalar.missing()) {
      return Optional.empty();
    }
    Scope scope = new Trace(mistakes, false).root(Place.NONE).child(HeadingKeys.EXTENDS.name());
    return HeadingKeys.EXTENDS.type().read(node, scope).flatMap(name -> base(node, name));
  }

  private Optional<Mapping> base(Node node, String name) {
    Reach reach = node.place().source().reach();
    Path file = reach.resolve(name);
    Optional<String> refusal = reach.refusal(file);
    if (refusal.isPresent()) {
      return refuse(node, refusal.get(), Reach.remedy());
    }
    if (chain.contains(identity(file))) {
      return refuse(node, "the files extend each other in a circle", "");
    }
    if (chain.size() >= HeadingKeys.LONGEST_CHAIN) {
      return refuse(
          node, "too many files extend each other", "at most " + HeadingKeys.LONGEST_CHAIN);
    }
    return Files.isRegularFile(file)
        ? load(file)
        : refuse(node, "there is no file " + file, "a path relative to this file");
  }

  private Optional<Mapping> refuse(Node node, String message, String expected) {
    String key = HeadingKeys.EXTENDS.name();
    mistakes.add(new Mistake(node.place(), key, message, expected, ""));
    return Optional.empty();
  }

  private static Mapping merge(Mapping base, Mapping over) {
    List<Entry> inherited =
        base.entries().stream()
            .filter(entry -> !entry.key().equals(HeadingKeys.EXPERIMENT.name()))
            .toList();
    return (Mapping) ExperimentKeys.EXPERIMENT.merge(new Mapping(base.place(), inherited), over);
  }
}
