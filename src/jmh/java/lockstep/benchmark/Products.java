package lockstep.benchmark;

import java.util.concurrent.TimeUnit;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three products of a layer of a given shape, for 1,000 samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class Products {
  private static final int SAMPLES = 1000;

  /** Which kernels. */
  @Param({KernelChoice.VECTORS, KernelChoice.LOOPS})
  public String kernels;

  /** Inputs and units of the layer. */
  @Param({"2x4", "4x3", "64x64", "784x512"})
  public String layer;

  private Kernels chosen;
  private DenseMatrix weights;
  private DenseMatrix biases;
  private DenseMatrix inputs;
  private DenseMatrix errors;
  private DenseMatrix sums;
  private DenseMatrix carried;
  private DenseMatrix gradient;

  /** Makes the operands. */
  @Setup(Level.Trial)
  public void prepare() {
    chosen = KernelChoice.kernels(kernels);
    int in = Integer.parseInt(layer.substring(0, layer.indexOf('x')));
    int out = Integer.parseInt(layer.substring(layer.indexOf('x') + 1));
    Numbers numbers = new Numbers();
    weights = numbers.normal(in, out, 0.1);
    biases = numbers.normal(1, out, 0.1);
    inputs = numbers.normal(in, SAMPLES, 1);
    errors = numbers.normal(out, SAMPLES, 1);
    sums = new DenseMatrix(out, SAMPLES);
    carried = new DenseMatrix(in, SAMPLES);
    gradient = new DenseMatrix(in, out);
  }

  /** Z = Wᵀ X + b. */
  @Benchmark
  public DenseMatrix weightedSums() {
    sums.setToWeightedSums(weights, inputs, biases, chosen);
    return sums;
  }

  /** E = W D. */
  @Benchmark
  public DenseMatrix carriedErrors() {
    carried.setToProduct(weights, errors, chosen);
    return carried;
  }

  /** G = X Dᵀ. */
  @Benchmark
  public DenseMatrix gradients() {
    gradient.setToOuterProduct(inputs, errors, chosen);
    return gradient;
  }
}
