package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Quantities over the epochs: one line a quantity, on a logarithmic axis if they span more than two
 * and a half decades. Epochs without a finite value are shaded.
 *
 * @param labels titles and units
 * @param series the curves, all with the same number of epochs
 * @param annotations what is drawn on top
 */
public record CurveFigure(Labels labels, List<Series> series, Annotations annotations) {
  private static final double HEIGHT = 380;
  private static final int MOST_POINTS_MARKED = 30;
  private static final Marker SPOT = Marker.RING;

  /** Copies the list, and leaves out annotations that cannot be drawn. */
  public CurveFigure {
    series = List.copyOf(series);
    annotations = annotations.drawable();
  }

  /** The figure as SVG text. */
  public String svg() {
    int last = series.get(0).values().length - 1;
    Legend legend = new Legend(labels.title(), entries());
    Frame.Size size = new Frame.Size(HEIGHT, legend.footer(), false);
    Frame frame = new Frame(labels, Range.epochs(last), Range.ofCurves(shown()), size);
    frame.begin().axes();
    missing(frame);
    annotations.level().ifPresent(mark -> mark.draw(frame));
    annotations.moment().ifPresent(mark -> mark.draw(frame));
    series.forEach(one -> draw(frame, one));
    spots(frame);
    annotations.level().ifPresent(mark -> mark.label(frame));
    annotations.moment().ifPresent(mark -> mark.label(frame));
    legend.draw(frame);
    return frame.baseline().end();
  }

  private double[] shown() {
    DoubleStream values = series.stream().flatMapToDouble(one -> Arrays.stream(one.values()));
    DoubleStream level = annotations.level().stream().mapToDouble(Annotations.Level::value);
    DoubleStream spots = annotations.spots().stream().mapToDouble(Annotations.Spot::value);
    return DoubleStream.concat(values, DoubleStream.concat(level, spots)).toArray();
  }

  private static void draw(Frame frame, Series one) {
    StringBuilder path = new StringBuilder();
    for (Run run : Run.of(one.values(), true)) {
      append(path, frame, one, run);
    }
    style(frame, one, path.toString());
    if (one.values().length <= MOST_POINTS_MARKED) {
      points(frame, one);
    }
  }

  private static void append(StringBuilder path, Frame frame, Series one, Run run) {
    boolean first = true;
    for (int epoch : run.thinned(one.values(), (int) (frame.right() - frame.left()))) {
      double x = frame.x(epoch);
      double y = frame.y(one.values()[epoch]);
      path.append(first ? Frame.move(x, y) : Frame.line(x, y));
      first = false;
    }
    path.append(run.length() == 1 ? "h0" : "");
  }

  private static void style(Frame frame, Series one, String path) {
    List<String> style = new ArrayList<>(List.of("stroke-width", "2"));
    style.addAll(List.of("stroke-linejoin", "round", "stroke-linecap", "round"));
    if (!one.dashes().isEmpty()) {
      style.addAll(List.of("stroke-dasharray", one.dashes()));
    }
    frame.path(Paint.line(one.colour()), path, style.toArray(String[]::new));
  }

  private static void points(Frame frame, Series one) {
    StringBuilder path = new StringBuilder();
    for (int epoch = 0; epoch < one.values().length; epoch++) {
      if (Range.drawable(one.values()[epoch])) {
        path.append(one.marker().at(frame.x(epoch), frame.y(one.values()[epoch])));
      }
    }
    frame.path(Paint.fill(one.colour()), path.toString());
  }

  private void spots(Frame frame) {
    StringBuilder path = new StringBuilder();
    for (Annotations.Spot spot : annotations.spots()) {
      path.append(SPOT.at(frame.x(spot.epoch()), frame.y(spot.value())));
    }
    if (!path.isEmpty()) {
      frame.path(Paint.BOUNDARY, path.toString(), "stroke-width", "1.5");
    }
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Series one : series) {
      Legend.Sample line = (frame, x, y) -> style(frame, one, Frame.move(x, y) + "h26");
      entries.add(new Legend.Entry(one.name(), line));
    }
    if (!annotations.spots().isEmpty()) {
      Legend.Sample spot =
          (frame, x, y) -> frame.path(Paint.BOUNDARY, SPOT.at(x + 18, y), "stroke-width", "1.5");
      entries.add(new Legend.Entry(annotations.origin(), spot));
    }
    return entries;
  }

  private void missing(Frame frame) {
    for (Run run : Run.of(series.get(0).values(), false)) {
      double from = Math.max(frame.left(), frame.x(run.from() - 0.5));
      double to = Math.min(frame.right(), frame.x(run.to() - 0.5));
      frame.band(from, Math.max(to, from + 2));
      double middle = (from + to) / 2;
      String words = to - from > 80 ? "not finite" : "×";
      frame.text(Paint.INK, middle, frame.bottom() - 8, words, "text-anchor", "middle");
    }
  }
}
