package lockstep.config.format;

import java.util.Optional;
import lockstep.random.Purpose;
import lockstep.random.SeedDerivation;
import lockstep.random.StreamSpec;

/**
 * What a file says of one purpose's random stream.
 *
 * @param seed its own seed; empty to derive it, or if another stream is continued
 * @param continues the purpose whose stream is continued; empty for a stream of its own
 * @param skip how many uniform draws are thrown away first
 */
public record StreamSection(Optional<Long> seed, Optional<Purpose> continues, long skip) {
  /** Where nothing is said: a stream of its own with a derived seed, used from its beginning. */
  static final StreamSection DEFAULT = new StreamSection(Optional.empty(), Optional.empty(), 0);

  /** What a file says of a stream that is used by nobody. */
  public static final StreamSpec UNUSED = new StreamSpec.Seeded(0, 0);

  public static StreamSection of(StreamSpec spec) {
    return spec instanceof StreamSpec.Continued continued
        ? new StreamSection(Optional.empty(), Optional.of(continued.purpose()), spec.skip())
        : new StreamSection(
            Optional.of(((StreamSpec.Seeded) spec).seed()), Optional.empty(), spec.skip());
  }

  /**
   * The stream.
   *
   * @param experimentSeed what a missing seed is derived from
   * @param purpose what the stream is for
   */
  public StreamSpec resolve(long experimentSeed, Purpose purpose) {
    if (continues.isPresent()) {
      return new StreamSpec.Continued(continues.get(), skip);
    }
    long own = seed.orElseGet(() -> SeedDerivation.derive(experimentSeed, purpose));
    return new StreamSpec.Seeded(own, skip);
  }
}
