package lockstep.matrix;

import java.util.Optional;

/**
 * The fastest kernels that this machine can run. All give the same bits; only time depends on the
 * choice.
 *
 * <p>Vectors need the module {@value #MODULE}, which the launcher adds where it is asked to, a
 * processor with vectors of four doubles and with fused multiply-add, and work enough: until they
 * are compiled they are much slower than plain loops.
 */
public final class FastKernels {
  /** The module with the JDK's vectors. */
  public static final String MODULE = "jdk.incubator.vector";

  /** From this number of multiplications on, the compilation of vector kernels pays. */
  public static final long WORTHWHILE = 2_000_000_000L;

  private static final String VECTOR_KERNELS = "lockstep.matrix.simd.VectorKernels";

  private FastKernels() {}

  /**
   * Kernels for a task.
   *
   * @param arithmetic how products are added up
   * @param multiplications about how many there will be
   */
  public static Kernels of(Arithmetic arithmetic, double multiplications) {
    if (arithmetic == Arithmetic.FUSED && multiplications >= WORTHWHILE) {
      return vectors().orElseGet(() -> ScalarKernels.of(arithmetic));
    }
    return ScalarKernels.of(arithmetic);
  }

  /** New kernels on vectors; empty where they cannot be used. They are fused. */
  public static Optional<Kernels> vectors() {
    boolean possible =
        ModuleLayer.boot().findModule(MODULE).isPresent() && FusedMultiplyAdd.IN_HARDWARE;
    return possible ? newVectorKernels() : Optional.empty();
  }

  /** By name, as the class cannot even be loaded without the module. */
  private static Optional<Kernels> newVectorKernels() {
    try {
      Class<?> type = Class.forName(VECTOR_KERNELS);
      boolean supported = (Boolean) type.getMethod("areSupported").invoke(null);
      return supported
          ? Optional.of((Kernels) type.getConstructor().newInstance())
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(VECTOR_KERNELS + " does not fit this program", e);
    }
  }
}
