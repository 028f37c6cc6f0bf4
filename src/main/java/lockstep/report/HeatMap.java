package lockstep.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.report.figure.HeatFigure;
import lockstep.report.figure.HeatFigure.Cell;
import lockstep.report.figure.HeatFigure.State;
import lockstep.report.figure.Labels;

/**
 * The configurations of two crossed axes as a map. Where an axis has many values, neighbours share
 * a cell, which shows the mean of them.
 */
final class HeatMap {
  private static final int MOST_CELLS = 60;
  private static final int LONGEST_COLUMN = 12;
  private static final int LONGEST_ROW = 22;
  private static final double LEAST_FILLED = 0.5;

  private final Ranking ranking;
  private final Axis across;
  private final Axis up;
  private final int acrossShare;
  private final int upShare;

  HeatMap(Ranking ranking, Axis first, Axis second) {
    this.ranking = ranking;
    boolean wide = first.values().size() >= second.values().size();
    this.across = wide ? first : second;
    this.up = wide ? second : first;
    this.acrossShare = share(across);
    this.upShare = share(up);
  }

  private static int share(Axis axis) {
    return (axis.values().size() + MOST_CELLS - 1) / MOST_CELLS;
  }

  /** Whether at least half of the pairs of values are configurations. */
  boolean suits() {
    double pairs = (double) across.values().size() * up.values().size();
    return ranking.standings().size() >= LEAST_FILLED * pairs;
  }

  Labels labels() {
    String metric = SweepStory.words(ranking.metric());
    String title =
        Story.capital(metric)
            + " over "
            + across.shortName().replace('_', ' ')
            + " and "
            + up.shortName().replace('_', ' ');
    boolean shared = acrossShare > 1 || upShare > 1;
    String cells =
        shared ? " Each cell is the mean of up to " + acrossShare * upShare + " neighbours." : "";
    long diverged = ranking.count(Standing.Tier.DIVERGED);
    String description =
        title + ". " + Digits.counted(diverged, "configuration") + " diverged." + cells;
    String note = shared ? ", neighbours averaged" : "";
    return new Labels(title, description, across.key() + note, up.key());
  }

  String svg() {
    Tally[][] tallies = tallies();
    int best = ranking.best().configuration();
    Cell[][] cells = new Cell[tallies.length][];
    for (int row = 0; row < cells.length; row++) {
      int y = row;
      cells[row] =
          IntStream.range(0, tallies[row].length)
              .mapToObj(x -> tallies[y][x].cell(holds(best, x, y)))
              .toArray(Cell[]::new);
    }
    List<String> columns = labels(across, acrossShare, LONGEST_COLUMN);
    return new HeatFigure(labels(), columns, labels(up, upShare, LONGEST_ROW), cells, ends(cells))
        .svg();
  }

  private boolean holds(int configuration, int x, int y) {
    return across.places()[configuration] / acrossShare == x
        && up.places()[configuration] / upShare == y
        && ranking.best().mean().isPresent();
  }

  private Tally[][] tallies() {
    Tally[][] tallies = new Tally[cells(up, upShare)][cells(across, acrossShare)];
    for (Tally[] row : tallies) {
      Arrays.setAll(row, any -> new Tally());
    }
    for (Standing standing : ranking.standings()) {
      int x = across.places()[standing.configuration()] / acrossShare;
      int y = up.places()[standing.configuration()] / upShare;
      tallies[y][x].add(standing);
    }
    return tallies;
  }

  private static int cells(Axis axis, int share) {
    return (axis.values().size() + share - 1) / share;
  }

  private static List<String> labels(Axis axis, int share, int longest) {
    return IntStream.range(0, cells(axis, share))
        .mapToObj(cell -> label(axis, cell * share, longest))
        .toList();
  }

  private static String label(Axis axis, int index, int longest) {
    return Axes.cut(Axes.shown(axis.values().get(index)), longest);
  }

  private static List<String> ends(Cell[][] cells) {
    double[] values =
        Arrays.stream(cells)
            .flatMap(Arrays::stream)
            .mapToDouble(Cell::value)
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    return List.of(Digits.rounded(low, 3), Digits.rounded(high, 3));
  }

  /** The configurations that share a cell. */
  private static final class Tally {
    private double sum;
    private int measured;
    private int diverged;
    private int all;

    void add(Standing standing) {
      all++;
      diverged += standing.count(Outcome.DIVERGED) > 0 ? 1 : 0;
      if (standing.mean().isPresent()) {
        measured++;
        sum += standing.mean().getAsDouble();
      }
    }

    Cell cell(boolean best) {
      double value = measured > 0 ? sum / measured : Double.NaN;
      return new Cell(value, measured > 0 ? Digits.rounded(value, 3) : "", state(), best);
    }

    private State state() {
      if (all == 0) {
        return State.ABSENT;
      }
      if (measured > 0) {
        return diverged > 0 ? State.PARTLY_DIVERGED : State.VALUE;
      }
      return diverged > 0 ? State.DIVERGED : State.MISSING;
    }
  }
}
