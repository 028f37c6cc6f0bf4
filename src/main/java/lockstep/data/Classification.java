package lockstep.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import lockstep.random.RandomStream;

/**
 * Normally distributed clusters around the corners of a hypercube, as scikit-learn's {@code
 * make_classification}.
 *
 * <p>Each cluster is spread by a random matrix of its own. Draws: the corners, factors if they are
 * moved, all informative inputs, sample by sample, then the matrix of each cluster, the matrix of
 * the redundant inputs, which inputs are repeated, the useless ones, a uniform number a sample and
 * a new class for each that is flipped, shift and scale if they are drawn, and if shuffled a
 * permutation of the samples and one of the inputs.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}, after I. Guyon,
 * "Design of experiments for the NIPS 2003 variable selection benchmark", 2003.
 *
 * @param samples the number of samples, at least 1
 * @param features how many inputs of which kind
 * @param clusters which clusters; at most 2 to the power of the informative inputs
 * @param places where they are
 * @param flip the share of samples whose class is drawn anew from all classes, in [0, 1]; a flipped
 *     sample can keep its class
 * @param shuffle whether samples and inputs come in random order; else cluster by cluster, and the
 *     inputs as {@link FeatureCounts} lists them
 */
public record Classification(
    long samples,
    FeatureCounts features,
    ClusterLayout clusters,
    ClusterPlaces places,
    double flip,
    boolean shuffle)
    implements Generator {
  /** scikit-learn's default number of samples. */
  public static final long DEFAULT_SAMPLES = 100;

  /** scikit-learn's default share of flipped samples. */
  public static final double DEFAULT_FLIP = 0.01;

  /** Samples and inputs come in random order. */
  public static final boolean DEFAULT_SHUFFLE = true;

  private static final int BITS_OF_AN_INT = 31;

  /** Checks the ranges, and that there are enough corners. */
  public Classification {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.share("flip", flip);
    places.shift().check("shift", features.features());
    places.scale().check("scale", features.features());
    int informative = features.informative();
    if (informative < BITS_OF_AN_INT && clusters.clusters() > 1 << informative) {
      throw new IllegalArgumentException(
          clusters.clusters() + " clusters are more than 2 to the power of " + informative);
    }
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, features.features(), 1, clusters.classes());
  }

  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    double wrong = flip * (clusters.classes() - 1) / clusters.classes();
    return wrong > 0
        ? Optional.of(
            new Attainable(
                Attainable.Measure.ACCURACY, 1 - wrong, false, "the classes that are flipped"))
        : Optional.empty();
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    double[][] labels = new double[count][1];
    double[][] inputs = new double[count][features.features()];
    fillInformative(inputs, labels, stream);
    fillRedundant(inputs, stream);
    fillRepeated(inputs, stream);
    fillUseless(inputs, stream);
    flip(labels, stream);
    stretch(inputs, stream);
    if (shuffle) {
      int[] order = stream.permutation(count);
      inputs = Reordering.rows(inputs, order);
      labels = Reordering.rows(labels, order);
      inputs = Reordering.columns(inputs, stream.permutation(features.features()));
    }
    return Table.samples(inputs, labels);
  }

  private double[][] corners(RandomStream stream) {
    double[][] corners = Hypercube.corners(clusters.clusters(), features.informative(), stream);
    for (double[] corner : corners) {
      for (int input = 0; input < corner.length; input++) {
        corner[input] = corner[input] * (2 * places.separation()) - places.separation();
      }
    }
    if (!places.hypercube()) {
      double[] byCluster = Drawn.uniform(corners.length, stream);
      double[] byInput = Drawn.uniform(features.informative(), stream);
      for (int cluster = 0; cluster < corners.length; cluster++) {
        for (int input = 0; input < byInput.length; input++) {
          corners[cluster][input] = corners[cluster][input] * byCluster[cluster] * byInput[input];
        }
      }
    }
    return corners;
  }

  private void fillInformative(double[][] inputs, double[][] labels, RandomStream stream) {
    int informative = features.informative();
    double[][] corners = corners(stream);
    double[][] standard = Drawn.normal(inputs.length, informative, stream);
    int[] sizes = clusters.sizes(inputs.length);
    int next = 0;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      double[][] spread = symmetric(informative, informative, stream);
      int end = next + sizes[cluster];
      double[][] points = Products.of(Arrays.copyOfRange(standard, next, end), spread);
      for (double[] point : points) {
        labels[next][0] = cluster % clusters.classes();
        for (int input = 0; input < informative; input++) {
          inputs[next][input] = point[input] + corners[cluster][input];
        }
        next++;
      }
    }
  }

  /** Uniform numbers in [-1, 1). */
  private static double[][] symmetric(int rows, int columns, RandomStream stream) {
    double[][] table = Drawn.uniform(rows, columns, stream);
    for (double[] row : table) {
      for (int column = 0; column < columns; column++) {
        row[column] = 2 * row[column] - 1;
      }
    }
    return table;
  }

  private void fillRedundant(double[][] inputs, RandomStream stream) {
    double[][] mixing = symmetric(features.informative(), features.redundant(), stream);
    double[][] mixed = Products.of(inputs, mixing);
    for (int sample = 0; sample < inputs.length; sample++) {
      System.arraycopy(
          mixed[sample], 0, inputs[sample], features.informative(), features.redundant());
    }
  }

  private void fillRepeated(double[][] inputs, RandomStream stream) {
    int first = features.informative() + features.redundant();
    for (int copy = 0; copy < features.repeated(); copy++) {
      int original = (int) ((first - 1) * stream.uniform() + 0.5);
      for (double[] input : inputs) {
        input[first + copy] = input[original];
      }
    }
  }

  private void fillUseless(double[][] inputs, RandomStream stream) {
    int useless = features.useless();
    double[][] noise = Drawn.normal(inputs.length, useless, stream);
    for (int sample = 0; sample < inputs.length; sample++) {
      System.arraycopy(noise[sample], 0, inputs[sample], features.features() - useless, useless);
    }
  }

  private void flip(double[][] labels, RandomStream stream) {
    double[] draws = Drawn.uniform(labels.length, stream);
    for (int sample = 0; sample < draws.length; sample++) {
      if (draws[sample] < flip) {
        labels[sample][0] = stream.integer(0, clusters.classes());
      }
    }
  }

  private void stretch(double[][] inputs, RandomStream stream) {
    double[] shift = numbers(places.shift(), u -> (2 * u - 1) * places.separation(), stream);
    double[] scale = numbers(places.scale(), u -> 1 + 100 * u, stream);
    for (double[] input : inputs) {
      for (int feature = 0; feature < input.length; feature++) {
        input[feature] = (input[feature] + shift[feature]) * scale[feature];
      }
    }
  }

  /** The numbers, made of uniform draws if they are not given. */
  private double[] numbers(
      FeatureNumbers given, DoubleUnaryOperator ofUniform, RandomStream stream) {
    double[] numbers = new double[features.features()];
    for (int feature = 0; feature < numbers.length; feature++) {
      if (given instanceof FeatureNumbers.Each each) {
        numbers[feature] = each.values().get(feature);
      } else if (given instanceof FeatureNumbers.Same same) {
        numbers[feature] = same.value();
      } else {
        numbers[feature] = ofUniform.applyAsDouble(stream.uniform());
      }
    }
    return numbers;
  }
}
