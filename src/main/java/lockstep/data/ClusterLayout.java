package lockstep.data;

import java.util.List;
import java.util.Optional;
import lockstep.decimal.ShortestDecimal;

/**
 * Which clusters {@link Classification} makes.
 *
 * @param classes the number of classes, at least 1
 * @param clustersPerClass the number of clusters of each class, at least 1; at most 2147483647
 *     clusters in all
 * @param weights the share of the samples that each class gets, each from 0 to 1, together at most
 *     1; empty for equal shares, and the last one may be missing
 */
public record ClusterLayout(int classes, int clustersPerClass, List<Double> weights) {
  /** scikit-learn's default number of classes. */
  public static final int DEFAULT_CLASSES = 2;

  /** scikit-learn's default number of clusters of each class. */
  public static final int DEFAULT_CLUSTERS = 2;

  /** What a sum of shares may be above 1 by rounding. */
  private static final double ROUNDING = 1e-9;

  /** Copies the weights and checks the ranges. */
  public ClusterLayout {
    NumberChecks.atLeastOne("classes", classes);
    NumberChecks.atLeastOne("clusters per class", clustersPerClass);
    if ((long) classes * clustersPerClass > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "classes " + classes + " times clusters per class " + clustersPerClass + " are too many");
    }
    weights = List.copyOf(weights);
    checkWeights(classes, weights);
  }

  private static void checkWeights(int classes, List<Double> weights) {
    if (!weights.isEmpty() && weights.size() != classes && weights.size() != classes - 1) {
      throw new IllegalArgumentException(weights.size() + " weights for " + classes + " classes");
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight <= 1)) {
        throw NumberChecks.refusal("weight", weight, "in [0, 1]");
      }
    }
    excess(weights)
        .ifPresent(
            excess -> {
              throw new IllegalArgumentException("weights: " + excess);
            });
  }

  /**
   * Why shares cannot be those of a whole.
   *
   * @param weights the shares
   * @return what is wrong; empty if nothing is
   */
  public static Optional<String> excess(List<Double> weights) {
    double sum = sum(weights);
    return sum <= 1 + ROUNDING
        ? Optional.empty()
        : Optional.of("the sum " + ShortestDecimal.format(sum) + " is above 1");
  }

  private static double sum(List<Double> weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** The number of all clusters; cluster k belongs to class k modulo the number of classes. */
  public int clusters() {
    return classes * clustersPerClass;
  }

  /**
   * The samples of each cluster: the class's share of all, divided by its clusters and cut to a
   * whole number; what remains is dealt out one by one from the first cluster on.
   *
   * @param samples how many there are in all
   */
  int[] sizes(int samples) {
    int[] sizes = new int[clusters()];
    int left = samples;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      double share = weight(cluster % classes);
      sizes[cluster] = Math.min(left, (int) (samples * share / clustersPerClass));
      left -= sizes[cluster];
    }
    for (int extra = 0; extra < left; extra++) {
      sizes[extra % sizes.length]++;
    }
    return sizes;
  }

  private double weight(int label) {
    if (weights.isEmpty()) {
      return 1.0 / classes;
    }
    return label < weights.size() ? weights.get(label) : 1.0 - sum(weights);
  }
}
