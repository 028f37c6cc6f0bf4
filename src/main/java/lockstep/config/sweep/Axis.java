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
  /** Copies the list, unless its values are made when they are asked for. */
  public Axis {
    values = values instanceof Made ? values : List.copyOf(values);
  }

  /** Each value with its key, made when it is asked for. */
  List<Assignment> assignments() {
    return new Made<>(values.size(), i -> new Assignment(key, place, values.get(i)));
  }
}
