package lockstep.data;

import java.util.List;
import lockstep.random.RandomStream;

/** Where the clouds of {@link Blobs} are. */
public sealed interface BlobCenters {

  /** The number of clouds. */
  int count();

  /** The number of coordinates. */
  int features();

  /**
   * The centers.
   *
   * @param stream where random numbers come from, if any are needed
   * @return count x features
   */
  double[][] place(RandomStream stream);

  /**
   * Centers at given coordinates.
   *
   * @param coordinates one row a center, all of the same length; finite
   */
  record Given(List<List<Double>> coordinates) implements BlobCenters {
    /** Copies the rows and checks them. */
    public Given {
      coordinates = Table.checked("centers", coordinates);
    }

    @Override
    public int count() {
      return coordinates.size();
    }

    @Override
    public int features() {
      return coordinates.get(0).size();
    }

    @Override
    public double[][] place(RandomStream stream) {
      return Table.toArray(coordinates);
    }
  }

  /**
   * Centers that are drawn uniformly from a box: center by center, coordinate by coordinate.
   *
   * @param count the number of centers, at least 1
   * @param features the number of coordinates, at least 1
   * @param low the lower bound of every coordinate, included
   * @param high the upper bound of every coordinate, excluded; above {@code low}
   */
  record Drawn(int count, int features, double low, double high) implements BlobCenters {
    /** scikit-learn's default number of centers. */
    public static final int DEFAULT_COUNT = 3;

    /** scikit-learn's default number of coordinates. */
    public static final int DEFAULT_FEATURES = 2;

    /** scikit-learn's default lower bound. */
    public static final double DEFAULT_LOW = -10;

    /** scikit-learn's default upper bound. */
    public static final double DEFAULT_HIGH = 10;

    /** Checks the ranges. */
    public Drawn {
      NumberChecks.atLeastOne("centers", count);
      NumberChecks.atLeastOne("features", features);
      NumberChecks.interval("center box", low, high);
    }

    @Override
    public double[][] place(RandomStream stream) {
      double[][] centers = new double[count][features];
      for (double[] center : centers) {
        for (int feature = 0; feature < features; feature++) {
          center[feature] = stream.uniform(low, high);
        }
      }
      return centers;
    }
  }
}
