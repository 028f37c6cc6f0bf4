package lockstep.network;

import java.util.List;
import lockstep.decimal.ShortestDecimal;

/**
 * How much the samples of each class count. A weight multiplies the losses of its class; what a
 * mean divides by stays the number of samples.
 */
public sealed interface ClassWeights {
  /** All classes count the same. */
  ClassWeights EQUAL = new Equal();

  /** The weight of a class. */
  double of(int classNumber);

  /** Whether there is anything to multiply with. */
  boolean matter();

  /** No weights. */
  record Equal() implements ClassWeights {
    @Override
    public double of(int classNumber) {
      return 1;
    }

    @Override
    public boolean matter() {
      return false;
    }
  }

  /**
   * Weights such that all classes that occur in the training set count the same: n / (k nᵢ) for n
   * samples, nᵢ of class i, and k classes, as scikit-learn's {@code class_weight="balanced"}. They
   * are known once the training set is.
   */
  record Balanced() implements ClassWeights {
    @Override
    public double of(int classNumber) {
      throw new IllegalStateException("balanced weights depend on the training set");
    }

    @Override
    public boolean matter() {
      return true;
    }
  }

  /**
   * A weight for each class.
   *
   * @param weights from class 0 on; each above 0 and finite
   */
  record Given(List<Double> weights) implements ClassWeights {
    /** Copies the list and checks the ranges. */
    public Given {
      weights = List.copyOf(weights);
      for (double weight : weights) {
        if (!(weight > 0 && Double.isFinite(weight))) {
          throw new IllegalArgumentException("class weight " + ShortestDecimal.format(weight));
        }
      }
    }

    @Override
    public boolean matter() {
      return true;
    }

    @Override
    public double of(int classNumber) {
      return weights.get(classNumber);
    }
  }

  /**
   * Balanced weights.
   *
   * @param counts the training samples of each class; a class without any gets the weight 1
   */
  static ClassWeights balanced(int[] counts) {
    double samples = 0;
    int classes = 0;
    for (int count : counts) {
      samples += count;
      classes += count > 0 ? 1 : 0;
    }
    Double[] weights = new Double[counts.length];
    for (int each = 0; each < counts.length; each++) {
      weights[each] = counts[each] == 0 ? 1 : samples / ((double) classes * counts[each]);
    }
    return new Given(List.of(weights));
  }
}
