package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Dropout;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;
import lockstep.training.optimizer.Adadelta;
import lockstep.training.optimizer.Adagrad;
import lockstep.training.optimizer.Adam;
import lockstep.training.optimizer.AdamW;
import lockstep.training.optimizer.Adamax;
import lockstep.training.optimizer.AmsGrad;
import lockstep.training.optimizer.Nadam;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.RmsProp;
import lockstep.training.optimizer.Rprop;
import lockstep.training.optimizer.Sgd;
import lockstep.training.schedule.Cosine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the thread allocates between two epochs of a run that has warmed up. */
class AllocationTest {
  private static final int WARM = 4000;
  private static final int MEASURED = 1000;
  private static final Loss LOSS = new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52);

  /** Whatever an epoch allocated would come a thousand times; the smallest object has 16 bytes. */
  @Test
  void twiceAsManyEpochsAllocateNoMore() {
    assertAllocatesNothing(Batching.FULL, Updates.DESCENT);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void noOptimizerAllocates(Optimizer optimizer) {
    assertAllocatesNothing(new Batching.MiniBatches(32, false), Updates.by(optimizer));
  }

  /** One of each kind; the compiler does not tell of a missing one, the next test does. */
  private static List<Optimizer> optimizers() {
    return List.of(
        new Sgd(0.9, 0, true, 1e-3),
        Adagrad.DEFAULT,
        new RmsProp(0.9, 0.5, true, 1e-8),
        Adadelta.DEFAULT,
        Adam.DEFAULT,
        AmsGrad.DEFAULT,
        Adamax.DEFAULT,
        Nadam.DEFAULT,
        AdamW.DEFAULT,
        Rprop.DEFAULT);
  }

  @Test
  void everyOptimizerIsLookedAt() {
    assertThat(optimizers().stream().<Class<?>>map(Object::getClass).toList())
        .containsExactlyInAnyOrder(Optimizer.class.getPermittedSubclasses());
  }

  @Test
  void penaltiesLimitsAndSchedulesDoNotAllocate() {
    Updates updates =
        Updates.DESCENT
            .with(new Penalty(1e-3, 1e-3, true))
            .with(new Clipping.ByNorm(0.1))
            .with(new Scheduling(new Cosine(OptionalLong.empty(), 0), Scheduling.Step.UPDATE));
    assertAllocatesNothing(new Batching.MiniBatches(32, false), updates);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 1000})
  void masksOfDropoutDoNotAllocate(int size) {
    Network network = network(new Dropout(List.of(0.5)));
    Streams streams =
        new Streams(RandomAlgorithm.NUMPY, Map.of(Purpose.DROPOUT, new StreamSpec.Seeded(1, 0)));
    TrainingSpec spec = TrainingSpec.of(LOSS, 1e-6, WARM + 2 * MEASURED);
    Batching batching = size > 100 ? Batching.FULL : new Batching.MiniBatches(size, false);
    TrainingTask task = new TrainingTask(spec.with(batching), Deviations.NONE, List.of(), Set.of());
    assertAllocatesNothing(
        observer ->
            new TrainingRun(
                task, new TrainingMeans(network, data(), Optional.of(streams), observer)));
  }

  private static void assertAllocatesNothing(Batching batching, Updates updates) {
    TrainingTask task = task(WARM + 2 * MEASURED, batching, updates);
    assertAllocatesNothing(
        observer -> new TrainingRun(task, network(Dropout.NONE), data(), observer));
  }

  private static void assertAllocatesNothing(Function<TrainingObserver, TrainingRun> run) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long[] bytes = new long[3];
    TrainingObserver observer =
        (epoch, loss) -> {
          if (epoch >= WARM && (epoch - WARM) % MEASURED == 0) {
            bytes[(epoch - WARM) / MEASURED] = threads.getThreadAllocatedBytes(thread);
          }
        };
    run.apply(observer).train();
    long first = bytes[1] - bytes[0];
    long second = bytes[2] - bytes[1];
    assertThat(Math.min(first, second)).isLessThan(MEASURED);
  }

  private static TrainingTask task(int epochs, Batching batching, Updates updates) {
    EarlyStopping early = new EarlyStopping("loss", epochs, 0, true);
    TrainingSpec spec =
        TrainingSpec.of(LOSS, 1e-6, epochs)
            .with(batching)
            .with(updates)
            .with(Stopping.DEFAULT.with(early))
            .withRunningLoss();
    return new TrainingTask(spec, Deviations.NONE, List.of(Metric.values()), Set.of());
  }

  private static Network network(Dropout dropout) {
    Random random = new Random(1);
    List<Parameters.Layer> layers =
        List.of(
            new Parameters.Layer(normal(2, 4, random), normal(1, 4, random)),
            new Parameters.Layer(normal(4, 1, random), normal(1, 1, random)));
    List<Activation> activations = List.of(new Activation.Relu(), new Activation.Sigmoid());
    return new Network(activations, BiasMode.ON, dropout, new Parameters(layers));
  }

  private static DataSet data() {
    Random random = new Random(2);
    DenseMatrix targets = new DenseMatrix(100, 1);
    for (int i = 0; i < 100; i++) {
      targets.values()[i] = random.nextInt(2);
    }
    return DataSet.whole(new Samples(normal(100, 2, random), targets));
  }

  private static DenseMatrix normal(int rows, int columns, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = random.nextGaussian();
    }
    return matrix;
  }
}
