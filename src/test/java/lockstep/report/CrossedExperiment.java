package lockstep.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.Halving;
import lockstep.config.Recording;
import lockstep.config.Setting;
import lockstep.config.TrialPoint;

/**
 * A sweep of any size whose trials are never read: all have the specification of another's first.
 */
record CrossedExperiment(
    Experiment base,
    ExperimentSpec first,
    List<String> keys,
    List<List<String>> values,
    int repeats)
    implements Experiment {

  /** Crosses as many whole numbers from 1 for each key. */
  static CrossedExperiment of(Experiment base, int repeats, int... sizes) {
    List<String> names = List.of("a.rate", "b.width", "c.noise", "d.depth", "e.more");
    return new CrossedExperiment(
        base,
        base.spec(0),
        names.subList(0, sizes.length),
        IntStream.of(sizes)
            .mapToObj(size -> IntStream.rangeClosed(1, size).mapToObj(Integer::toString).toList())
            .toList(),
        repeats);
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public boolean isSweep() {
    return true;
  }

  @Override
  public int configurations() {
    return values.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
  }

  @Override
  public TrialPoint point(int trial) {
    int rest = trial / repeats;
    String[] chosen = new String[keys.size()];
    for (int key = chosen.length - 1; key >= 0; key--) {
      chosen[key] = values.get(key).get(rest % values.get(key).size());
      rest /= values.get(key).size();
    }
    return new TrialPoint(trial / repeats, trial % repeats + 1, List.of(chosen));
  }

  @Override
  public ExperimentSpec spec(int trial) {
    return first;
  }

  @Override
  public String digest(int trial) {
    return "0".repeat(64);
  }

  @Override
  public String digest() {
    return base.digest();
  }

  @Override
  public String yaml() {
    return base.yaml();
  }

  @Override
  public List<Setting> settings() {
    return base.settings();
  }

  @Override
  public Recording recording() {
    return base.recording();
  }

  @Override
  public Optional<Halving> halving() {
    return Optional.empty();
  }
}
