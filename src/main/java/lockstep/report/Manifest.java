package lockstep.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a results folder holds and which configuration it belongs to.
 *
 * @param digest the digest of the configuration
 * @param numerics the version of the numerics
 * @param files the SHA-256 of every file but the manifest, by relative path
 */
record Manifest(String digest, String numerics, SortedMap<String, String> files) {
  /** The version of the layout of results folders. */
  static final int FORMAT = 1;

  private static final String PATH = "([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*";

  /** Copies the map and checks that every path stays inside the folder. */
  Manifest {
    files = new TreeMap<>(files);
    for (String path : files.keySet()) {
      if (!path.matches(PATH)) {
        throw new IllegalArgumentException("not a file of a results folder: " + path);
      }
    }
  }

  /** The manifest of these files; one of an older manifest among them does not count. */
  static Manifest of(Configuration configuration, Map<String, String> texts) {
    SortedMap<String, String> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, sha256(text)));
    files.remove(Report.MANIFEST);
    return new Manifest(configuration.digest(), configuration.numerics(), files);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }

  /** The text of the file, sorted by path. */
  String json() {
    StringBuilder text = new StringBuilder("{\n");
    text.append("  \"format\": ").append(FORMAT).append(",\n");
    text.append("  \"numerics\": ").append(quoted(numerics)).append(",\n");
    text.append("  \"configuration\": ").append(quoted(digest)).append(",\n");
    text.append("  \"files\": {");
    String separator = "\n";
    for (var file : files.entrySet()) {
      text.append(separator).append("    ").append(quoted(file.getKey()));
      text.append(": ").append(quoted(file.getValue()));
      separator = ",\n";
    }
    return text.append("\n  }\n}\n").toString();
  }

  /** A JSON string. */
  static String quoted(String raw) {
    StringBuilder text = new StringBuilder("\"");
    for (char character : raw.toCharArray()) {
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character < ' ' || character > '~') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        text.append(character);
      }
    }
    return text.append('"').toString();
  }

  /**
   * Reads a manifest; JSON is a part of YAML.
   *
   * @return empty if the text is not a manifest of this tool
   */
  static Optional<Manifest> parse(String json) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
      if (root instanceof Map<?, ?> map && map.get("files") instanceof Map<?, ?> listed) {
        SortedMap<String, String> files = new TreeMap<>();
        listed.forEach((path, hash) -> files.put(String.valueOf(path), String.valueOf(hash)));
        String digest = String.valueOf(map.get("configuration"));
        return Optional.of(new Manifest(digest, String.valueOf(map.get("numerics")), files));
      }
      return Optional.empty();
    } catch (YAMLException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
