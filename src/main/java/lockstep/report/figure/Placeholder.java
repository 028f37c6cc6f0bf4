package lockstep.report.figure;

/**
 * What stands in the place of a figure that could not be drawn.
 *
 * @param labels what the figure would have been
 */
public record Placeholder(Labels labels) {
  private static final double HEIGHT = 110;

  /** The title, and that there is no figure, as SVG text. */
  public String svg() {
    Frame.Size size = new Frame.Size(HEIGHT, 0, false);
    Frame frame = new Frame(labels, Range.epochs(1), Range.epochs(1), size).begin();
    frame.text(Paint.INK, Frame.EDGE, 27, labels.title(), "font-size", "16", "font-weight", "600");
    frame.text(Paint.MUTED, Frame.EDGE, 64, "These numbers could not be drawn.");
    return frame.end();
  }
}
