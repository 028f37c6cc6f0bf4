package lockstep.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Halving;
import lockstep.config.Recording;
import lockstep.config.Setting;
import lockstep.config.TrialPoint;
import lockstep.decimal.ShortestDecimal;

/**
 * Trials of a search as the trials of a sweep over the searched key.
 *
 * @param experiment what is searched in
 * @param attempts the trials
 */
public record Attempts(Experiment experiment, List<Attempt> attempts) implements Experiment {
  /** Copies the list. */
  public Attempts {
    attempts = List.copyOf(attempts);
  }

  @Override
  public String name() {
    return experiment.name();
  }

  @Override
  public boolean isSweep() {
    return true;
  }

  /** The swept keys, and the searched one behind them. */
  @Override
  public List<String> keys() {
    List<String> keys = new ArrayList<>(experiment.keys());
    keys.add(experiment.search().orElseThrow().key());
    return keys;
  }

  /** Each trial counts as a configuration of its own. */
  @Override
  public int configurations() {
    return attempts.size();
  }

  @Override
  public int repeats() {
    return 1;
  }

  /** The configuration and repeat of the search that a trial is of, and the value it tried. */
  @Override
  public TrialPoint point(int trial) {
    Attempt attempt = attempts.get(trial);
    TrialPoint point = experiment.point(attempt.search());
    List<String> values = new ArrayList<>(point.values());
    values.add(shown(attempt));
    return new TrialPoint(point.configuration(), point.repeat(), point.fold(), values);
  }

  /** The value of a trial as it would stand in a file. */
  public static String shown(Attempt attempt) {
    String text = ShortestDecimal.format(attempt.value().doubleValue());
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public ExperimentSpec spec(int trial) {
    Attempt attempt = attempts.get(trial);
    return experiment.spec(attempt.search(), attempt.value());
  }

  @Override
  public String digest() {
    return experiment.digest();
  }

  @Override
  public String yaml() {
    return experiment.yaml();
  }

  @Override
  public List<Setting> settings() {
    return experiment.settings();
  }

  @Override
  public Recording recording() {
    return experiment.recording();
  }

  @Override
  public Optional<Halving> halving() {
    return Optional.empty();
  }
}
