package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

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
    assertThat(FastKernels.of(Arithmetic.FUSED, LITTLE)).isInstanceOf(ScalarKernels.class);
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
