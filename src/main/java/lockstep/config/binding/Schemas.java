package lockstep.config.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small JSON Schemas, their keys in a fixed order. */
public final class Schemas {
  private Schemas() {}

  /** A schema with one or more keys, given as key, value, key, value. */
  public static Map<String, Object> of(Object... pairs) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      schema.put((String) pairs[i], pairs[i + 1]);
    }
    return schema;
  }

  static Map<String, Object> word(String word, String meaning) {
    return of("description", meaning, "const", word);
  }

  /** Any of some schemas. */
  public static Map<String, Object> anyOf(List<Map<String, Object>> schemas) {
    return of("anyOf", schemas);
  }
}
