package lockstep.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.config.check.ExperimentChecks;
import lockstep.config.document.ExperimentSchema;
import lockstep.config.document.KeyGuide;
import lockstep.config.document.ReferencePage;

/** Experiments as files: the way from YAML to a spec and back. */
public final class ExperimentFile {
  private ExperimentFile() {}

  /**
   * Gets ready to read an experiment.
   *
   * @param file the YAML file
   * @param request what is asked for beside it
   */
  public static ExperimentReader open(Path file, Request request) {
    return new ExperimentReader(file, request, ExperimentChecks.memoryLimit());
  }

  /**
   * Reads an experiment.
   *
   * @param file the YAML file
   * @param request what is asked for beside it
   * @return the experiment, or every problem with its place; an unreadable file is a problem too
   */
  public static Reading read(Path file, Request request) {
    return open(file, request).read();
  }

  /** The same with other values only. */
  public static Reading read(Path file, List<String> overrides) {
    return read(file, Request.overriding(overrides));
  }

  /**
   * Reads with another limit on memory.
   *
   * @param memoryLimit what the experiment may need, in bytes
   */
  static Reading read(Path file, List<String> overrides, double memoryLimit) {
    return new ExperimentReader(file, Request.overriding(overrides), memoryLimit).read();
  }

  /**
   * The resolved configuration: every default filled in; reading it gives an equal spec.
   *
   * @param spec the experiment
   * @return YAML text, the same bytes for equal specs
   */
  public static String write(ExperimentSpec spec) {
    return new ResolvedFile(spec).text();
  }

  /**
   * The resolved configuration as a flat list, in the order of the file, without title,
   * description, source and expectations.
   */
  public static List<Setting> settings(ExperimentSpec spec) {
    return new ResolvedFile(spec).settings();
  }

  /**
   * The SHA-256 of everything that decides the numbers: the resolved configuration without name,
   * title, description, source and expectations.
   *
   * @return 64 hexadecimal digits
   */
  public static String digest(ExperimentSpec spec) {
    return new ResolvedFile(spec).digest();
  }

  /**
   * Explains all keys in a line each, or one in full: meaning, type, range, default, example.
   *
   * @param key a full key such as {@code training.learning_rate}, or the end of one; empty for all
   * @return the explanation; for an unknown key, what was probably meant
   */
  public static Explanation explain(Optional<String> key) {
    return new KeyGuide().explain(key);
  }

  /** The JSON Schema of experiment files, for editors; ends with a line feed. */
  public static String schema() {
    return ExperimentSchema.text();
  }

  /** The reference page of all keys, in Markdown; ends with a line feed. */
  public static String reference() {
    return new ReferencePage().text();
  }
}
