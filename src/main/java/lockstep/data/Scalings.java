package lockstep.data;

import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What the samples of a trial were scaled by.
 *
 * @param inputs of the inputs; empty if these are as they were generated
 * @param targets of the encoded targets; empty if these are as they were encoded
 */
public record Scalings(Optional<FittedScaling> inputs, Optional<FittedScaling> targets) {
  /** Nothing was scaled. */
  public static final Scalings NONE = new Scalings(Optional.empty(), Optional.empty());

  /** Whether nothing was scaled. */
  public boolean isNone() {
    return inputs.isEmpty() && targets.isEmpty();
  }

  /**
   * Inputs as the network sees them.
   *
   * @param raw n x in, as they are in the world
   */
  public RealMatrix scaleInputs(RealMatrix raw) {
    return inputs.map(scaling -> scaling.scale(raw)).orElse(raw);
  }

  /**
   * Outputs in the unit of the targets.
   *
   * @param outputs n x out, of the network
   */
  public RealMatrix unscaleOutputs(RealMatrix outputs) {
    return targets.map(scaling -> scaling.unscale(outputs)).orElse(outputs);
  }

  /** Samples on the new scales. */
  Samples scale(Samples samples) {
    return new Samples(
        scaleInputs(samples.inputs()),
        targets.map(scaling -> scaling.scale(samples.targets())).orElse(samples.targets()));
  }
}
