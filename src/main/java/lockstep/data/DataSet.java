package lockstep.data;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The samples of one trial, targets encoded, and scaled if that was asked for.
 *
 * @param train what the network is trained on
 * @param validation what was held out to choose by; empty without such a part
 * @param test what was held out to measure by; empty without such a part
 * @param scalings what the samples were scaled by
 */
public record DataSet(
    Samples train, Optional<Samples> validation, Optional<Samples> test, Scalings scalings) {

  /** Samples as they were generated. */
  public DataSet(Samples train, Optional<Samples> validation, Optional<Samples> test) {
    this(train, validation, test, Scalings.NONE);
  }

  /** Samples of which nothing is held out. */
  public static DataSet whole(Samples samples) {
    return new DataSet(samples, Optional.empty(), Optional.empty());
  }

  /** The samples of a part; empty if there is no such part. */
  public Optional<Samples> part(Part part) {
    return switch (part) {
      case TRAIN -> Optional.of(train);
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** The parts that there are, in the order train, validation, test. */
  public Set<Part> parts() {
    Set<Part> parts = EnumSet.allOf(Part.class);
    parts.removeIf(part -> part(part).isEmpty());
    return Collections.unmodifiableSet(parts);
  }
}
