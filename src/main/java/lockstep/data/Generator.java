package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;

/** A source of samples: an immutable recipe, checked when it is made. */
public sealed interface Generator
    permits Blobs,
        Checkerboard,
        Circles,
        Classification,
        CsvTable,
        Friedman,
        GaussianQuantiles,
        Hastie,
        Iris,
        LinearRegression,
        Longley,
        Moons,
        Parity,
        PolynomialRegression,
        Regression,
        Rows,
        SCurve,
        SineRegression,
        Spirals,
        SwissRoll,
        Teacher,
        TwoSpirals,
        Xor {

  /** What {@link #generate} will return; nothing is generated to answer. */
  DataShape shape();

  /**
   * The best that can be expected of a network on new samples.
   *
   * @param stream a stream as {@link #generate} gets it, for what is drawn before the samples
   * @return empty if it is not known, or if nothing is in the way of perfection
   */
  default Optional<Attainable> attainable(RandomStream stream) {
    return Optional.empty();
  }

  /**
   * Makes the samples.
   *
   * @param stream where random numbers come from; moved on by exactly the draws that are needed
   * @throws IllegalArgumentException if there are more samples than an array can hold
   */
  Samples generate(RandomStream stream);
}
