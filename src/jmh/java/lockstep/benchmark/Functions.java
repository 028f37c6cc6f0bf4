package lockstep.benchmark;

import java.util.concurrent.TimeUnit;
import lockstep.matrix.ElementaryFunctions;
import lockstep.matrix.ErrorFunction;
import lockstep.matrix.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Functions of 1,000 numbers; the time is that of one of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Functions.COUNT)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class Functions {
  static final int COUNT = 1000;

  private static final double SCALE = 2;
  private static final double CLIP = 0x1p-52;

  private final double[] results = new double[COUNT];
  private Kernels loops;
  private double[] arguments;
  private double[] positive;
  private double[] labels;

  /** Makes the arguments: numbers as the weighted sums of a layer are. */
  @Setup(Level.Trial)
  public void prepare() {
    loops = KernelChoice.kernels(KernelChoice.LOOPS);
    Numbers numbers = new Numbers();
    arguments = numbers.normal(1, COUNT, SCALE).values();
    labels = numbers.labels(COUNT).values();
    positive = new double[COUNT];
    loops.sigmoid(arguments, positive);
  }

  /** The kernels of functions that have one. */
  @State(Scope.Thread)
  public static class Choice {
    /** Which kernels. */
    @Param({KernelChoice.VECTORS, KernelChoice.LOOPS})
    public String kernels;

    private Kernels chosen;

    /** Makes the kernels. */
    @Setup(Level.Trial)
    public void prepare() {
      chosen = KernelChoice.kernels(kernels);
    }
  }

  /** 1 / (1 + e⁻ᶻ). */
  @Benchmark
  public double[] sigmoid(Choice choice) {
    choice.chosen.sigmoid(arguments, results);
    return results;
  }

  /** tanh z. */
  @Benchmark
  public double[] tanh(Choice choice) {
    choice.chosen.tanh(arguments, results);
    return results;
  }

  /** The binary cross-entropy. */
  @Benchmark
  public double[] crossEntropy(Choice choice) {
    choice.chosen.crossEntropies(positive, labels, CLIP, results);
    return results;
  }

  /** eˣ, number by number. */
  @Benchmark
  public double[] exp() {
    for (int i = 0; i < COUNT; i++) {
      results[i] = ElementaryFunctions.exp(arguments[i]);
    }
    return results;
  }

  /** ln x, number by number. */
  @Benchmark
  public double[] log() {
    for (int i = 0; i < COUNT; i++) {
      results[i] = ElementaryFunctions.log(positive[i]);
    }
    return results;
  }

  /** erf x, number by number. */
  @Benchmark
  public double[] erf() {
    for (int i = 0; i < COUNT; i++) {
      results[i] = ErrorFunction.erf(arguments[i]);
    }
    return results;
  }
}
