package lockstep.data;

/**
 * How many inputs of which kind {@link Classification} makes.
 *
 * @param features all of them
 * @param informative those in which the clusters differ, at least 1
 * @param redundant linear combinations of the informative ones, at least 0
 * @param repeated copies of any of the former, at least 0; what is left is noise
 */
public record FeatureCounts(int features, int informative, int redundant, int repeated) {
  /** scikit-learn's default number of inputs. */
  public static final int DEFAULT_FEATURES = 20;

  /** scikit-learn's default number of informative inputs. */
  public static final int DEFAULT_INFORMATIVE = 2;

  /** scikit-learn's default number of redundant inputs. */
  public static final int DEFAULT_REDUNDANT = 2;

  /** scikit-learn's default number of repeated inputs. */
  public static final int DEFAULT_REPEATED = 0;

  /** Checks the ranges. */
  public FeatureCounts {
    NumberChecks.atLeastOne("features", features);
    NumberChecks.atLeastOne("informative", informative);
    NumberChecks.notNegative("redundant", redundant);
    NumberChecks.notNegative("repeated", repeated);
    long used = (long) informative + redundant + repeated;
    if (used > features) {
      throw new IllegalArgumentException(
          "informative, redundant and repeated are " + used + " of " + features + " features");
    }
  }

  /** How many are noise. */
  int useless() {
    return features - informative - redundant - repeated;
  }
}
