package lockstep.compare;

import java.util.List;
import java.util.Map;

/**
 * A row of a summary.
 *
 * @param trial its number, from 1
 * @param repeat which repeat of its configuration, from 1
 * @param seeds the seeds by their columns; empty texts where there is none
 * @param folds how many folds its data have
 * @param fate what became of it
 * @param values its numbers in the order of the folder's measures; NaN for an empty cell
 */
record StoredTrial(
    int trial, int repeat, Map<String, String> seeds, int folds, Fate fate, List<Double> values) {

  StoredTrial {
    seeds = Map.copyOf(seeds);
    values = List.copyOf(values);
  }

  /** Whether no seed differs that both have, and their data have equally many folds. */
  boolean sameSeeds(StoredTrial other) {
    return folds == other.folds
        && seeds.keySet().stream().allMatch(column -> isSame(column, other));
  }

  private boolean isSame(String column, StoredTrial other) {
    String here = seeds.get(column);
    String there = other.seeds.getOrDefault(column, "");
    return here.isEmpty() || there.isEmpty() || here.equals(there);
  }
}
