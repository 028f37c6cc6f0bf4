package lockstep.training.schedule;

import java.util.Optional;

/**
 * A factor whenever a quantity has not become better for a while. An epoch is better than the best
 * one so far, b, if its value is below b - threshold · |b| (above b + threshold · |b| where larger
 * values are better). After more than {@code patience} epochs in a row that are not, the rate is
 * multiplied by the factor, and the next {@code cooldown} epochs are not counted. As {@code
 * ReduceLROnPlateau} with a relative threshold. The untrained network does not count.
 *
 * @param metric the column of the history
 * @param largerIsBetter whether a larger value of it is better
 * @param factor what the rate is multiplied by, in (0, 1)
 * @param waiting when it is
 * @param lowest what the rate does not fall below, at least 0
 */
public record Plateau(
    String metric, boolean largerIsBetter, double factor, Waiting waiting, double lowest)
    implements Schedule {
  /** The column where none is given. */
  public static final String DEFAULT_METRIC = "loss";

  /** The factor where none is given. */
  public static final double DEFAULT_FACTOR = 0.1;

  /** The lowest rate where none is given. */
  public static final double DEFAULT_LOWEST = 0;

  /**
   * When a quantity counts as one that does not become better.
   *
   * @param patience how many epochs in a row may be no better, at least 0
   * @param threshold by which share of the best value a better one must differ, in [0, 1)
   * @param cooldown how many epochs after a change are not counted, at least 0
   */
  public record Waiting(int patience, double threshold, int cooldown) {
    /** The patience where none is given. */
    public static final int DEFAULT_PATIENCE = 10;

    /** The threshold where none is given. */
    public static final double DEFAULT_THRESHOLD = 1e-4;

    /** Counting goes on at once where nothing is said. */
    public static final int DEFAULT_COOLDOWN = 0;

    /** Checks the ranges. */
    public Waiting {
      Schedule.check("patience", patience, 0, Double.POSITIVE_INFINITY);
      Schedule.check("threshold", threshold, 0, 1);
      Schedule.check("cooldown", cooldown, 0, Double.POSITIVE_INFINITY);
    }
  }

  /** Checks the ranges. */
  public Plateau {
    Schedule.check("factor", factor, Double.MIN_VALUE, 1);
    Schedule.check("lowest rate", lowest, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Optional<String> watched() {
    return Optional.of(metric);
  }

  @Override
  public ScheduleState start(double learningRate, long steps) {
    return new State(this, learningRate);
  }

  private static final class State implements ScheduleState {
    private final Plateau plateau;
    private double rate;
    private double best;
    private int bad;
    private int cooling;

    State(Plateau plateau, double rate) {
      this.plateau = plateau;
      this.rate = rate;
      this.best = plateau.largerIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public double rate(long step) {
      return rate;
    }

    @Override
    public void observe(double value) {
      boolean better = isBetter(value);
      best = better ? value : best;
      bad = better ? 0 : bad + 1;
      if (cooling > 0) {
        cooling--;
        bad = 0;
      }
      if (bad > plateau.waiting.patience) {
        rate = Math.min(rate, Math.max(plateau.lowest, rate * plateau.factor));
        cooling = plateau.waiting.cooldown;
        bad = 0;
      }
    }

    private boolean isBetter(double value) {
      double margin = Double.isInfinite(best) ? 0 : plateau.waiting.threshold * Math.abs(best);
      return plateau.largerIsBetter ? value > best + margin : value < best - margin;
    }
  }
}
