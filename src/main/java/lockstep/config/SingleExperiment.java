package lockstep.config;

import java.util.List;
import java.util.Optional;

/**
 * A file without a sweep.
 *
 * @param spec its only trial
 */
record SingleExperiment(ExperimentSpec spec) implements Experiment {
  private static final TrialPoint POINT = new TrialPoint(0, 1, List.of());

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public boolean isSweep() {
    return false;
  }

  @Override
  public List<String> keys() {
    return List.of();
  }

  @Override
  public int configurations() {
    return 1;
  }

  @Override
  public int repeats() {
    return 1;
  }

  @Override
  public TrialPoint point(int trial) {
    return POINT;
  }

  @Override
  public ExperimentSpec spec(int trial) {
    return spec;
  }

  @Override
  public String digest() {
    return ExperimentFile.digest(spec);
  }

  @Override
  public String yaml() {
    return ExperimentFile.write(spec);
  }

  @Override
  public List<Setting> settings() {
    return ExperimentFile.settings(spec);
  }

  @Override
  public Recording recording() {
    return spec.recording();
  }

  @Override
  public Optional<Halving> halving() {
    return Optional.empty();
  }
}
