package lockstep.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * One normal cloud that is cut into classes by the distance from its centre, as scikit-learn's
 * {@code make_gaussian_quantiles}.
 *
 * <p>The points are sorted by their distance; each class gets ⌊samples / classes⌋ of them, from the
 * innermost on, the last one also what remains. Draws: the points, one by one, coordinate by
 * coordinate, then a permutation if shuffled.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param samples the number of points, at least that of the classes
 * @param classes the number of classes, at least 1
 * @param mean the centre, a number for each coordinate; finite
 * @param variance the variance of every coordinate, at least 0
 * @param shuffle whether the points come in random order; else from the centre outwards
 */
public record GaussianQuantiles(
    long samples, int classes, List<Double> mean, double variance, boolean shuffle)
    implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** scikit-learn's default number of classes. */
  public static final int DEFAULT_CLASSES = 3;

  /** scikit-learn's default number of coordinates. */
  public static final int DEFAULT_FEATURES = 2;

  /** scikit-learn's default variance. */
  public static final double DEFAULT_VARIANCE = 1;

  /** Points come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  /** Copies the centre and checks the ranges. */
  public GaussianQuantiles {
    NumberChecks.atLeastOne("classes", classes);
    if (samples < classes) {
      throw new IllegalArgumentException(
          "samples " + samples + " are fewer than the " + classes + " classes");
    }
    mean = Table.checked("mean", List.of(mean)).get(0);
    NumberChecks.deviation("variance", variance);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, mean.size(), 1, classes);
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    double[][] inputs = Drawn.normal(count, mean.size(), stream);
    for (double[] input : inputs) {
      for (int feature = 0; feature < input.length; feature++) {
        input[feature] = Math.sqrt(variance) * input[feature] + mean.get(feature);
      }
    }
    double[] distances = Arrays.stream(inputs).mapToDouble(this::squaredDistance).toArray();
    int[] outwards =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(point -> distances[point]))
            .mapToInt(Integer::intValue)
            .toArray();
    LabelledPoints points = new LabelledPoints(count);
    for (int place = 0; place < count; place++) {
      points.add(Math.min(place / (count / classes), classes - 1), inputs[outwards[place]]);
    }
    if (shuffle) {
      points.shuffle(stream);
    }
    return points.samples();
  }

  private double squaredDistance(double[] input) {
    double sum = 0;
    for (int feature = 0; feature < input.length; feature++) {
      double difference = input[feature] - mean.get(feature);
      sum += difference * difference;
    }
    return sum;
  }
}
