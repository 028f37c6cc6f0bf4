package lockstep.config.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Model;
import lockstep.config.binding.Scope;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Reach;
import lockstep.network.StoredParameters;

/**
 * The way from the name of a model file to the parameters in it.
 *
 * <p>A resolved file names {@code init/<base name>}, which is where a results folder keeps its
 * copy.
 */
final class ModelLoading {
  private static final int AFTER_ALL_YAML = 1000;

  private ModelLoading() {}

  /**
   * Loads parameters.
   *
   * @param name the file, relative to that in which its name stands
   * @param scope that of the name; gets the mistakes
   * @return empty if there are mistakes
   */
  static Optional<StoredParameters> load(String name, Scope scope) {
    Reach reach = scope.trace().place(scope.path()).source().reach();
    Path file = reach.resolve(name);
    Optional<String> refusal = reach.refusal(file);
    if (refusal.isPresent()) {
      scope.trace().report(scope.path(), refusal.get(), Reach.remedy());
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      boolean folder = Files.isDirectory(file);
      String message = folder ? file + " is a folder" : "there is no file " + file;
      String expected = "a model file, as save: {model: final} writes it";
      scope.trace().report(scope.path(), message, expected);
      return Optional.empty();
    }
    return read(file, scope);
  }

  private static Optional<StoredParameters> read(Path file, Scope scope) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Model> model = ModelKeys.read(file, AFTER_ALL_YAML, mistakes);
    mistakes.forEach(scope.trace()::report);
    String base = String.valueOf(file.getFileName());
    return model.map(
        found -> new StoredParameters(base, ModelKeys.write(found), found.parameters()));
  }
}
