package lockstep.config.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.Model;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Type;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.network.StoredParameters;

/**
 * The name of a model file, and the parameters in it.
 *
 * <p>A resolved file names {@code init/<base name>}, which is where a results folder keeps its
 * copy.
 */
final class StoredParametersType implements Type<StoredParameters> {
  private static final int AFTER_ALL_YAML = 1000;
  private static final Text PATH = new Text("[^\\x00-\\x1f]+", "");

  @Override
  public Optional<StoredParameters> read(Node node, Scope scope) {
    return PATH.read(node, scope).flatMap(name -> load(name, node, scope));
  }

  private static Optional<StoredParameters> load(String name, Node node, Scope scope) {
    Path file = node.place().source().folder().resolve(name);
    if (!Files.isRegularFile(file)) {
      boolean folder = Files.isDirectory(file);
      String message = folder ? file + " is a folder" : "there is no file " + file;
      return scope.wrong(node, message, "a model file, as save: {model: final} writes it");
    }
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Model> model = ModelKeys.read(file, AFTER_ALL_YAML, mistakes);
    mistakes.forEach(scope.trace()::report);
    String base = String.valueOf(file.getFileName());
    return model.map(
        found -> new StoredParameters(base, ModelKeys.write(found), found.parameters()));
  }

  @Override
  public Node write(StoredParameters value) {
    return Node.text(value.copyName());
  }

  @Override
  public StoredParameters cast(Object value) {
    return (StoredParameters) value;
  }

  @Override
  public String noun() {
    return PATH.noun();
  }

  @Override
  public Map<String, Object> schema() {
    return PATH.schema();
  }
}
