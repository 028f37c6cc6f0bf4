package lockstep.random;

import java.util.EnumMap;
import java.util.Map;

/**
 * The random streams of one trial: one for each purpose, or one continued for several.
 *
 * <p>Mutable state that one trial owns. Streams are opened at most once; a purpose that continues
 * another one's stream gets the very same object, from where it stands at that moment.
 */
public final class Streams {
  private final RandomAlgorithm algorithm;
  private final Map<Purpose, StreamSpec> specs = new EnumMap<>(Purpose.class);
  private final Map<Purpose, RandomStream> opened = new EnumMap<>(Purpose.class);

  /**
   * Opens nothing yet.
   *
   * @param algorithm the family of the streams
   * @param specs where each purpose's numbers come from
   * @throws IllegalArgumentException if a purpose continues, over however many steps, its own
   *     stream or that of a purpose without one
   */
  public Streams(RandomAlgorithm algorithm, Map<Purpose, StreamSpec> specs) {
    this.algorithm = algorithm;
    this.specs.putAll(specs);
    for (Purpose purpose : this.specs.keySet()) {
      checkHasBeginning(purpose);
    }
  }

  /**
   * The stream of a purpose.
   *
   * <p>The first call for a purpose makes its stream, opening first the one that it continues if
   * that has not been opened yet, and skips what is to be skipped. Later calls for the purpose give
   * the same object and skip nothing.
   *
   * @param purpose what the numbers are for
   * @throws IllegalArgumentException if the purpose has no stream
   */
  public RandomStream open(Purpose purpose) {
    RandomStream known = opened.get(purpose);
    if (known != null) {
      return known;
    }
    StreamSpec spec = specOf(purpose);
    RandomStream stream = beginning(spec);
    stream.skip(spec.skip());
    opened.put(purpose, stream);
    return stream;
  }

  private RandomStream beginning(StreamSpec spec) {
    if (spec instanceof StreamSpec.Continued continued) {
      return open(continued.purpose());
    }
    return algorithm.start(((StreamSpec.Seeded) spec).seed());
  }

  private void checkHasBeginning(Purpose purpose) {
    Purpose current = purpose;
    for (int step = 0; step < Purpose.values().length; step++) {
      if (!(specOf(current) instanceof StreamSpec.Continued continued)) {
        return;
      }
      current = continued.purpose();
    }
    throw new IllegalArgumentException("the stream for " + purpose + " continues itself");
  }

  private StreamSpec specOf(Purpose purpose) {
    StreamSpec spec = specs.get(purpose);
    if (spec == null) {
      throw new IllegalArgumentException("no stream for " + purpose);
    }
    return spec;
  }
}
