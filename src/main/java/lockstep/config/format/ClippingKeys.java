package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.training.Clipping;

/** The table of limits under {@code training.clipping}. */
final class ClippingKeys {
  /** The limits: a row for each. */
  private static final List<Option<? extends Clipping>> CLIPPINGS =
      List.of(
          new Option<>(
              "norm",
              Clipping.ByNorm.class,
              Mapped.of(
                  Clipping.ByNorm.class,
                  new Real(Range.above(0)),
                  Clipping.ByNorm::new,
                  Clipping.ByNorm::limit),
              "The largest Euclidean norm of the gradient of all parameters together, which keeps"
                  + " its direction.",
              "1"),
          new Option<>(
              "value",
              Clipping.ByValue.class,
              Mapped.of(
                  Clipping.ByValue.class,
                  new Real(Range.above(0)),
                  Clipping.ByValue::new,
                  Clipping.ByValue::limit),
              "The largest magnitude of each element of the gradient.",
              "0.5"));

  static final Type<Clipping> TYPE = new Choice<>("a limit", Clipping.class, CLIPPINGS);

  private ClippingKeys() {}
}
