import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Deviations;
import lockstep.network.Loss;
import lockstep.network.Network;
import lockstep.network.Parameters;
import lockstep.network.Reduction;
import lockstep.training.TrainingRun;
import lockstep.training.TrainingSpec;
import lockstep.training.TrainingTask;

/**
 * Microseconds per epoch of whole training runs, of processor time and of the clock on the wall:
 * {@code EpochTimes SAMPLES EPOCHS UNITS...}.
 *
 * <p>Relu in the hidden layers, one sigmoid at the end, binary cross-entropy; forward, backward,
 * update, loss and the scan for non-finite numbers. The first half of the epochs warms up.
 */
public final class EpochTimes {
  private static final ThreadMXBean TIMER = ManagementFactory.getThreadMXBean();

  private EpochTimes() {}

  public static void main(String[] arguments) {
    int samples = Integer.parseInt(arguments[0]);
    int epochs = Integer.parseInt(arguments[1]);
    int[] units = new int[arguments.length - 2];
    for (int layer = 0; layer < units.length; layer++) {
      units[layer] = Integer.parseInt(arguments[layer + 2]);
    }
    long[] processor = new long[2];
    long[] wall = new long[2];
    new TrainingRun(
            task(epochs),
            network(units),
            data(samples, units[0]),
            (epoch, loss) -> {
              if (epoch == epochs / 2 || epoch == epochs) {
                int which = epoch == epochs ? 1 : 0;
                processor[which] = TIMER.getCurrentThreadCpuTime();
                wall[which] = System.nanoTime();
              }
            })
        .train();
    double counted = 1e3 * (epochs - epochs / 2);
    System.out.printf(
        Locale.ROOT,
        "%.2f %.2f%n",
        (processor[1] - processor[0]) / counted,
        (wall[1] - wall[0]) / counted);
  }

  private static TrainingTask task(int epochs) {
    Loss loss = new Loss.BinaryCrossEntropy(Reduction.SUM, 0x1p-52);
    TrainingSpec spec = TrainingSpec.of(loss, 1e-6, epochs);
    return new TrainingTask(spec, Deviations.NONE, List.of(), Set.of());
  }

  private static Network network(int[] units) {
    Random random = new Random(1);
    List<Parameters.Layer> layers = new ArrayList<>();
    List<Activation> activations = new ArrayList<>();
    for (int layer = 1; layer < units.length; layer++) {
      layers.add(
          new Parameters.Layer(
              normal(units[layer - 1], units[layer], 0.1, random),
              normal(1, units[layer], 0.1, random)));
      boolean last = layer == units.length - 1;
      activations.add(last ? new Activation.Sigmoid() : new Activation.Relu());
    }
    return new Network(activations, BiasMode.ON, new Parameters(layers));
  }

  private static DataSet data(int samples, int inputs) {
    Random random = new Random(2);
    DenseMatrix targets = new DenseMatrix(samples, 1);
    for (int i = 0; i < samples; i++) {
      targets.values()[i] = random.nextInt(2);
    }
    return DataSet.whole(new Samples(normal(samples, inputs, 1, random), targets));
  }

  private static DenseMatrix normal(int rows, int columns, double scale, Random random) {
    DenseMatrix matrix = new DenseMatrix(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = scale * random.nextGaussian();
    }
    return matrix;
  }
}
