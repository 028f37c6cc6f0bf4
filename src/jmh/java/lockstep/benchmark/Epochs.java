package lockstep.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.training.StopCondition;
import lockstep.training.Stopping;
import lockstep.training.TrainingOutcome;
import lockstep.training.TrainingRun;
import lockstep.training.TrainingSpec;
import lockstep.training.TrainingTask;
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

/**
 * A whole training run of twenty epochs on 1,000 samples: relu in the hidden layers, one sigmoid at
 * the end, binary cross-entropy; forward, backward, update, loss and the scan for non-finite
 * numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class Epochs {
  private static final int SAMPLES = 1000;
  private static final int EPOCHS = 20;
  private static final double SCALE = 0.1;

  /** Which kernels. */
  @Param({KernelChoice.VECTORS, KernelChoice.LOOPS})
  public String kernels;

  /** The units of each layer, inputs first. */
  @Param({"2-4-3-1", "2-64-64-1", "784-512-256-1"})
  public String network;

  private int[] units;
  private DataSet data;
  private TrainingRun run;

  /** Makes the data. */
  @Setup(Level.Trial)
  public void prepareData() {
    KernelChoice.useForTraining(kernels);
    units = Arrays.stream(network.split("-")).mapToInt(Integer::parseInt).toArray();
    Numbers numbers = new Numbers();
    Samples samples = new Samples(numbers.normal(SAMPLES, units[0], 1), numbers.labels(SAMPLES));
    data = DataSet.whole(samples);
  }

  /** Makes a new run; its memory is allocated here and not within the measured time. */
  @Setup(Level.Invocation)
  public void prepareRun() {
    run = new TrainingRun(task(), startedNetwork(), data, (epoch, loss) -> {});
  }

  /** The time of twenty epochs, and of the loss of the untrained network. */
  @Benchmark
  public TrainingOutcome twentyEpochs() {
    return run.train();
  }

  private static TrainingTask task() {
    TrainingSpec spec =
        TrainingSpec.of(new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52), 1e-6, EPOCHS)
            .with(Stopping.on(StopCondition.NON_FINITE));
    return new TrainingTask(spec, Deviations.NONE, List.of(), Set.of());
  }

  private Network startedNetwork() {
    Numbers numbers = new Numbers();
    List<Parameters.Layer> layers = new ArrayList<>();
    List<Activation> activations = new ArrayList<>();
    for (int layer = 1; layer < units.length; layer++) {
      layers.add(
          new Parameters.Layer(
              numbers.normal(units[layer - 1], units[layer], SCALE),
              numbers.normal(1, units[layer], SCALE)));
      activations.add(layer == units.length - 1 ? new Activation.Sigmoid() : new Activation.Relu());
    }
    return new Network(activations, BiasMode.ON, new Parameters(layers));
  }
}
