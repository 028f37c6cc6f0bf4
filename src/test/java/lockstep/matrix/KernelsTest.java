package lockstep.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Vector kernels against scalar ones, and these against formulas: every bit. */
class KernelsTest {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    36,
    -36,
    -36.5,
    708,
    -709,
    -745,
    800,
    22,
    -23,
    1e-300,
    0x1p-52,
    1 - 0x1p-53
  };

  /** With these a sum stays a number, and shows the sign of a zero and a lost bit. */
  private static final double[] FINITE =
      Arrays.stream(SPECIAL).filter(value -> Math.abs(value) < 1e100).toArray();

  private static Kernels vectors;
  private static final Kernels SCALAR = ScalarKernels.of(Arithmetic.FUSED);

  @BeforeAll
  static void useVectors() {
    vectors = FastKernels.vectors().orElse(SCALAR);
  }

  @Test
  void agreementsAreCountedPairByPair() {
    for (int count : new int[] {0, 1, 3, 4, 5, 8, 70, 1000}) {
      Random random = new Random(count);
      double[] left = random.doubles(count).toArray();
      double[] right = random.doubles(count).toArray();
      if (count > 4) {
        left[3] = Double.NaN;
        right[4] = 0.5;
      }
      int expected = 0;
      for (int i = 0; i < count; i++) {
        expected += left[i] > 0.5 == right[i] > 0.5 ? 1 : 0;
      }
      Kernels scalar = ScalarKernels.of(Arithmetic.FUSED);
      for (Kernels kernels : new Kernels[] {scalar, FastKernels.vectors().orElse(scalar)}) {
        assertThat(kernels.agreements(0.5, left, right)).isEqualTo(expected);
      }
    }
  }

  @Test
  @Tag("vectors")
  void vectorsAreTestedWhereTheProcessorHasThem() {
    boolean moduleIsThere = ModuleLayer.boot().findModule(FastKernels.MODULE).isPresent();
    assertThat(moduleIsThere).as("Surefire adds the module").isTrue();
  }

  /** Matrices have at least one row and one column. */
  static IntStream sizes() {
    return counts().filter(count -> count > 0);
  }

  static IntStream counts() {
    return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(97, 251, 509, 1000));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void productsOfAnyNumberOfSamplesHaveTheSameBits(int samples) {
    checkProducts(5, 3, samples);
    checkProducts(3, 1, samples);
    checkProducts(13, 17, samples);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void productsOfAnyNumberOfUnitsHaveTheSameBits(int units) {
    checkProducts(units, 2, 9);
    checkProducts(2, units, 9);
    checkProducts(units, units + 1, 21);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 14, 70",
    "520, 12, 33",
    "12, 27, 1700",
    "130, 61, 137",
    "12, 270, 600",
    "100, 110, 1100",
    "2, 4, 1000"
  })
  void productsOverSeveralBlocksHaveTheSameBits(int in, int out, int samples) {
    checkProducts(in, out, samples);
  }

  /**
   * Of every shape of tile, with all values special, a third, or so few that most sums are finite.
   */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "2, 19", "3, 19", "4, 33", "5, 8", "12, 16", "14, 19", "17, 67"})
  void productsOfSpecialValuesHaveTheSameBits(int size, int samples) {
    for (int step : new int[] {1, 3, 41}) {
      checkSpecialProducts(size, samples, step, SPECIAL);
      checkSpecialProducts(size, samples, step, FINITE);
    }
  }

  private static void checkSpecialProducts(int size, int samples, int step, double[] special) {
    Random random = new Random(size);
    Operands operands = new Operands(size, size + 1, samples, random);
    for (DenseMatrix matrix : operands.all()) {
      for (int i = 0; i < matrix.values().length; i += step) {
        matrix.values()[i] = special[random.nextInt(special.length)];
      }
    }
    operands.check();
  }

  private static void checkProducts(int in, int out, int samples) {
    new Operands(in, out, samples, new Random(in * 31 + out)).check();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void functionsOfManyNumbersHaveTheBitsOfEach(int count) {
    Random random = new Random(count);
    double[] z = new double[count];
    for (double scale : new double[] {0.01, 1, 20, 300}) {
      Arrays.setAll(z, i -> scale * random.nextGaussian());
      checkFunctions(z);
    }
    Arrays.setAll(z, i -> SPECIAL[random.nextInt(SPECIAL.length)]);
    checkFunctions(z);
  }

  private static void checkFunctions(double[] z) {
    for (Kernels kernels : new Kernels[] {SCALAR, vectors}) {
      double[] a = new double[z.length];
      kernels.sigmoid(z, a);
      assertBits(a, Arrays.stream(z).map(ElementaryFunctions::sigmoid).toArray());
      kernels.tanh(z, a);
      assertBits(a, Arrays.stream(z).map(ElementaryFunctions::tanh).toArray());
      kernels.rectify(0, z, a);
      assertBits(a, Arrays.stream(z).map(x -> x <= 0 ? 0 : x).toArray());
      kernels.rectify(0.1, z, a);
      assertBits(a, Arrays.stream(z).map(x -> x > 0 ? x : 0.1 * x).toArray());
      double[] d = z.clone();
      kernels.scaleBySign(z, 2, 0, d);
      assertBits(d, Arrays.stream(z).map(x -> x * (x > 0 ? 2.0 : 0.0)).toArray());
      double[] sloped = z.clone();
      kernels.scaleBySign(z, 1, 0.1, sloped);
      assertBits(sloped, Arrays.stream(z).map(x -> x * (x > 0 ? 1.0 : 0.1)).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void crossEntropiesOfManyHaveTheBitsOfEach(int count) {
    Random random = new Random(count);
    double[] targets = new double[count];
    double[] outputs = new double[count];
    for (int round = 0; round < 6; round++) {
      boolean soft = round % 2 == 1;
      boolean special = round > 3;
      Arrays.setAll(targets, i -> soft ? random.nextDouble() : random.nextInt(2));
      Arrays.setAll(
          outputs, i -> special ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextDouble());
      for (Kernels kernels : new Kernels[] {SCALAR, vectors}) {
        double[] losses = new double[count];
        kernels.crossEntropies(outputs, targets, 0x1p-52, losses);
        double[] expected = new double[count];
        Arrays.setAll(expected, i -> CrossEntropy.of(outputs[i], targets[i], 0x1p-52));
        assertBits(losses, expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void oneNumberThatIsNotFiniteIsSeenAnywhere(int count) {
    Random random = new Random(count);
    double[] values = random.doubles(count, -1, 1).map(value -> value * 1e308).toArray();
    for (Kernels kernels : new Kernels[] {SCALAR, vectors}) {
      assertThat(kernels.areFinite(values)).isTrue();
      for (int i = 0; i < count; i++) {
        double kept = values[i];
        values[i] = i % 3 == 0 ? Double.NaN : i % 3 == 1 ? 1 / 0.0 : -1 / 0.0;
        assertThat(kernels.areFinite(values)).isFalse();
        values[i] = kept;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void everySpecialValueIsMetAtEveryPlace(int count) {
    double[] z = new double[count];
    for (int shift = 0; shift < SPECIAL.length; shift++) {
      int first = shift;
      Arrays.setAll(z, i -> SPECIAL[(first + i) % SPECIAL.length]);
      checkFunctions(z);
    }
  }

  @Test
  void theShortFormOfTheCrossEntropyIsTheLongOne() {
    for (double a : new double[] {0, 1e-300, 1e-17, 0.3, 0.5, 1 - 0x1p-53, 1, Double.NaN}) {
      for (double y : new double[] {0, 1}) {
        double longForm =
            -(y * ElementaryFunctions.log(Math.max(a, 0x1p-52))
                + (1 - y) * ElementaryFunctions.log(Math.max(1 - a, 0x1p-52)));
        assertThat(CrossEntropy.of(a, y, 0x1p-52)).isEqualTo((Double) longForm);
      }
    }
    assertThat(CrossEntropy.of(Double.POSITIVE_INFINITY, 0, 0x1p-52)).isPositive().isFinite();
  }

  static void assertBits(double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected[i])) {
        assertThat(Double.toHexString(actual[i]))
            .as("element %d of %d", i, expected.length)
            .isEqualTo(Double.toHexString(expected[i]));
      }
    }
  }

  /** A layer's matrices, with some room for results. */
  private record Operands(
      DenseMatrix weights, DenseMatrix biases, DenseMatrix inputs, DenseMatrix errors) {

    Operands(int in, int out, int samples, Random random) {
      this(
          DenseMatrixTest.random(in, out, random),
          DenseMatrixTest.random(1, out, random),
          DenseMatrixTest.random(in, samples, random),
          DenseMatrixTest.random(out, samples, random));
    }

    DenseMatrix[] all() {
      return new DenseMatrix[] {weights, biases, inputs, errors};
    }

    void check() {
      double[] expected = results(SCALAR);
      assertBits(results(vectors), expected);
      assertBits(expected, reference());
    }

    private double[] results(Kernels kernels) {
      int in = inputs.getRowDimension();
      int out = errors.getRowDimension();
      int samples = inputs.getColumnDimension();
      DenseMatrix sums = new DenseMatrix(out, samples);
      sums.setToWeightedSums(weights, inputs, biases, kernels);
      DenseMatrix carried = new DenseMatrix(in, samples);
      carried.setToProduct(weights, errors, kernels);
      DenseMatrix gradient = new DenseMatrix(in, out);
      gradient.setToOuterProduct(inputs, errors, kernels);
      DenseMatrix rowSums = new DenseMatrix(1, out);
      rowSums.setToRowSums(errors, kernels);
      DenseMatrix moved = DenseMatrix.copyOf(weights);
      moved.addMultiple(-0.3, gradient, kernels);
      DenseMatrix rectified = new DenseMatrix(out, samples);
      rectified.setToRectifiedSums(weights, inputs, biases, kernels);
      DenseMatrix gated = new DenseMatrix(in, samples);
      gated.setToGatedProduct(weights, errors, inputs, kernels);
      return concatenated(sums, carried, gradient, rowSums, moved, rectified, gated);
    }

    /** The definitions, element by element. */
    private double[] reference() {
      int samples = inputs.getColumnDimension();
      DenseMatrix sums = new DenseMatrix(errors.getRowDimension(), samples);
      DenseMatrix carried = new DenseMatrix(inputs.getRowDimension(), samples);
      DenseMatrix gradient = new DenseMatrix(inputs.getRowDimension(), errors.getRowDimension());
      DenseMatrix rowSums = new DenseMatrix(1, errors.getRowDimension());
      for (int unit = 0; unit < errors.getRowDimension(); unit++) {
        for (int sample = 0; sample < samples; sample++) {
          double sum = biases.getEntry(0, unit);
          for (int input = 0; input < inputs.getRowDimension(); input++) {
            sum = Math.fma(weights.getEntry(input, unit), inputs.getEntry(input, sample), sum);
          }
          sums.setEntry(unit, sample, sum);
        }
        double[] lanes = new double[LaneSum.LANES];
        for (int sample = 0; sample < samples; sample++) {
          lanes[sample % LaneSum.LANES] += errors.getEntry(unit, sample);
        }
        rowSums.setEntry(0, unit, LaneSum.combined(lanes, 0));
      }
      for (int input = 0; input < inputs.getRowDimension(); input++) {
        for (int sample = 0; sample < samples; sample++) {
          double sum = 0;
          for (int unit = 0; unit < errors.getRowDimension(); unit++) {
            sum = Math.fma(weights.getEntry(input, unit), errors.getEntry(unit, sample), sum);
          }
          carried.setEntry(input, sample, sum);
        }
        for (int unit = 0; unit < errors.getRowDimension(); unit++) {
          double[] lanes = new double[LaneSum.LANES];
          for (int sample = 0; sample < samples; sample++) {
            int lane = sample % LaneSum.LANES;
            lanes[lane] =
                Math.fma(
                    inputs.getEntry(input, sample), errors.getEntry(unit, sample), lanes[lane]);
          }
          gradient.setEntry(input, unit, LaneSum.combined(lanes, 0));
        }
      }
      DenseMatrix moved = new DenseMatrix(inputs.getRowDimension(), errors.getRowDimension());
      for (int i = 0; i < moved.values().length; i++) {
        moved.values()[i] = Math.fma(-0.3, gradient.values()[i], weights.values()[i]);
      }
      DenseMatrix rectified = DenseMatrix.copyOf(sums);
      Arrays.setAll(rectified.values(), i -> Rectifier.value(0, sums.values()[i]));
      DenseMatrix gated = DenseMatrix.copyOf(carried);
      Arrays.setAll(
          gated.values(), i -> carried.values()[i] * (inputs.values()[i] > 0 ? 1.0 : 0.0));
      return concatenated(sums, carried, gradient, rowSums, moved, rectified, gated);
    }

    private static double[] concatenated(DenseMatrix... matrices) {
      return Arrays.stream(matrices)
          .flatMapToDouble(matrix -> Arrays.stream(matrix.values()))
          .toArray();
    }
  }
}
