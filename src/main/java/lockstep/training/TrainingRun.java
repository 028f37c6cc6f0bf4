package lockstep.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.data.DataSet;
import lockstep.data.Part;
import lockstep.matrix.FastKernels;
import lockstep.matrix.Kernels;
import lockstep.network.Layer;
import lockstep.network.Network;
import lockstep.network.Parameters;

/**
 * One run of training, from the untrained network to the verdict.
 *
 * <p>Epochs are completed epochs: the row of epoch e is the state before update e, so that a run of
 * E epochs has E + 1 rows.
 */
public final class TrainingRun {
  private final TrainingTask task;
  private final Network network;
  private final Evaluation train;
  private final Evaluation[] heldOut;
  private final EpochStep step;
  private final Watch watch;
  private final Optional<StabilityProbe> probe;
  private final TrainingObserver observer;
  private final List<String> columns;
  private final double[] row;
  private final double[][] series;
  private final BitSet snapshotEpochs = new BitSet();
  private final Map<Integer, Parameters> snapshots = new TreeMap<>();
  private final List<Metric> heldOutMetrics;

  /**
   * Prepares a run; everything that it needs is allocated here.
   *
   * @param task what to do
   * @param network the network with its initial parameters; changed by the run
   * @param data what to train on and to measure by
   * @param observer who is told of each epoch
   */
  public TrainingRun(TrainingTask task, Network network, DataSet data, TrainingObserver observer) {
    this.task = task;
    this.network = network;
    Kernels kernels =
        FastKernels.of(task.training().arithmetic(), multiplications(task, network, data));
    this.train = Evaluation.ofTraining(task, network, data.train(), kernels);
    this.heldOut =
        Stream.of(data.validation(), data.test())
            .flatMap(Optional::stream)
            .map(samples -> new Evaluation(network, samples, task.deviations(), kernels))
            .toArray(Evaluation[]::new);
    this.step = EpochStep.of(task, network, train);
    this.watch = new Watch(task.training().stopping(), network, train);
    this.observer = observer;
    this.probe =
        task.analysis().stability().map(spec -> new StabilityProbe(spec, task, network, train));
    this.columns = task.analysis().columns(task.metrics(), data.parts());
    this.heldOutMetrics = heldOutMetrics(task.metrics());
    this.row = new double[columns.size()];
    Arrays.fill(row, Double.NaN);
    this.series = new double[columns.size()][task.training().epochs() + 1];
    task.snapshotEpochs().forEach(snapshotEpochs::set);
  }

  /** About how many multiplications the run takes: three for each weight, sample and epoch. */
  private static double multiplications(TrainingTask task, Network network, DataSet data) {
    double weights = 0;
    for (Layer layer : network.layers()) {
      weights += layer.weights().values().length;
    }
    return 3 * weights * data.train().count() * task.training().epochs();
  }

  /**
   * The columns of a history without an {@link Analysis}.
   *
   * @param metrics what is measured beside the loss
   * @param parts the parts of the data
   * @return {@code loss}, the metrics, then the same of the validation part with {@code
   *     validation_} before them, then of the test part with {@code test_}; {@code dead_units} is
   *     about the network on its training data alone
   */
  public static List<String> columns(List<Metric> metrics, Set<Part> parts) {
    List<String> names = new ArrayList<>();
    names.add("loss");
    metrics.forEach(metric -> names.add(metric.column()));
    for (Part part : Part.values()) {
      if (part.isHeldOut() && parts.contains(part)) {
        names.add(part.column("loss"));
        heldOutMetrics(metrics).forEach(metric -> names.add(part.column(metric.column())));
      }
    }
    return names;
  }

  private static List<Metric> heldOutMetrics(List<Metric> metrics) {
    return metrics.stream().filter(metric -> metric != Metric.DEAD_UNITS).toList();
  }

  /** Trains until the last epoch or until a stop condition or tolerance ends the run. */
  public TrainingOutcome train() {
    return train(task.training().epochs());
  }

  /**
   * The same, but not beyond an epoch. The epochs up to there are those of the whole run.
   *
   * @param lastEpoch where to stop, at least 0
   */
  public TrainingOutcome train(int lastEpoch) {
    int most = Math.min(lastEpoch, task.training().epochs());
    int last = 0;
    boolean goesOn = record(0);
    while (goesOn && last < most) {
      watch.stepped(last, step.run());
      last++;
      goesOn = record(last);
    }
    if (probe.isPresent() && !probe.get().measures(last)) {
      analyse(probe.get(), last);
    }
    return new TrainingOutcome(history(last), watch.verdict(), network.parameters(), snapshots);
  }

  private boolean record(int epoch) {
    measure();
    keep(epoch);
    if (probe.isPresent() && probe.get().measures(epoch)) {
      analyse(probe.get(), epoch);
    }
    if (snapshotEpochs.get(epoch)) {
      snapshots.put(epoch, network.parameters());
    }
    observer.measured(epoch, row[0]);
    return watch.goesOn(epoch, row[0]);
  }

  private void keep(int epoch) {
    for (int column = 0; column < row.length; column++) {
      series[column][epoch] = row[column];
    }
  }

  /** Adds to an epoch, the one that was just measured, what the analysis finds. */
  private void analyse(StabilityProbe stability, int epoch) {
    stability.measure(row);
    keep(epoch);
    Arrays.fill(row, row.length - StabilitySpec.COLUMNS.size(), row.length, Double.NaN);
  }

  private void measure() {
    train.refresh();
    int next = train.measure(task.training().loss(), task.metrics(), row, 0);
    for (Evaluation part : heldOut) {
      part.refresh();
      next = part.measure(task.training().loss(), heldOutMetrics, row, next);
    }
  }

  private History history(int lastEpoch) {
    List<double[]> rows = new ArrayList<>();
    for (int epoch = 0; epoch <= lastEpoch; epoch++) {
      double[] copy = new double[series.length];
      for (int column = 0; column < copy.length; column++) {
        copy[column] = series[column][epoch];
      }
      rows.add(copy);
    }
    return new History(columns, rows);
  }
}
