package lockstep.config.format;

import java.util.Optional;
import lockstep.data.Generator;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;

/**
 * What a file says under {@code data}.
 *
 * @param generator where the samples come from
 * @param stream the generator's random numbers
 * @param encoding how targets are encoded
 * @param split what is held out
 */
public record DataSection(
    Generator generator,
    StreamSection stream,
    TargetEncoding encoding,
    Optional<SplitSection> split) {

  /**
   * What a file says under {@code data.split}.
   *
   * @param split which parts are held out
   * @param stream the random numbers of the division
   */
  public record SplitSection(Split split, StreamSection stream) {}
}
