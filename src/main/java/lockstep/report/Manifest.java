package lockstep.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a results folder holds and which configuration it belongs to.
 *
 * @param digest the digest of the configuration
 * @param numerics the version of the numerics
 * @param reproducible whether the same configuration always gives the same bytes; only written if
 *     not
 * @param files the SHA-256 of every file but the manifest, by relative path
 */
record Manifest(
    String digest, String numerics, boolean reproducible, SortedMap<String, String> files) {
  /** The version of the layout of results folders. */
  static final int FORMAT = 1;

  /** No manifest is larger: 4 MiB, enough for more than twenty thousand files. */
  static final int MOST_BYTES = 4 << 20;

  private static final String PATH = "([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*";

  /** The manifest of results that always have the same bytes. */
  Manifest(String digest, String numerics, SortedMap<String, String> files) {
    this(digest, numerics, true, files);
  }

  /** Copies the map and checks that every path stays inside the folder. */
  Manifest {
    files = new TreeMap<>(files);
    for (String path : files.keySet()) {
      if (!path.matches(PATH)) {
        throw new IllegalArgumentException("not a file of a results folder: " + path);
      }
    }
  }

  /**
   * The manifest of these files; one of an older manifest among them does not count.
   *
   * @throws IOException if a file that was not written yet cannot be made
   */
  static Manifest of(Configuration configuration, Map<String, Content> contents)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, Content> content : contents.entrySet()) {
      if (!content.getKey().equals(ResultsLayout.MANIFEST)) {
        files.put(content.getKey(), content.getValue().sha256());
      }
    }
    return new Manifest(
        configuration.digest(), configuration.numerics(), configuration.reproducible(), files);
  }

  /**
   * The file with the manifest of these files, which is made when they are known.
   *
   * @param contents copied
   */
  static Content content(Configuration configuration, Map<String, Content> contents) {
    SortedMap<String, Content> listed = new TreeMap<>(contents);
    return Content.of(out -> out.append(of(configuration, listed).json()));
  }

  /** The text of the file, sorted by path. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.beginObject();
      json.name("format").value(FORMAT);
      json.name("numerics").value(numerics);
      json.name("configuration").value(digest);
      if (!reproducible) {
        json.name("reproducible").value(false);
      }
      json.name("files").beginObject();
      for (Map.Entry<String, String> file : files.entrySet()) {
        json.name(file.getKey()).value(file.getValue());
      }
      json.endObject().endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text + "\n";
  }

  /**
   * Reads the manifest in a file.
   *
   * @return empty if there is no such file, or it is not a manifest of this tool
   * @throws IOException if it cannot be read
   */
  static Optional<Manifest> read(Path file) throws IOException {
    return StoredText.read(file, MOST_BYTES).flatMap(Manifest::parse);
  }

  /**
   * Reads a manifest.
   *
   * @return empty if the text is not a manifest of this tool
   */
  static Optional<Manifest> parse(String json) {
    try {
      JsonElement root = JsonParser.parseString(json);
      return root.isJsonObject() ? parse(root.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException foreign) {
      return Optional.empty();
    }
  }

  private static Optional<Manifest> parse(JsonObject root) {
    boolean complete = root.has("configuration") && root.has("numerics") && root.has("files");
    if (!complete || !root.get("files").isJsonObject()) {
      return Optional.empty();
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonElement> file : root.getAsJsonObject("files").entrySet()) {
      files.put(file.getKey(), file.getValue().getAsString());
    }
    String digest = root.get("configuration").getAsString();
    boolean reproducible = !root.has("reproducible") || root.get("reproducible").getAsBoolean();
    return Optional.of(
        new Manifest(digest, root.get("numerics").getAsString(), reproducible, files));
  }
}
