package lockstep.data;

import lockstep.random.RandomStream;

/** A source of samples: an immutable recipe, checked when it is made. */
public sealed interface Generator
    permits Blobs, Circles, CsvTable, LinearRegression, Moons, Rows, SineRegression, Xor {

  /** What {@link #generate} will return; nothing is generated to answer. */
  DataShape shape();

  /**
   * Makes the samples.
   *
   * @param stream where random numbers come from; moved on by exactly the draws that are needed
   * @throws IllegalArgumentException if there are more samples than an array can hold
   */
  Samples generate(RandomStream stream);
}
