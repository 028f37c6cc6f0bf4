package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The largest stable learning rate over the epochs against the one that was used; the limits below
 * it are shaded and marked. The axis is logarithmic if the rates span more than a decade.
 *
 * @param labels titles and units
 * @param limits the largest stable rates; what is not finite leaves a gap
 * @param rate the learning rate, with its label
 * @param divergence when the run diverged; empty if it did not
 */
public record StabilityFigure(
    Labels labels,
    List<Limit> limits,
    Annotations.Level rate,
    Optional<Annotations.Moment> divergence) {
  private static final double HEIGHT = 380;
  private static final int LIMIT = 0;
  private static final int ABOVE = 1;
  private static final int MOST_POINTS_MARKED = 40;
  private static final String OPACITY = "0.15";

  /**
   * One measurement.
   *
   * @param epoch when
   * @param value the largest stable rate
   */
  public record Limit(int epoch, double value) {}

  /** Copies the list. */
  public StabilityFigure {
    limits = List.copyOf(limits);
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("no measurement to draw");
    }
  }

  /** The figure as SVG text. */
  public String svg() {
    Legend legend = new Legend(labels.title(), entries());
    Frame.Size size = new Frame.Size(HEIGHT, legend.footer(), false);
    int last = limits.get(limits.size() - 1).epoch();
    Frame frame = new Frame(labels, Range.epochs(last), Range.ofRates(shown()), size);
    frame.begin().axes();
    if (limits.stream().anyMatch(this::above)) {
      exceeded(frame);
    }
    divergence.ifPresent(mark -> mark.draw(frame));
    rate.draw(frame);
    curve(frame);
    points(frame);
    rate.label(frame);
    divergence.ifPresent(mark -> mark.label(frame));
    legend.draw(frame);
    return frame.baseline().end();
  }

  private double[] shown() {
    DoubleStream values = limits.stream().mapToDouble(Limit::value);
    return DoubleStream.concat(values, DoubleStream.of(rate.value())).toArray();
  }

  private static boolean drawable(Limit limit) {
    return Range.drawable(limit.value());
  }

  private void curve(Frame frame) {
    StringBuilder path = new StringBuilder();
    boolean gap = true;
    for (Limit limit : limits) {
      if (drawable(limit)) {
        double x = frame.x(limit.epoch());
        double y = frame.y(limit.value());
        path.append(gap ? Frame.move(x, y) + "h0" : Frame.line(x, y));
      }
      gap = !drawable(limit);
    }
    line(frame, path.toString());
  }

  private static void line(Frame frame, String path) {
    String[] style = {"stroke-width", "2", "stroke-linejoin", "round", "stroke-linecap", "round"};
    frame.path(Paint.line(LIMIT), path, style);
  }

  private void points(Frame frame) {
    if (limits.size() <= MOST_POINTS_MARKED) {
      markers(frame, LIMIT, limits.stream().filter(one -> !above(one)).toList());
    }
    markers(frame, ABOVE, limits.stream().filter(this::above).toList());
  }

  private boolean above(Limit limit) {
    return limit.value() < rate.value();
  }

  private static void markers(Frame frame, int colour, List<Limit> marked) {
    StringBuilder path = new StringBuilder();
    for (Limit limit : marked) {
      if (drawable(limit)) {
        path.append(Marker.CIRCLE.at(frame.x(limit.epoch()), frame.y(limit.value())));
      }
    }
    if (!path.isEmpty()) {
      frame.path(Paint.fill(colour), Paint.HALO, path.toString(), "0.7");
    }
  }

  /** Shades the limits that are below the rate. */
  private void exceeded(Frame frame) {
    String edge = Frame.move(frame.left(), frame.y(rate.value())) + "H";
    fill(
        frame,
        edge
            + Svg.number(frame.right())
            + "V"
            + Svg.number(frame.bottom())
            + "H"
            + Svg.number(frame.left())
            + "z");
  }

  private static void fill(Frame frame, String path) {
    frame.svg().open("g", "opacity", OPACITY);
    frame.path(Paint.fill(ABOVE), path);
    frame.svg().close("g");
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(
        new Legend.Entry("limit 2/λ", (frame, x, y) -> line(frame, Frame.move(x, y) + "h26")));
    if (limits.stream().anyMatch(this::above)) {
      entries.add(new Legend.Entry("rate above the limit", StabilityFigure::sample));
    }
    return entries;
  }

  private static void sample(Frame frame, double x, double y) {
    fill(frame, Frame.move(x, y - 4) + "h26v8h-26z");
    String marker = Marker.CIRCLE.at(x + 13, y);
    frame.path(Paint.fill(ABOVE), Paint.HALO, marker, "0.7");
  }
}
