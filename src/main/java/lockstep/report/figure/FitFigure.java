package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a network with one input has fitted: its outputs as lines, the samples as points.
 *
 * @param labels titles
 * @param network n x 1 inputs to n x out outputs
 * @param points the samples; the group of each is the output it belongs to; at least one
 */
public record FitFigure(Labels labels, UnaryOperator<RealMatrix> network, List<Points> points) {
  private static final double HEIGHT = 380;
  private static final double MARGIN = 0.03;
  private static final int INTERVALS = 240;

  /** Copies the list. */
  public FitFigure {
    points = List.copyOf(points);
  }

  /** The figure as SVG text. */
  public String svg() {
    Range horizontal = Range.padded(Range.bounds(Points.all(points, Points::x)), MARGIN, 0);
    double[] places = places(horizontal);
    RealMatrix outputs = network.apply(new Array2DRowRealMatrix(places));
    int count = outputs.getColumnDimension();
    Legend legend = new Legend(labels.title(), entries(count));
    Frame.Size size = new Frame.Size(HEIGHT, legend.footer(), false);
    Frame frame = new Frame(labels, horizontal, vertical(outputs), size).begin().axes();
    points.forEach(some -> IntStream.range(0, count).forEach(output -> some.draw(frame, output)));
    for (int output = 0; output < count; output++) {
      curve(frame, colour(output, count), places, outputs.getColumn(output));
    }
    Points.tellMissing(frame, points);
    legend.draw(frame);
    return frame.baseline().end();
  }

  private static double[] places(Range range) {
    double span = range.high() - range.low();
    return IntStream.rangeClosed(0, INTERVALS)
        .mapToDouble(index -> range.low() + span * index / INTERVALS)
        .toArray();
  }

  private Range vertical(RealMatrix outputs) {
    DoubleStream fitted = Arrays.stream(outputs.getData()).flatMapToDouble(Arrays::stream);
    DoubleStream samples = Arrays.stream(Points.all(points, Points::y));
    return Range.linear(DoubleStream.concat(fitted, samples).toArray());
  }

  /** A single curve stands out from its samples; several are told apart like their samples. */
  private static int colour(int output, int count) {
    return count == 1 ? 1 : output;
  }

  private static void curve(Frame frame, int colour, double[] places, double[] values) {
    StringBuilder path = new StringBuilder();
    for (Run run : Run.of(values, true)) {
      for (int index = run.from(); index < run.to(); index++) {
        double x = frame.x(places[index]);
        double y = frame.y(values[index]);
        path.append(index == run.from() ? Frame.move(x, y) : Frame.line(x, y));
      }
    }
    line(frame, colour, path.toString());
  }

  private static void line(Frame frame, int colour, String path) {
    frame.path(Paint.line(colour), path, "stroke-width", "2.5", "stroke-linejoin", "round");
  }

  private List<Legend.Entry> entries(int count) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Points some : points) {
      String name = some.part().isHeldOut() ? some.part().word() + " samples" : "samples";
      entries.add(new Legend.Entry(name, (frame, x, y) -> marker(frame, some, x, y)));
    }
    for (int output = 0; output < count; output++) {
      int colour = colour(output, count);
      String name = count == 1 ? "network" : "output " + (output + 1);
      entries.add(
          new Legend.Entry(name, (frame, x, y) -> line(frame, colour, Frame.move(x, y) + "h26")));
    }
    return entries;
  }

  private static void marker(Frame frame, Points some, double x, double y) {
    Points.draw(frame, 0, some.part(), Marker.of(0).at(x + 18, y));
  }
}
