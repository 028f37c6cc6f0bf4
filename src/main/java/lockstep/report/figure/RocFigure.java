package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Receiver operating characteristics: the share of positive samples that are found over the share
 * of negative ones that are taken for positive, for every threshold.
 *
 * @param labels titles
 * @param curves at least one
 */
public record RocFigure(Labels labels, List<Curve> curves) {
  private static final double HEIGHT = 480;
  private static final double[] SHARES = {0, 1};

  /**
   * One curve.
   *
   * @param name its name in the legend
   * @param falsePositives shares, ascending from 0 to 1
   * @param truePositives shares, as many, ascending from 0 to 1
   * @param colour which colour of the palette, from 0
   */
  public record Curve(String name, double[] falsePositives, double[] truePositives, int colour) {
    /** Checks the lengths and copies. */
    public Curve {
      if (falsePositives.length != truePositives.length) {
        throw new IllegalArgumentException(
            falsePositives.length + " places, " + truePositives.length + " values");
      }
      falsePositives = falsePositives.clone();
      truePositives = truePositives.clone();
    }
  }

  /** Copies the list. */
  public RocFigure {
    curves = List.copyOf(curves);
  }

  /** The figure as SVG text. */
  public String svg() {
    Legend legend = new Legend("", entries());
    Range shares = Range.linear(SHARES);
    double footer = 26 * (curves.size() + 1);
    Frame frame = new Frame(labels, shares, shares, new Frame.Size(HEIGHT, footer, true));
    frame.begin().axes();
    chance(frame, Frame.move(frame.x(0), frame.y(0)) + Frame.line(frame.x(1), frame.y(1)));
    curves.forEach(curve -> draw(frame, curve));
    double y = frame.below();
    for (Legend.Entry entry : legend.entries()) {
      entry.sample().draw(frame, Frame.EDGE, y - 4.5);
      frame.text(Paint.INK, Frame.EDGE + 34, y, entry.name());
      y += 22;
    }
    return frame.baseline().end();
  }

  private static void draw(Frame frame, Curve curve) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < curve.truePositives().length; i++) {
      double x = frame.x(curve.falsePositives()[i]);
      double y = frame.y(curve.truePositives()[i]);
      path.append(i == 0 ? Frame.move(x, y) : Frame.line(x, y));
    }
    style(frame, curve.colour(), path.toString());
  }

  /** The line of a rule that knows nothing. */
  private static void chance(Frame frame, String path) {
    frame.path(Paint.MARK, path, "stroke-width", "1", "stroke-dasharray", "4 4");
  }

  private static void style(Frame frame, int colour, String path) {
    String[] attributes = {
      "stroke-width", "2",
      "stroke-linejoin", "round",
      "stroke-dasharray", colour == 0 ? "none" : colour == 1 ? "7 4" : "2 3"
    };
    frame.path(Paint.line(colour), path, attributes);
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Curve curve : curves) {
      Legend.Sample line = (frame, x, y) -> style(frame, curve.colour(), Frame.move(x, y) + "h26");
      entries.add(new Legend.Entry(curve.name(), line));
    }
    Legend.Sample chance = (frame, x, y) -> chance(frame, Frame.move(x, y) + "h26");
    entries.add(new Legend.Entry("chance: area 0.5", chance));
    return entries;
  }
}
