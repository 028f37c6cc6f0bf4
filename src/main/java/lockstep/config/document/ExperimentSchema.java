package lockstep.config.document;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Schemas;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.HeadingKeys;

/**
 * The JSON Schema of experiment files.
 *
 * <p>A file that extends another need not have all keys, and can remove some with null, so there
 * are two schemas in one: the strict one, and a lenient one for files with {@code extends}.
 */
public final class ExperimentSchema {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ExperimentSchema() {}

  /** The schema in JSON; ends with a line feed. */
  public static String text() {
    Map<String, Object> strict = ExperimentKeys.EXPERIMENT.schema();
    return JSON.toJson(
            Schemas.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "Lockstep experiment",
                "type",
                "object",
                "if",
                Schemas.of("required", List.of(HeadingKeys.EXTENDS.name())),
                "then",
                lenient(strict),
                "else",
                strict))
        + "\n";
  }

  /** The same without required keys, every key being allowed to be null. */
  private static Map<String, Object> lenient(Map<?, ?> schema) {
    Map<String, Object> result = new LinkedHashMap<>();
    schema.forEach((key, value) -> addLenient(result, (String) key, value));
    return result;
  }

  private static void addLenient(Map<String, Object> result, String key, Object value) {
    switch (key) {
      case "required" -> {}
      case "properties" -> result.put(key, lenientProperties((Map<?, ?>) value));
      case "oneOf", "anyOf" ->
          result.put(
              "anyOf", ((List<?>) value).stream().map(each -> lenient((Map<?, ?>) each)).toList());
      default -> result.put(key, value);
    }
  }

  private static Map<String, Object> lenientProperties(Map<?, ?> properties) {
    Map<String, Object> result = new LinkedHashMap<>();
    properties.forEach(
        (name, schema) -> {
          Map<String, Object> nothing = Schemas.of("type", "null");
          Map<String, Object> lenient = lenient((Map<?, ?>) schema);
          result.put((String) name, Schemas.anyOf(List.of(lenient, nothing)));
        });
    return result;
  }
}
