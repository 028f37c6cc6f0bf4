package lockstep.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.statistics.Sample;

/**
 * A configuration with its trials.
 *
 * @param name what it is called among those that it is compared with
 * @param results where it comes from
 * @param number which configuration of its folder it is, from 0
 */
public record Candidate(String name, StoredResults results, int number) {

  /** The folder that it comes from. */
  public Path folder() {
    return results.folder();
  }

  /** Its trials in their order, at least one. */
  List<StoredTrial> trials() {
    return results.trials(number);
  }

  /** How many trials it has. */
  public int trialCount() {
    return trials().size();
  }

  /** How many of its trials ended like this, as far as a measure is concerned. */
  public long count(Fate fate, Measure measure) {
    return trials().stream().filter(trial -> fate(trial, measure) == fate).count();
  }

  /** The values of the trials that count. */
  public Sample sample(Measure measure) {
    return new Sample(
        trials().stream()
            .filter(trial -> fate(trial, measure) == Fate.MEASURED)
            .map(trial -> value(trial, measure))
            .toList());
  }

  /** What became of a trial: without a finite number it does not count. */
  Fate fate(StoredTrial trial, Measure measure) {
    boolean missing = trial.fate() == Fate.MEASURED && !Double.isFinite(value(trial, measure));
    return missing ? Fate.NUMBERLESS : trial.fate();
  }

  /** A number of a trial; NaN if there is none. */
  double value(StoredTrial trial, Measure measure) {
    int place = results.measures().indexOf(measure.name());
    return place < 0 ? Double.NaN : trial.values().get(place);
  }

  /** Everything that decides its numbers, by key. */
  Map<String, String> settings() {
    return results.settings(number);
  }

  boolean is(Candidate other) {
    return results == other.results && number == other.number;
  }
}
