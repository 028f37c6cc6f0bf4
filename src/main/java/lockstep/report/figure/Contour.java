package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The outline of where a grid's values reach a threshold, by marching squares (Lorensen and Cline,
 * 1987, in two dimensions).
 *
 * <p>The grid is surrounded by a margin that lies below every threshold, so that each outline is a
 * closed ring; in a cell whose diagonal corners agree, the corners above the threshold are kept
 * apart. Places are in cells from the lower left corner.
 */
final class Contour {
  /** So often is the edge of a cell halved; the rest is a hundredth of a pixel or two. */
  private static final int HALVINGS = 8;

  private static final int TOP = 0;
  private static final int RIGHT = 1;
  private static final int BOTTOM = 2;
  private static final int LEFT = 3;

  /**
   * For each pattern of corners (top left 8, top right 4, bottom right 2, bottom left 1) the edges
   * where an outline enters and leaves the cell, in pairs.
   */
  private static final int[][] CROSSINGS = {
    {},
    {LEFT, BOTTOM},
    {BOTTOM, RIGHT},
    {LEFT, RIGHT},
    {RIGHT, TOP},
    {RIGHT, TOP, LEFT, BOTTOM},
    {BOTTOM, TOP},
    {LEFT, TOP},
    {TOP, LEFT},
    {TOP, BOTTOM},
    {TOP, LEFT, BOTTOM, RIGHT},
    {TOP, RIGHT},
    {RIGHT, LEFT},
    {RIGHT, BOTTOM},
    {BOTTOM, LEFT},
    {},
  };

  private final Grid grid;
  private final double threshold;
  private final int width;
  private final int[] next;

  private Contour(Grid grid, double threshold) {
    this.grid = grid;
    this.threshold = threshold;
    this.width = grid.values().length + 2;
    this.next = new int[2 * width * width];
  }

  /**
   * The outlines.
   *
   * @param grid the values
   * @param threshold values at or above it are inside
   * @return closed rings of places (column, row), in a fixed order
   */
  static List<double[][]> rings(Grid grid, double threshold) {
    Contour contour = new Contour(grid, threshold);
    contour.link();
    return contour.walk();
  }

  private void link() {
    Arrays.fill(next, -1);
    for (int row = 0; row < width - 1; row++) {
      for (int column = 0; column < width - 1; column++) {
        int[] crossings = CROSSINGS[pattern(row, column)];
        for (int pair = 0; pair < crossings.length; pair += 2) {
          int start = edge(row, column, crossings[pair]);
          next[start] = edge(row, column, crossings[pair + 1]);
        }
      }
    }
  }

  private int pattern(int row, int column) {
    return (inside(row, column) ? 8 : 0)
        + (inside(row, column + 1) ? 4 : 0)
        + (inside(row + 1, column + 1) ? 2 : 0)
        + (inside(row + 1, column) ? 1 : 0);
  }

  private boolean margin(int row, int column) {
    return row == 0 || column == 0 || row == width - 1 || column == width - 1;
  }

  private boolean inside(int row, int column) {
    return !margin(row, column) && value(row, column) >= threshold;
  }

  private double value(int row, int column) {
    return grid.values()[row - 1][column - 1];
  }

  /** Edges are numbered by their first corner: even along the row, odd along the column. */
  private int edge(int row, int column, int side) {
    return switch (side) {
      case TOP -> 2 * (row * width + column);
      case BOTTOM -> 2 * ((row + 1) * width + column);
      case LEFT -> 2 * (row * width + column) + 1;
      default -> 2 * (row * width + column + 1) + 1;
    };
  }

  private List<double[][]> walk() {
    List<double[][]> rings = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      List<double[]> ring = new ArrayList<>();
      for (int edge = start; next[edge] >= 0; ) {
        ring.add(place(edge));
        int following = next[edge];
        next[edge] = -1;
        edge = following;
      }
      if (!ring.isEmpty()) {
        rings.add(ring.toArray(double[][]::new));
      }
    }
    return rings;
  }

  private double[] place(int edge) {
    int row = edge / 2 / width;
    int column = edge / 2 % width;
    boolean alongRow = edge % 2 == 0;
    int endRow = alongRow ? row : row + 1;
    int endColumn = alongRow ? column + 1 : column;
    if (margin(row, column)) {
      return new double[] {endColumn - 1, endRow - 1};
    }
    double[] start = {column - 1, row - 1};
    return margin(endRow, endColumn)
        ? start
        : crossing(start, new double[] {endColumn - 1, endRow - 1});
  }

  /** Halves the edge between an inner and an outer corner until the crossing is well known. */
  private double[] crossing(double[] start, double[] end) {
    double low = 0;
    double high = 1;
    boolean inside = grid.field().at(start[0], start[1]) >= threshold;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      double[] place = between(start, end, middle);
      boolean same = grid.field().at(place[0], place[1]) >= threshold == inside;
      low = same ? middle : low;
      high = same ? high : middle;
    }
    return between(start, end, (low + high) / 2);
  }

  private static double[] between(double[] start, double[] end, double share) {
    double x = start[0] + share * (end[0] - start[0]);
    return new double[] {x, start[1] + share * (end[1] - start[1])};
  }
}
