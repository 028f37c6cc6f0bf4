package lockstep.config;

import java.util.ArrayList;
import java.util.List;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.YamlWriter;

/** An experiment as a file that leaves nothing to defaults. */
final class ResolvedFile {
  private final ExperimentSpec spec;
  private final Mapping root;

  ResolvedFile(ExperimentSpec spec) {
    this.spec = spec;
    this.root = (Mapping) ExperimentKeys.EXPERIMENT.write(Resolution.unresolve(spec));
  }

  String text() {
    return YamlWriter.write(root);
  }

  Mapping root() {
    return root;
  }

  /** What decides the numbers. */
  private static Mapping decisive(Mapping root) {
    return new Mapping(
        root.place(),
        root.entries().stream()
            .filter(entry -> !DecisiveText.FOR_PEOPLE.contains(entry.key()))
            .toList());
  }

  List<Setting> settings() {
    return settings(root);
  }

  /** What decides the numbers, as a flat list. */
  static List<Setting> settings(Mapping root) {
    List<Setting> settings = new ArrayList<>();
    collect("", decisive(root), settings);
    return settings;
  }

  private static void collect(String path, Node node, List<Setting> settings) {
    if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      for (Entry entry : mapping.entries()) {
        String key = path.isEmpty() ? entry.key() : path + "." + entry.key();
        collect(key, entry.value(), settings);
      }
    } else {
      settings.add(new Setting(path, YamlWriter.inline(node)));
    }
  }

  String digest() {
    return new DecisiveText().digest(spec);
  }
}
