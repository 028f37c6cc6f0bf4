package lockstep.compare;

import java.util.List;

/**
 * A row of a summary.
 *
 * @param trial its number, from 1
 * @param repeat which repeat of its configuration, from 1
 * @param seeds the seeds of its purposes in their order, empty texts where there is none, and the
 *     number of folds
 * @param fate what became of it
 * @param values its numbers in the order of the folder's measures; NaN for an empty cell
 */
record StoredTrial(int trial, int repeat, List<String> seeds, Fate fate, List<Double> values) {

  StoredTrial {
    seeds = List.copyOf(seeds);
    values = List.copyOf(values);
  }

  /** Whether no seed differs that both have, and their data have equally many folds. */
  boolean sameSeeds(StoredTrial other) {
    for (int purpose = 0; purpose < Math.min(seeds.size(), other.seeds.size()); purpose++) {
      String here = seeds.get(purpose);
      String there = other.seeds.get(purpose);
      if (!here.isEmpty() && !there.isEmpty() && !here.equals(there)) {
        return false;
      }
    }
    return true;
  }
}
