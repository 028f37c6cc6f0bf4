package lockstep.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lockstep.data.Part;

/**
 * Samples to draw.
 *
 * @param x horizontal places
 * @param y vertical places
 * @param groups which group each sample is of, from 0: its class, or the output it belongs to
 * @param part which samples these are; those that are held out are drawn hollow
 */
public record Points(double[] x, double[] y, int[] groups, Part part) {
  /** More samples than that hide each other; then a regular selection is drawn. */
  static final int MOST_DRAWN = 1500;

  /** Checks the lengths and copies. */
  public Points {
    if (x.length != y.length || x.length != groups.length) {
      throw new IllegalArgumentException(x.length + ", " + y.length + ", " + groups.length);
    }
    x = x.clone();
    y = y.clone();
    groups = groups.clone();
  }

  /** One coordinate of all samples, those that cannot be drawn too. */
  static double[] all(List<Points> points, Function<Points, double[]> coordinate) {
    return points.stream().flatMapToDouble(some -> Arrays.stream(coordinate.apply(some))).toArray();
  }

  /** Writes into the plot how many samples have no place in it, if there are such samples. */
  static void tellMissing(Frame frame, List<Points> points) {
    long missing = points.stream().mapToLong(Points::missing).sum();
    if (missing > 0) {
      String words = "samples beyond what can be drawn: " + missing;
      frame.haloed(frame.left() + 8, frame.bottom() - 10, words, "start");
    }
  }

  private long missing() {
    return IntStream.range(0, x.length).filter(index -> !drawable(index)).count();
  }

  private boolean drawable(int index) {
    return Range.drawable(x[index]) && Range.drawable(y[index]);
  }

  /** Draws the samples of one group that can be drawn. */
  void draw(Frame frame, int group) {
    int stride = (x.length + MOST_DRAWN - 1) / MOST_DRAWN;
    StringBuilder path = new StringBuilder();
    for (int index = 0; index < x.length; index += stride) {
      if (groups[index] == group && drawable(index)) {
        path.append(Marker.of(group).at(frame.x(x[index]), frame.y(y[index])));
      }
    }
    if (!path.isEmpty()) {
      draw(frame, group, part, path.toString());
    }
  }

  /** Draws markers in the style of a group. */
  static void draw(Frame frame, int group, Part part, String path) {
    if (!part.isHeldOut()) {
      frame.path(Paint.fill(group), Paint.HALO, path, "0.7");
      return;
    }
    frame.path(Paint.BACKGROUND, Paint.line(group), path, "1.4");
    if (part == Part.VALIDATION) {
      frame.path(Paint.fill(group), path, "fill-opacity", "0.4");
    }
  }
}
