package lockstep.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.statistics.PairedSamples;
import lockstep.statistics.Sample;

/**
 * How the trials of two configurations belong together: the repeats that both have, where all of
 * them have the same seeds on both sides.
 *
 * @param first the one configuration
 * @param second the other
 * @param repeats pairs of trials of the same repeat, in the order of the repeats
 * @param paired whether in all of these pairs the seeds are the same; there is at least one then
 */
record Pairing(Candidate first, Candidate second, List<Repeat> repeats, boolean paired) {

  /** The trials of one repeat. */
  record Repeat(StoredTrial first, StoredTrial second) {}

  Pairing {
    repeats = List.copyOf(repeats);
  }

  static Pairing of(Candidate first, Candidate second) {
    Map<Integer, StoredTrial> others = new LinkedHashMap<>();
    second.trials().forEach(trial -> others.put(trial.repeat(), trial));
    List<Repeat> repeats = new ArrayList<>();
    for (StoredTrial trial : first.trials()) {
      if (others.containsKey(trial.repeat())) {
        repeats.add(new Repeat(trial, others.get(trial.repeat())));
      }
    }
    boolean same = repeats.stream().allMatch(pair -> pair.first().sameSeeds(pair.second()));
    return new Pairing(first, second, repeats, same && !repeats.isEmpty());
  }

  /** The values of the pairs in which both trials count: first the second configuration's. */
  PairedSamples samples(Measure measure) {
    List<Double> firsts = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (Repeat pair : repeats) {
      if (first.fate(pair.first(), measure) == Fate.MEASURED
          && second.fate(pair.second(), measure) == Fate.MEASURED) {
        firsts.add(first.value(pair.first(), measure));
        seconds.add(second.value(pair.second(), measure));
      }
    }
    return new PairedSamples(new Sample(seconds), new Sample(firsts));
  }

  /**
   * 1 for each pair's diverged trials and 0 for those that count, first the second configuration's;
   * pairs with a trial that was pruned or failed are left out.
   */
  PairedSamples divergences(Measure measure) {
    List<Double> firsts = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (Repeat pair : repeats) {
      Fate here = first.fate(pair.first(), measure);
      Fate there = second.fate(pair.second(), measure);
      if (ended(here) && ended(there)) {
        firsts.add(here == Fate.DIVERGED ? 1.0 : 0.0);
        seconds.add(there == Fate.DIVERGED ? 1.0 : 0.0);
      }
    }
    return new PairedSamples(new Sample(seconds), new Sample(firsts));
  }

  /** The same for one configuration's trials, whatever their partners did. */
  static Sample divergences(Candidate candidate, Measure measure) {
    return new Sample(
        candidate.trials().stream()
            .map(trial -> candidate.fate(trial, measure))
            .filter(Pairing::ended)
            .map(fate -> fate == Fate.DIVERGED ? 1.0 : 0.0)
            .toList());
  }

  private static boolean ended(Fate fate) {
    return fate == Fate.MEASURED || fate == Fate.DIVERGED;
  }
}
