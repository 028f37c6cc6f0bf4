package lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the program is made of, as the build found it, against what was decided to take. */
class SupplyChainIT {
  /** The bill of materials that the build writes. */
  private static final Path BILL = Path.of("target/lockstep.cdx.json");

  private static final Path DECISION = Path.of("docs/decisions/001-dependencies.md");

  private final Map<String, JsonObject> components = new TreeMap<>();

  @BeforeEach
  void readTheBillOfMaterials() throws IOException {
    JsonObject bill = JsonParser.parseString(Files.readString(BILL)).getAsJsonObject();
    for (JsonElement component : bill.getAsJsonArray("components")) {
      JsonObject object = component.getAsJsonObject();
      components.put(object.get("name").getAsString(), object);
    }
    assertThat(components).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyLibraryHasAReasonAndTheVersionAndLicenceThatWereDecidedOn() throws IOException {
    String decision = Files.readString(DECISION).replaceAll("\\s+", " ");
    List<String> without = new ArrayList<>();
    components.forEach(
        (name, component) -> {
          String version = component.get("version").getAsString();
          String named = "`" + name + "` " + version + " (" + licence(component) + ")";
          if (!decision.contains(named)) {
            without.add(named);
          }
        });
    assertThat(without).as("not in %s", DECISION).isEmpty();
  }

  private static String licence(JsonObject component) {
    JsonObject first = component.getAsJsonArray("licenses").get(0).getAsJsonObject();
    return first.getAsJsonObject("license").get("id").getAsString();
  }

  @Test
  void everyLibraryHasALicenceThatAllowsToPassItOn() {
    components.forEach(
        (name, component) ->
            assertThat(component.getAsJsonArray("licenses").toString())
                .as(name)
                .containsAnyOf("\"Apache-2.0\"", "\"MIT\""));
  }

  @Test
  void everyLibraryHasItsDigest() {
    components.forEach(
        (name, component) ->
            assertThat(component.getAsJsonArray("hashes").toString()).contains("SHA-256"));
  }
}
