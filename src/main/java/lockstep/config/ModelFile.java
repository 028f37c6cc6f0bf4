package lockstep.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.format.ModelKeys;
import lockstep.config.yaml.Mistake;

/** Models as files. */
public final class ModelFile {
  private ModelFile() {}

  /**
   * What came of reading something.
   *
   * @param value what was read; present exactly if there are no problems
   * @param problems all mistakes, in the order of their places
   */
  public record Read<T>(Optional<T> value, List<Problem> problems) {
    /** Copies the list and checks that it is one or the other. */
    public Read {
      problems = List.copyOf(problems);
      if (value.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("a reading has either a value or problems");
      }
    }
  }

  /**
   * Reads a model.
   *
   * @param file the YAML file
   * @return the model, or every problem with its place; an unreadable file is a problem too
   */
  public static Read<Model> read(Path file) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Model> model = ModelKeys.read(file, 0, mistakes);
    return new Read<>(model, ExperimentReader.problems(mistakes));
  }

  /** The text of a model file: the same bytes for equal models; reading it gives an equal model. */
  public static String write(Model model) {
    return ModelKeys.write(model);
  }
}
