package lockstep.report.figure;

import java.util.List;

/** Rings of a {@link Contour} as path data, without the points that nobody would miss. */
final class Outline {
  /** How far the drawn line may be from the computed one, in pixels. */
  private static final double TOLERANCE = 0.2;

  private final Frame frame;
  private final int cells;

  /**
   * An outline over the whole plot.
   *
   * @param frame where it is drawn
   * @param cells the number of cells of the grid in each direction
   */
  Outline(Frame frame, int cells) {
    this.frame = frame;
    this.cells = cells;
  }

  /** Closed areas. */
  String areas(List<double[][]> rings) {
    StringBuilder path = new StringBuilder();
    for (double[][] ring : rings) {
      boolean[] kept = simplified(ring);
      char command = 'M';
      for (int index = 0; index < ring.length; index++) {
        if (kept[index]) {
          path.append(command).append(place(ring[index]));
          command = 'L';
        }
      }
      path.append('Z');
    }
    return path.toString();
  }

  /** The same as lines, without the parts along the edge of the plot. */
  String lines(List<double[][]> rings) {
    StringBuilder path = new StringBuilder();
    for (double[][] ring : rings) {
      boolean[] kept = simplified(ring);
      double[] previous = ring[ring.length - 1];
      boolean drawing = false;
      for (int index = 0; index <= ring.length; index++) {
        double[] point = ring[index % ring.length];
        if (kept[index % ring.length]) {
          drawing = index > 0 && append(path, previous, point, drawing);
          previous = point;
        }
      }
    }
    return path.toString();
  }

  private boolean append(StringBuilder path, double[] from, double[] to, boolean drawing) {
    boolean visible = !alongEdge(from[0], to[0]) && !alongEdge(from[1], to[1]);
    if (visible) {
      path.append(drawing ? "" : "M" + place(from)).append('L').append(place(to));
    }
    return visible;
  }

  private boolean alongEdge(double from, double to) {
    return from == to && (from == 0 || from == cells);
  }

  private double x(double[] point) {
    return frame.left() + point[0] / cells * (frame.right() - frame.left());
  }

  private double y(double[] point) {
    return frame.bottom() - point[1] / cells * (frame.bottom() - frame.top());
  }

  private String place(double[] point) {
    return Svg.number(x(point)) + " " + Svg.number(y(point));
  }

  /** Douglas and Peucker's (1973) choice of points, from the ring's start and its far side. */
  private boolean[] simplified(double[][] ring) {
    boolean[] kept = new boolean[ring.length];
    int middle = ring.length / 2;
    kept[0] = true;
    kept[middle] = true;
    keep(ring, kept, 0, middle);
    keep(ring, kept, middle, ring.length);
    return kept;
  }

  private void keep(double[][] ring, boolean[] kept, int from, int to) {
    int farthest = -1;
    double largest = TOLERANCE;
    for (int index = from + 1; index < to; index++) {
      double distance = distance(ring[index], ring[from], ring[to % ring.length]);
      farthest = distance > largest ? index : farthest;
      largest = Math.max(largest, distance);
    }
    if (farthest > 0) {
      kept[farthest] = true;
      keep(ring, kept, from, farthest);
      keep(ring, kept, farthest, to);
    }
  }

  private double distance(double[] point, double[] start, double[] end) {
    double dx = x(end) - x(start);
    double dy = y(end) - y(start);
    double toX = x(point) - x(start);
    double toY = y(point) - y(start);
    double length = Math.sqrt(dx * dx + dy * dy);
    return length > 0 ? Math.abs(dx * toY - dy * toX) / length : Math.sqrt(toX * toX + toY * toY);
  }
}
