package lockstep.experiment;

import java.util.OptionalLong;
import lockstep.config.ExperimentSpec;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/** The seeds that a trial really uses. */
public final class Seeds {
  private Seeds() {}

  /**
   * The seed that a purpose's numbers come from, also through another purpose's stream.
   *
   * @param spec the trial
   * @param purpose what the numbers are for
   * @return empty if the trial draws nothing for that purpose
   */
  public static OptionalLong of(ExperimentSpec spec, Purpose purpose) {
    if (!draws(spec, purpose)) {
      return OptionalLong.empty();
    }
    StreamSpec stream = spec.streams().get(origin(spec, purpose));
    return OptionalLong.of(((StreamSpec.Seeded) stream).seed());
  }

  /** Whether a trial can draw anything for a purpose. */
  private static boolean draws(ExperimentSpec spec, Purpose purpose) {
    return purpose == Purpose.SPLIT
        ? spec.data().drawsParts()
        : spec.streams().containsKey(purpose);
  }

  /**
   * The purpose whose stream a purpose draws from: itself, or the one that it continues, over
   * however many steps.
   *
   * @param spec the trial
   * @param purpose what the numbers are for
   */
  public static Purpose origin(ExperimentSpec spec, Purpose purpose) {
    Purpose origin = purpose;
    while (spec.streams().get(origin) instanceof StreamSpec.Continued continued) {
      origin = continued.purpose();
    }
    return origin;
  }
}
