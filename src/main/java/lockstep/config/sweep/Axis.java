package lockstep.config.sweep;

import java.util.List;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;

/**
 * A swept key with all its values.
 *
 * @param key which key
 * @param place where the key stands in the file
 * @param values at least one, each with its place
 * @param written what stands in the file
 */
public record Axis(KeyPath key, Place place, List<Node> values, Node written) {
  /** Copies the list. */
  public Axis {
    values = List.copyOf(values);
  }

  List<Assignment> assignments() {
    return values.stream().map(value -> new Assignment(key, place, value)).toList();
  }
}
