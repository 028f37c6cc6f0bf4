package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Inputs most of whose variance lies in few directions, as scikit-learn's {@code
 * make_low_rank_matrix}: U S Vᵀ with random orthonormal U and V. Singular value i, from 0, is (1 -
 * t) exp(-(i/r)²) + t exp(-0.1 i/r) with the effective rank r and the strength t of the tail.
 *
 * <p>Draws: the normal numbers of which U is made, then those of V, each row by row.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param effectiveRank about how many directions explain most of the inputs, at least 1
 * @param tailStrength the share of the slowly falling part of the singular values, in [0, 1]
 */
public record LowRank(int effectiveRank, double tailStrength) {
  /** scikit-learn's default strength of the tail. */
  public static final double DEFAULT_TAIL_STRENGTH = 0.5;

  /** Checks the ranges. */
  public LowRank {
    NumberChecks.atLeastOne("effective rank", effectiveRank);
    NumberChecks.share("tail strength", tailStrength);
  }

  /**
   * Draws inputs.
   *
   * @param samples the number of rows
   * @param features the number of columns
   */
  double[][] inputs(int samples, int features, RandomStream stream) {
    int rank = Math.min(samples, features);
    double[][] left = Orthonormal.of(Drawn.normal(samples, rank, stream));
    double[][] right = Orthonormal.of(Drawn.normal(features, rank, stream));
    double[][] scaled = new double[rank][features];
    for (int direction = 0; direction < rank; direction++) {
      double value = singularValue(direction);
      for (int feature = 0; feature < features; feature++) {
        scaled[direction][feature] = value * right[feature][direction];
      }
    }
    return Products.of(left, scaled);
  }

  private double singularValue(int direction) {
    double ratio = (double) direction / effectiveRank;
    double head = (1 - tailStrength) * FastMath.exp(-1.0 * (ratio * ratio));
    return head + tailStrength * FastMath.exp(-0.1 * direction / effectiveRank);
  }
}
