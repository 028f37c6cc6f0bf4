package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a map with known keys, while it is put together.
 *
 * @param properties the schema of each key
 * @param required the keys that must be there
 */
record ObjectSchema(Map<String, Object> properties, List<String> required) {
  static final ObjectSchema EMPTY = new ObjectSchema(Map.of(), List.of());

  static ObjectSchema of(Key<?> key) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", key.prose().meaning());
    schema.putAll(key.type().schema());
    return new ObjectSchema(
        Map.of(key.name(), schema), key.isRequired() ? List.of(key.name()) : List.of());
  }

  /** A key that must have one word. */
  static ObjectSchema tag(String name, String word, String meaning) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", meaning);
    schema.put("const", word);
    return new ObjectSchema(Map.of(name, schema), List.of(name));
  }

  /** Every alternative of one list joined with every one of the other. */
  static List<ObjectSchema> product(List<ObjectSchema> left, List<ObjectSchema> right) {
    return left.stream().flatMap(one -> right.stream().map(one::and)).toList();
  }

  ObjectSchema and(ObjectSchema other) {
    Map<String, Object> both = new LinkedHashMap<>(properties);
    both.putAll(other.properties);
    List<String> needed = new ArrayList<>(required);
    needed.addAll(other.required);
    return new ObjectSchema(both, needed);
  }

  Map<String, Object> toSchema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
    }
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
