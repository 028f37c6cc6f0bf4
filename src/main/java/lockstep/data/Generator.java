package lockstep.data;

import lockstep.random.RandomStream;

/** A source of samples: an immutable recipe, checked when it is made. */
public interface Generator {

  /** What {@link #generate} will return. */
  DataShape shape();

  /**
   * Makes the samples.
   *
   * @param stream where random numbers come from; moved on by exactly the draws that are needed
   */
  Samples generate(RandomStream stream);
}
