package lockstep.report;

import java.util.List;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.ExperimentSpec;
import lockstep.config.Setting;

/**
 * What was run, as texts.
 *
 * @param yaml the resolved experiment file
 * @param settings the same as a flat list, without title, description, source and expectations
 * @param digest the SHA-256 of everything that decides the numbers, 64 hexadecimal digits
 * @param numerics the version of the numerics; results of other versions may have other last digits
 * @param reproducible whether the same configuration always gives the same bytes
 */
public record Configuration(
    String yaml, List<Setting> settings, String digest, String numerics, boolean reproducible) {
  /** The texts of a configuration that always gives the same bytes. */
  public Configuration(String yaml, List<Setting> settings, String digest, String numerics) {
    this(yaml, settings, digest, numerics, true);
  }

  /** Copies the list. */
  public Configuration {
    settings = List.copyOf(settings);
  }

  /** The texts that belong to an experiment. */
  public static Configuration of(ExperimentSpec spec, String numerics) {
    return new Configuration(
        ExperimentFile.write(spec),
        ExperimentFile.settings(spec),
        ExperimentFile.digest(spec),
        numerics,
        spec.training().stopping().isReproducible());
  }

  /** The texts that belong to a file with one trial or many. */
  public static Configuration of(Experiment experiment, String numerics) {
    return new Configuration(
        experiment.yaml(),
        experiment.settings(),
        experiment.digest(),
        numerics,
        experiment.spec(0).training().stopping().isReproducible());
  }
}
