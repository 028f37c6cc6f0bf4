package lockstep.config.sweep;

import java.util.List;
import java.util.Optional;
import lockstep.config.Halving;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Place;

/**
 * What a file says under {@code sweep}.
 *
 * @param repeats how often each configuration is run
 * @param grid keys whose values are all crossed with each other
 * @param zip keys whose values go in step, all equally many
 * @param cases configurations that are written out
 * @param random configurations that are drawn
 * @param include values added to configurations, or new configurations
 * @param exclude configurations left out
 * @param halving how unpromising trials are ended early
 */
public record SweepSection(
    int repeats,
    List<Axis> grid,
    List<Axis> zip,
    List<List<Assignment>> cases,
    Optional<Drawing> random,
    List<List<Assignment>> include,
    List<List<Assignment>> exclude,
    Optional<HalvingSection> halving) {
  /** What a file without a sweep says: one configuration, once. */
  public static final SweepSection NONE =
      new SweepSection(
          1,
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());

  /** Copies the lists. */
  public SweepSection {
    grid = List.copyOf(grid);
    zip = List.copyOf(zip);
    cases = cases.stream().map(List::copyOf).toList();
    include = include.stream().map(List::copyOf).toList();
    exclude = exclude.stream().map(List::copyOf).toList();
  }

  /**
   * What a file says under {@code sweep.halving}.
   *
   * @param metric the column of the history that ranks; empty to take the loss of the samples that
   *     are there to choose by
   * @param rungs after how many epochs
   * @param keep the share that goes on
   */
  public record HalvingSection(Optional<String> metric, List<Integer> rungs, double keep) {
    /** Copies the list. */
    public HalvingSection {
      rungs = List.copyOf(rungs);
    }

    /**
     * What is meant.
     *
     * @param usual the column that ranks where none is stated
     */
    public Halving resolve(String usual) {
      return new Halving(metric.orElse(usual), rungs, keep);
    }
  }

  /**
   * Configurations that are drawn.
   *
   * @param trials how many
   * @param seed of the stream that they are drawn from
   * @param keys what is drawn, in this order for each configuration
   */
  public record Drawing(int trials, long seed, List<Drawn> keys) {
    /** Copies the list. */
    public Drawing {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key whose values are drawn.
   *
   * @param key which key
   * @param place where it stands
   * @param distribution what its values are drawn from
   */
  public record Drawn(KeyPath key, Place place, Distribution distribution) {}
}
