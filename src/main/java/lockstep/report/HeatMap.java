package lockstep.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.report.figure.HeatFigure;
import lockstep.report.figure.HeatFigure.Cell;
import lockstep.report.figure.HeatFigure.State;
import lockstep.report.figure.Labels;
import lockstep.report.figure.ShortTexts;
import lockstep.report.figure.Side;

/**
 * The configurations of two crossed axes as a map, or those of three as a map for each value of one
 * of them. Where an axis has many values, neighbours share a cell, which shows the mean of them.
 */
final class HeatMap {
  private static final int MOST_CELLS = 60;
  private static final int MOST_MAPS = 6;
  private static final int MOST_NAMED_ROWS = 20;
  private static final double LEAST_FILLED = 0.5;
  private static final double ROOM = 560;
  private static final double SPACE = 10;
  private static final double LEAST_COLUMN = 22;
  private static final double GAP_BETWEEN_COLUMNS = 0.4;
  private static final double GAP_BETWEEN_ROWS = 0.9;

  private final Ranking ranking;
  private final Axis across;
  private final Axis up;
  private final Axis maps;
  private final int mapsInARow;
  private final int acrossShare;
  private final int upShare;

  private HeatMap(Ranking ranking, List<Axis> two, Axis maps) {
    this.ranking = ranking;
    boolean first = goesAcross(two.get(0), two.get(1));
    this.across = two.get(first ? 0 : 1);
    this.up = two.get(first ? 1 : 0);
    this.maps = maps;
    this.mapsInARow = inARow(maps.values().size(), across.values().size());
    this.acrossShare = share(across, MOST_CELLS / mapsInARow);
    this.upShare = share(up, MOST_CELLS);
  }

  /** A map of two axes, or several of three; empty if that does not suit them. */
  static Optional<HeatMap> of(Ranking ranking, List<Axis> axes) {
    if (axes.size() == 2) {
      int[] nowhere = new int[axes.get(0).places().length];
      Axis one = new Axis(List.of(""), List.of(""), nowhere);
      return Optional.of(new HeatMap(ranking, axes, one)).filter(HeatMap::suits);
    }
    List<Axis> two = new ArrayList<>(axes);
    Axis maps = two.stream().min(Comparator.comparingInt(a -> a.values().size())).orElseThrow();
    two.remove(maps);
    return axes.size() == 3 && maps.values().size() <= MOST_MAPS
        ? Optional.of(new HeatMap(ranking, two, maps)).filter(HeatMap::suits)
        : Optional.empty();
  }

  /** The axis with more values, unless their names are too long for columns but not for rows. */
  private static boolean goesAcross(Axis first, Axis second) {
    boolean wide = first.values().size() >= second.values().size();
    Axis across = wide ? first : second;
    Axis other = wide ? second : first;
    boolean better = !fitsAcross(across) && (other.numeric() || fitsAcross(other));
    return wide != (better && across.values().size() <= MOST_NAMED_ROWS);
  }

  private static boolean fitsAcross(Axis axis) {
    int longest = axis.values().stream().mapToInt(String::length).max().orElse(0);
    return axis.numeric()
        || axis.values().size() * (ShortTexts.CHARACTER * longest + SPACE) <= ROOM;
  }

  /** As many maps side by side as have room, in rows of equal length. */
  private static int inARow(int maps, int columns) {
    int most = (int) Math.max(1, ROOM / (LEAST_COLUMN * (columns + GAP_BETWEEN_COLUMNS)));
    int rows = (maps + most - 1) / most;
    return (maps + rows - 1) / rows;
  }

  private static int share(Axis axis, int most) {
    return (axis.values().size() + most - 1) / most;
  }

  /** Whether at least half of the combinations of values are configurations. */
  private boolean suits() {
    double all = (double) across.values().size() * up.values().size() * maps.values().size();
    return ranking.standings().size() >= LEAST_FILLED * all;
  }

  /** Its name among the figures of a metric. */
  String name() {
    return single() ? "_map" : "_maps";
  }

  private boolean single() {
    return maps.values().size() == 1;
  }

  Labels labels() {
    String metric = SweepStory.words(ranking.metric());
    String title =
        Story.capital(metric)
            + " over "
            + words(across)
            + (single() ? " and " + words(up) : ", " + words(up) + " and " + words(maps));
    boolean shared = acrossShare > 1 || upShare > 1;
    String cells =
        shared ? " Each cell is the mean of up to " + acrossShare * upShare + " neighbours." : "";
    long diverged = ranking.count(Standing.Tier.DIVERGED);
    String several = single() ? "" : " One map for each value of " + maps.key() + ".";
    String description =
        title + "." + several + " " + Digits.counted(diverged, "configuration") + " diverged.";
    String note = shared ? ", neighbours averaged" : "";
    return new Labels(title, description + cells, across.key() + note, up.key());
  }

  private static String words(Axis axis) {
    return axis.shortName().replace('_', ' ');
  }

  String svg() {
    int mapRows = (maps.values().size() + mapsInARow - 1) / mapsInARow;
    Side columns = Side.of(names(across, acrossShare), across.numeric());
    Side rows = Side.of(names(up, upShare), up.numeric());
    if (!single()) {
      columns = columns.times(mapsInARow, GAP_BETWEEN_COLUMNS);
      rows = rows.times(mapRows, GAP_BETWEEN_ROWS);
    }
    Cell[][] cells = cells(mapRows);
    return new HeatFigure(labels(), columns, rows, titles(), cells, ends(cells)).svg();
  }

  private List<String> titles() {
    return single()
        ? List.of()
        : maps.values().stream().map(value -> words(maps) + " " + Axes.rounded(value)).toList();
  }

  private Cell[][] cells(int mapRows) {
    Tally[][] tallies = tallies(mapRows);
    Place best = place(ranking.best().configuration());
    tallies[best.row()][best.column()].best = ranking.best().mean().isPresent();
    return Arrays.stream(tallies)
        .map(row -> Arrays.stream(row).map(Tally::cell).toArray(Cell[]::new))
        .toArray(Cell[][]::new);
  }

  private Tally[][] tallies(int mapRows) {
    int width = cells(across, acrossShare) * mapsInARow;
    Tally[][] tallies = new Tally[cells(up, upShare) * mapRows][width];
    for (Tally[] row : tallies) {
      Arrays.setAll(row, any -> new Tally());
    }
    for (Standing standing : ranking.standings()) {
      Place place = place(standing.configuration());
      tallies[place.row()][place.column()].add(standing);
    }
    return tallies;
  }

  /** A cell: its row from below and its column. */
  private record Place(int row, int column) {}

  private Place place(int configuration) {
    int map = maps.places()[configuration];
    int last = (maps.values().size() - 1) / mapsInARow;
    int row = (last - map / mapsInARow) * cells(up, upShare);
    int column = map % mapsInARow * cells(across, acrossShare);
    return new Place(
        row + up.places()[configuration] / upShare,
        column + across.places()[configuration] / acrossShare);
  }

  private static int cells(Axis axis, int share) {
    return (axis.values().size() + share - 1) / share;
  }

  private static List<String> names(Axis axis, int share) {
    return IntStream.range(0, cells(axis, share))
        .mapToObj(cell -> Axes.rounded(axis.values().get(cell * share)))
        .toList();
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
    private boolean best;

    void add(Standing standing) {
      all++;
      diverged += standing.count(Outcome.DIVERGED) > 0 ? 1 : 0;
      if (standing.mean().isPresent()) {
        measured++;
        sum += standing.mean().getAsDouble();
      }
    }

    Cell cell() {
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
