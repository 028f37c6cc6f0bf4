package lockstep.data;

import java.util.Optional;

/**
 * What is scaled.
 *
 * @param inputs how the inputs are; empty to leave them
 * @param targets how the encoded targets are; empty to leave them
 */
public record ScalingSpec(Optional<Scaling> inputs, Optional<Scaling> targets) {
  /** Nothing. */
  public static final ScalingSpec NONE = new ScalingSpec(Optional.empty(), Optional.empty());

  /** Whether nothing is scaled. */
  public boolean isNone() {
    return inputs.isEmpty() && targets.isEmpty();
  }

  /** Fits to the training part and scales every part. */
  DataSet apply(DataSet data) {
    if (isNone()) {
      return data;
    }
    Scalings fitted =
        new Scalings(
            inputs.map(scaling -> scaling.fit(data.train().inputs())),
            targets.map(scaling -> scaling.fit(data.train().targets())));
    return new DataSet(
        fitted.scale(data.train()),
        data.validation().map(fitted::scale),
        data.test().map(fitted::scale),
        fitted);
  }
}
