package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/** Points with their class numbers while a generator makes them. */
final class LabelledPoints {
  private final double[][] points;
  private final double[][] labels;
  private int count;

  /**
   * No points yet.
   *
   * @param capacity how many points there will be
   */
  LabelledPoints(int capacity) {
    points = new double[capacity][];
    labels = new double[capacity][];
  }

  /**
   * Adds a point behind the others.
   *
   * @param label its class number
   * @param point its coordinates; kept, not copied
   */
  void add(int label, double... point) {
    points[count] = point;
    labels[count] = new double[] {label};
    count++;
  }

  /** Brings all points into a random order; one permutation is drawn. */
  void shuffle(RandomStream stream) {
    int[] order = stream.permutation(count);
    double[][] oldPoints = points.clone();
    double[][] oldLabels = labels.clone();
    for (int i = 0; i < count; i++) {
      points[i] = oldPoints[order[i]];
      labels[i] = oldLabels[order[i]];
    }
  }

  /** Moves every point: see {@link Noise#add}. */
  void addNoise(double deviation, RandomStream stream) {
    Noise.add(points, deviation, stream);
  }

  /** The samples; no point may be missing, and none may be added afterwards. */
  Samples samples() {
    return new Samples(
        new Array2DRowRealMatrix(points, false), new Array2DRowRealMatrix(labels, false));
  }
}
