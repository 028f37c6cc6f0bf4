package lockstep.report.figure;

/** Shapes that points are drawn as, about 6 pixels wide; classes differ in shape and colour. */
enum Marker {
  CIRCLE("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
  SQUARE("m-2.7-2.7h5.4v5.4h-5.4z"),
  TRIANGLE("m0-3.6l3.4 5.8h-6.8z"),
  DIAMOND("m0-3.8l3.2 3.8l-3.2 3.8l-3.2-3.8z"),
  RING("m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z");

  private static final int CLASSES = 4;

  private final String outline;

  Marker(String outline) {
    this.outline = outline;
  }

  /**
   * The shape of a class. After four, shapes start anew with the second, so that no two of sixteen
   * classes have both shape and colour in common.
   */
  static Marker of(int index) {
    return values()[(index + index / CLASSES) % CLASSES];
  }

  /** The outline around a place in pixels. */
  String at(double x, double y) {
    return Frame.move(x, y) + outline;
  }
}
