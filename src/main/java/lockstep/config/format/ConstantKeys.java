package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Real;
import lockstep.network.Initializer.Constant;

/** The keys of the initializer {@code constant}. */
final class ConstantKeys {
  private static final Key<Double> VALUE = Key.of("value", Real.ANY, "Every value.", "0.01");

  static final Block<Constant> BLOCK =
      Block.of(Constant.class).with(VALUE, Constant::value).make(v -> new Constant(v.of(VALUE)));

  private ConstantKeys() {}
}
