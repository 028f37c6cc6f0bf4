package lockstep.data;

/**
 * Where the clusters of {@link Classification} are.
 *
 * @param separation half the distance between neighbouring corners; any finite number
 * @param hypercube whether clusters stay on the corners; else each is moved towards the middle by a
 *     random factor, and each coordinate too
 * @param shift what is added to each input; drawn, it is uniform in [-separation, separation)
 * @param scale what each input is multiplied by afterwards; drawn, it is uniform in [1, 101)
 */
public record ClusterPlaces(
    double separation, boolean hypercube, FeatureNumbers shift, FeatureNumbers scale) {
  /** scikit-learn's default separation. */
  public static final double DEFAULT_SEPARATION = 1;

  /** Clusters stay on the corners. */
  public static final boolean DEFAULT_HYPERCUBE = true;

  /** Nothing is added. */
  public static final FeatureNumbers DEFAULT_SHIFT = new FeatureNumbers.Same(0);

  /** Nothing is stretched. */
  public static final FeatureNumbers DEFAULT_SCALE = new FeatureNumbers.Same(1);

  /** Checks that the separation is finite. */
  public ClusterPlaces {
    NumberChecks.finite("separation", separation);
  }
}
