package lockstep.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.data.Part;

/**
 * What a classifier with two inputs decides where, with the samples.
 *
 * <p>If the output is a probability, shades show it in steps of a tenth.
 *
 * @param labels titles
 * @param classifier what decides
 * @param points the samples; at least one
 */
public record RegionFigure(Labels labels, Classifier classifier, List<Points> points) {
  private static final double HEIGHT = 540;
  private static final double MARGIN = 0.07;
  private static final double SIMILAR = 2;
  private static final int CELLS = 110;
  private static final int SHADES = 5;
  private static final String SHADE = "0.085";
  private static final String REGION = "0.2";

  /** Copies the list. */
  public RegionFigure {
    points = List.copyOf(points);
  }

  /** The figure as SVG text. */
  public String svg() {
    Range[] ranges = ranges();
    Frame.Size size = new Frame.Size(HEIGHT, 0, true);
    Frame frame = new Frame(labels, ranges[0], ranges[1], size).begin();
    Grid[] outputs = Grid.sample(classifier, ranges, CELLS);
    boolean finite = Arrays.stream(outputs).allMatch(Grid::finite);
    List<String> edges = finite ? regions(frame, outputs) : List.of();
    frame.axes();
    edges.forEach(edge -> frame.path(Paint.BOUNDARY, edge, "stroke-width", "1.6"));
    groups().forEach(group -> points.forEach(some -> some.draw(frame, group)));
    new Key(
            frame,
            groups(),
            classifier.noun(),
            points.stream().map(Points::part).filter(Part::isHeldOut).toList())
        .draw(finite && outputs.length == 1 && classifier.probability());
    if (!finite) {
      frame.haloed(frame.left() + 8, frame.top() + 18, "outputs are not finite", "start");
    }
    Points.tellMissing(frame, points);
    return frame.baseline().end();
  }

  private List<Integer> groups() {
    return points.stream()
        .flatMapToInt(some -> Arrays.stream(some.groups()))
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  private Range[] ranges() {
    double[] x = Range.bounds(Points.all(points, Points::x));
    double[] y = Range.bounds(Points.all(points, Points::y));
    double larger = Math.max(x[1] - x[0], y[1] - y[0]);
    double smaller = Math.min(x[1] - x[0], y[1] - y[0]);
    boolean similar = larger <= SIMILAR * smaller;
    double least = similar ? larger : 0;
    return new Range[] {Range.padded(x, MARGIN, least), Range.padded(y, MARGIN, least)};
  }

  /** Fills the regions; returns the lines between them. */
  private List<String> regions(Frame frame, Grid[] outputs) {
    Outline outline = new Outline(frame, outputs[0].last());
    List<String> edges = new ArrayList<>();
    if (outputs.length == 1) {
      shades(frame, outline, outputs[0]);
      edges.add(outline.lines(Contour.rings(outputs[0], classifier.border())));
    }
    for (int output = 0; output < outputs.length && outputs.length > 1; output++) {
      List<double[][]> rings = Contour.rings(Grid.margin(outputs, output), 0);
      area(frame, output, outline.areas(rings), REGION);
      edges.add(outline.lines(rings));
    }
    return edges.stream().filter(edge -> !edge.isEmpty()).toList();
  }

  private void shades(Frame frame, Outline outline, Grid output) {
    int shades = classifier.probability() ? SHADES : 1;
    double border = classifier.border();
    for (int shade = 0; shade < shades; shade++) {
      double distance = shade / 10.0;
      String opacity = classifier.probability() ? SHADE : REGION;
      area(frame, 0, outline.areas(Contour.rings(output.negated(), distance - border)), opacity);
      area(frame, 1, outline.areas(Contour.rings(output, border + distance)), opacity);
    }
  }

  private static void area(Frame frame, int group, String path, String opacity) {
    if (!path.isEmpty()) {
      frame.path(Paint.fill(group), path, "fill-opacity", opacity, "fill-rule", "evenodd");
    }
  }

  /** What the markers and shades mean, to the right of the plot. */
  private record Key(Frame frame, List<Integer> groups, String noun, List<Part> heldOut) {
    private static final double LINE = 22;
    private static final double STEP = 9;

    void draw(boolean shaded) {
      double y = frame.top() + 12;
      for (int group : groups) {
        entry(y, group, Part.TRAIN, noun + " " + group);
        y += LINE;
      }
      for (Part part : heldOut) {
        entry(y, groups.get(0), part, part.word() + " sample");
        y += LINE;
      }
      if (shaded) {
        bar(y + 16);
      }
    }

    private void entry(double y, int group, Part part, String words) {
      Points.draw(frame, group, part, Marker.of(group).at(frame.right() + 23, y - 4.5));
      frame.text(Paint.INK, frame.right() + 38, y, words);
    }

    private void bar(double y) {
      frame.text(Paint.MUTED, frame.right() + 17, y, "output");
      double bottom = y + 12 + 10 * STEP;
      for (int shade = 0; shade < SHADES; shade++) {
        double size = (5 - shade) * STEP;
        area(frame, 0, box(bottom - size, size), SHADE);
        area(frame, 1, box(bottom - 10 * STEP, size), SHADE);
      }
      frame.path(
          Paint.BOUNDARY,
          Frame.move(frame.right() + 17, bottom - 5 * STEP) + "h20",
          "stroke-width",
          "1.6");
      frame.text(Paint.INK, frame.right() + 44, bottom - 10 * STEP + 9, "1");
      frame.text(Paint.INK, frame.right() + 44, bottom - 5 * STEP + 4.5, "0.5");
      frame.text(Paint.INK, frame.right() + 44, bottom, "0");
    }

    private String box(double top, double height) {
      String size = "h20v" + Svg.number(height) + "h-20z";
      return Frame.move(frame.right() + 17, top) + size;
    }
  }
}
