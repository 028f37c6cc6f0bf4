package lockstep.matrix;

import java.util.Optional;

/**
 * The fastest kernels that this machine can run. All give the same bits; only time depends on the
 * choice.
 *
 * <p>Vectors need the module {@value #MODULE}, which the launcher adds where it is asked to, a
 * processor with vectors of four doubles and with fused multiply-add, and work enough: until they
 * are compiled they are much slower than plain loops. All work of the process counts, so a long row
 * of short tasks changes over to vectors too, or begins with them if it was {@linkplain #expect
 * expected}. The system property {@value #PROPERTY} decides otherwise, for checks and measurements:
 * {@code always} uses vectors for any amount of work and fails where there are none, {@code never}
 * does without them.
 */
public final class FastKernels {
  /** The module with the JDK's vectors. */
  public static final String MODULE = "jdk.incubator.vector";

  /** From this number of multiplications of a process on, compiling the vector kernels pays. */
  public static final long WORTHWHILE = 4_000_000_000L;

  /** The system property that takes the choice away from this class. */
  public static final String PROPERTY = "lockstep.vectors";

  private static final String VECTOR_KERNELS = "lockstep.matrix.simd.VectorKernels";

  private FastKernels() {}

  /**
   * Kernels for a task.
   *
   * @param arithmetic how products are added up
   * @param multiplications about how many there will be
   * @throws IllegalStateException if vectors must be used and cannot
   */
  public static Kernels of(Arithmetic arithmetic, double multiplications) {
    return of(arithmetic, multiplications, Workload.OF_PROCESS);
  }

  /**
   * Says what a process will be asked for, so that it need not begin slowly. It counts once more
   * when it is asked for.
   *
   * @param multiplications about how many there will be, of many tasks
   */
  public static void expect(double multiplications) {
    Workload.OF_PROCESS.add(multiplications);
  }

  /** The same beside other work, to which the task is added. */
  static Kernels of(Arithmetic arithmetic, double multiplications, Workload workload) {
    return arithmetic == Arithmetic.FUSED && useVectors(workload.add(multiplications))
        ? vectors().orElseGet(FastKernels::withoutVectors)
        : ScalarKernels.of(arithmetic);
  }

  private static boolean useVectors(double multiplications) {
    return switch (wish()) {
      case "always" -> true;
      case "never" -> false;
      case "" -> multiplications >= WORTHWHILE;
      default -> throw new IllegalArgumentException(PROPERTY + " is " + wish());
    };
  }

  private static Kernels withoutVectors() {
    if (wish().equals("always")) {
      throw new IllegalStateException(
          PROPERTY + " is always, but there is no module " + MODULE + " or no fit processor");
    }
    return ScalarKernels.of(Arithmetic.FUSED);
  }

  private static String wish() {
    return System.getProperty(PROPERTY, "");
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
