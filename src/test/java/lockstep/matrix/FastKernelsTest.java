package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which kernels are taken for how much work. */
class FastKernelsTest {
  private static final double LITTLE = 1000;
  private static final double MUCH = 1e12;

  @BeforeEach
  @AfterEach
  void wishNothing() {
    System.clearProperty(FastKernels.PROPERTY);
  }

  @Test
  void littleWorkIsDoneInLoops() {
    assertThat(FastKernels.of(Arithmetic.FUSED, LITTLE, new Workload()))
        .isInstanceOf(ScalarKernels.class);
  }

  @Test
  void manyShortTasksAreDoneInLoopsUntilTheyAreMuchWork() {
    Workload workload = new Workload();
    double tenth = FastKernels.WORTHWHILE / 10.0;

    List<Boolean> loops =
        IntStream.range(0, 12)
            .mapToObj(task -> FastKernels.of(Arithmetic.FUSED, tenth, workload))
            .map(ScalarKernels.class::isInstance)
            .toList();

    boolean never = FastKernels.vectors().isEmpty();
    assertThat(loops.subList(0, 9)).containsOnly(true);
    assertThat(loops.subList(9, 12)).containsOnly(never);
  }

  @Test
  void separateArithmeticDoesNotCountAsWorkForVectors() {
    Workload workload = new Workload();

    FastKernels.of(Arithmetic.SEPARATE, MUCH, workload);

    assertThat(FastKernels.of(Arithmetic.FUSED, LITTLE, workload))
        .isInstanceOf(ScalarKernels.class);
  }

  @Test
  void theWorkOfTheWholeProcessCounts() {
    FastKernels.of(Arithmetic.FUSED, MUCH);

    boolean loops = FastKernels.of(Arithmetic.FUSED, LITTLE) instanceof ScalarKernels;

    assertThat(loops).isEqualTo(FastKernels.vectors().isEmpty());
  }

  @Test
  void muchWorkIsDoneOnVectorsWhereThereAreSome() {
    boolean loops = FastKernels.of(Arithmetic.FUSED, MUCH) instanceof ScalarKernels;

    assertThat(loops).isEqualTo(FastKernels.vectors().isEmpty());
  }

  @Test
  void vectorsCanBeForced() {
    assumeThat(FastKernels.vectors()).isPresent();
    System.setProperty(FastKernels.PROPERTY, "always");

    assertThat(FastKernels.of(Arithmetic.FUSED, LITTLE)).isNotInstanceOf(ScalarKernels.class);
  }

  @Test
  void vectorsCanBeForbidden() {
    System.setProperty(FastKernels.PROPERTY, "never");

    assertThat(FastKernels.of(Arithmetic.FUSED, MUCH)).isInstanceOf(ScalarKernels.class);
  }

  @Test
  void separateArithmeticIsAlwaysDoneInLoops() {
    System.setProperty(FastKernels.PROPERTY, "always");

    assertThat(FastKernels.of(Arithmetic.SEPARATE, MUCH)).isInstanceOf(ScalarKernels.class);
  }

  @Test
  void anUnknownWishIsRefused() {
    System.setProperty(FastKernels.PROPERTY, "sometimes");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FastKernels.of(Arithmetic.FUSED, LITTLE))
        .withMessageContaining("sometimes");
  }
}
