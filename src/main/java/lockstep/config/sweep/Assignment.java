package lockstep.config.sweep;

import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.NumberText;
import lockstep.config.yaml.Place;
import lockstep.config.yaml.YamlWriter;

/**
 * A swept key with one of its values.
 *
 * @param key which key
 * @param place where the key stands in the file; the value has its own
 * @param value the value
 */
public record Assignment(KeyPath key, Place place, Node value) {

  /** The value as YAML on one line. */
  public String text() {
    return YamlWriter.inline(value);
  }

  /** A text that two values share exactly if they mean the same. */
  public static String meaning(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.plain() && NumberText.isReal(scalar.text())) {
      return Numbers.show(Double.parseDouble(scalar.text()));
    }
    return YamlWriter.inline(node);
  }
}
