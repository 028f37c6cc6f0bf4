package lockstep.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.YamlWriter;
import lockstep.data.CsvTable;
import lockstep.data.Samples;

/** An experiment as a file that leaves nothing to defaults. */
final class ResolvedFile {
  private static final List<String> FOR_PEOPLE =
      List.of("experiment", "title", "description", "source", "expect");

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
        root.entries().stream().filter(entry -> !FOR_PEOPLE.contains(entry.key())).toList());
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
    MessageDigest digest = Sha256.start();
    digest.update(YamlWriter.write(decisive(root)).getBytes(StandardCharsets.UTF_8));
    if (spec.data().generator() instanceof CsvTable table) {
      update(digest, table.samples());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a CSV file holds decides the numbers too. */
  private static void update(MessageDigest digest, Samples samples) {
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (int row = 0; row < samples.count(); row++) {
      for (double value : samples.inputs().getRow(row)) {
        digest.update(number.putDouble(0, value).array());
      }
      for (double value : samples.targets().getRow(row)) {
        digest.update(number.putDouble(0, value).array());
      }
    }
  }
}
