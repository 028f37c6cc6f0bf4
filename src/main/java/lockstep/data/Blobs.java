package lockstep.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * Normally distributed clouds of points, a class for each, as scikit-learn's {@code make_blobs}.
 *
 * <p>Draws: the centers if they are not given, then the points, cloud by cloud, point by point,
 * coordinate by coordinate, then a permutation if shuffled.
 *
 * <p>Unlike scikit-learn, fewer points than clouds are refused: a class would have none.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param sizes how many points the clouds have
 * @param centers where the clouds are; cloud k is class k
 * @param deviations the standard deviation of every coordinate, at least 0: one number for all
 *     clouds, or one for each
 * @param shuffle whether the points come in random order; else class by class
 */
public record Blobs(ClassSizes sizes, BlobCenters centers, List<Double> deviations, boolean shuffle)
    implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** scikit-learn's default standard deviation. */
  public static final double DEFAULT_DEVIATION = 1;

  /** Points come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  /** Copies the deviations and checks that the numbers of clouds agree. */
  public Blobs {
    deviations = List.copyOf(deviations);
    deviations.forEach(deviation -> NumberChecks.deviation("deviation", deviation));
    if (deviations.size() != 1) {
      checkCount(deviations.size(), "deviations", centers);
    }
    if (sizes instanceof ClassSizes.PerClass each) {
      checkCount(each.sizes().size(), "sizes", centers);
    }
    if (sizes.total() < centers.count()) {
      throw new IllegalArgumentException(
          "samples " + sizes.total() + " are fewer than the " + centers.count() + " centers");
    }
  }

  private static void checkCount(int count, String things, BlobCenters centers) {
    if (count != centers.count()) {
      throw new IllegalArgumentException(
          count + " " + things + " for " + centers.count() + " centers");
    }
  }

  @Override
  public DataShape shape() {
    return new DataShape(sizes.total(), centers.features(), 1, centers.count());
  }

  /**
   * Known for clouds with the same standard deviation: of two always, of more if their centers lie
   * in a plane.
   */
  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    if (deviation(0) == 0 || deviations.stream().distinct().count() > 1) {
      return Optional.empty();
    }
    double[][] placed = centers.place(stream);
    OptionalDouble accuracy =
        placed.length == 2
            ? OptionalDouble.of(Overlap.accuracy(placed, deviation(0), share(0)))
            : CloudOverlap.accuracy(placed, deviation(0), shares());
    return accuracy.isPresent()
        ? Attainable.accuracy(accuracy.getAsDouble(), "the overlap of the clouds")
        : Optional.empty();
  }

  private double share(int cloud) {
    return (double) sizes.of(cloud, centers.count()) / sizes.total();
  }

  private double[] shares() {
    return IntStream.range(0, centers.count()).mapToDouble(this::share).toArray();
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    double[][] placed = centers.place(stream);
    for (int cloud = 0; cloud < placed.length; cloud++) {
      for (long point = 0; point < sizes.of(cloud, placed.length); point++) {
        points.add(cloud, around(placed[cloud], deviation(cloud), stream));
      }
    }
    if (shuffle) {
      points.shuffle(stream);
    }
    return points.samples();
  }

  private double deviation(int cloud) {
    return deviations.get(deviations.size() == 1 ? 0 : cloud);
  }

  private static double[] around(double[] center, double deviation, RandomStream stream) {
    double[] point = new double[center.length];
    for (int feature = 0; feature < point.length; feature++) {
      point[feature] = stream.normal(center[feature], deviation);
    }
    return point;
  }
}
