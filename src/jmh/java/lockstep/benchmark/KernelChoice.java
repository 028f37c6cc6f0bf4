package lockstep.benchmark;

import lockstep.matrix.Arithmetic;
import lockstep.matrix.FastKernels;
import lockstep.matrix.Kernels;
import lockstep.matrix.ScalarKernels;

/** The kernels that a benchmark is run with, as its parameter names them. */
final class KernelChoice {
  /** Plain loops, as without the module of vectors. */
  static final String LOOPS = "loops";

  /** The JDK's vectors. */
  static final String VECTORS = "vectors";

  private KernelChoice() {}

  static Kernels kernels(String name) {
    return switch (name) {
      case LOOPS -> ScalarKernels.of(Arithmetic.FUSED);
      case VECTORS ->
          FastKernels.vectors()
              .orElseThrow(() -> new IllegalStateException("no vectors on this machine"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Makes training runs of this process use the kernels. */
  static void useForTraining(String name) {
    System.setProperty(FastKernels.PROPERTY, name.equals(VECTORS) ? "always" : "never");
  }
}
