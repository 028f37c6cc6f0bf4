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
import lockstep.random.Purpose;
import lockstep.training.schedule.Schedule;

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
  private final LearningRates rates;
  private final int watched;
  private final TrainingColumns extras;
  private final EpochStep step;
  private final Watch watch;
  private final Optional<BestKeeper> best;
  private final Optional<StabilityProbe> probe;
  private final TrainingObserver observer;
  private final List<String> columns;
  private final double[] row;
  private final double[][] series;
  private final BitSet snapshotEpochs = new BitSet();
  private final Map<Integer, Parameters> snapshots = new TreeMap<>();
  private final List<Metric> heldOutMetrics;

  /**
   * Prepares a run that draws no random numbers; everything that it needs is allocated here.
   *
   * @param task what to do
   * @param network the network with its initial parameters; changed by the run
   * @param data what to train on and to measure by
   * @param observer who is told of each epoch
   */
  public TrainingRun(TrainingTask task, Network network, DataSet data, TrainingObserver observer) {
    this(task, new TrainingMeans(network, data, Optional.empty(), observer));
  }

  /**
   * The same with streams of random numbers.
   *
   * @param task what to do
   * @param means what to work with
   */
  public TrainingRun(TrainingTask task, TrainingMeans means) {
    DataSet data = means.data();
    this.task = task;
    this.network = means.network();
    Kernels kernels =
        FastKernels.of(task.training().arithmetic(), multiplications(task, network, data));
    this.train = Evaluation.ofTraining(task, network, data.train(), kernels);
    this.heldOut =
        Stream.of(data.validation(), data.test())
            .flatMap(Optional::stream)
            .map(samples -> new Evaluation(network, samples, task.deviations(), kernels))
            .toArray(Evaluation[]::new);
    this.observer = means.observer();
    this.probe =
        task.analysis().stability().map(spec -> new StabilityProbe(spec, task, network, train));
    this.extras = TrainingColumns.of(task.training());
    this.columns = task.analysis().columns(task.metrics(), data.parts(), extras);
    this.watch = new Watch(task.training().stopping(), network, train, columns);
    this.best = task.best().map(rule -> new BestKeeper(rule, columns, network));
    this.rates = LearningRates.of(task, task.training().batching().updates(train.samples()));
    this.watched = scheduled(task).flatMap(Schedule::watched).map(columns::indexOf).orElse(-1);
    this.step = step(means);
    this.heldOutMetrics = heldOutMetrics(task.metrics());
    this.row = new double[columns.size()];
    Arrays.fill(row, Double.NaN);
    this.series = new double[columns.size()][task.training().epochs() + 1];
    task.snapshotEpochs().forEach(snapshotEpochs::set);
  }

  private static Optional<Schedule> scheduled(TrainingTask task) {
    return task.training().updates().scheduling().map(Scheduling::schedule);
  }

  private EpochStep step(TrainingMeans means) {
    Batching batching = task.training().batching();
    Descent descent = new Descent(task.training().updates(), network, rates, train.kernels());
    UpdatePasses passes =
        new UpdatePasses(
            network,
            task.deviations(),
            train.kernels(),
            means.stream(Purpose.DROPOUT, !network.dropout().isNone()));
    if (batching instanceof Batching.Full) {
      return FullEpoch.of(task, passes, train, descent);
    }
    SampleOrder order =
        new SampleOrder(train.samples(), means.stream(Purpose.SHUFFLE, batching.shuffles()));
    return new BatchEpoch(task, passes, train, new BatchEpoch.Ordered(descent, order));
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
      rates.epochEnded();
      last++;
      goesOn = record(last);
    }
    if (probe.isPresent() && !probe.get().measures(last)) {
      analyse(probe.get(), last);
    }
    Verdict verdict = watch.verdict();
    History history = history(last, watch.restore(last));
    return new TrainingOutcome(
        history, verdict, network.parameters(), snapshots, best.map(BestKeeper::kept));
  }

  private boolean record(int epoch) {
    int next = measure();
    if (watched >= 0 && epoch > 0) {
      rates.observe(row[watched]);
    }
    addExtras(epoch, next);
    keep(epoch);
    if (probe.isPresent() && probe.get().measures(epoch)) {
      analyse(probe.get(), epoch);
    }
    if (snapshotEpochs.get(epoch)) {
      snapshots.put(epoch, network.parameters());
    }
    if (best.isPresent()) {
      best.get().observe(epoch, row);
    }
    observer.measured(epoch, row[0]);
    return watch.goesOn(epoch, row);
  }

  private void addExtras(int epoch, int from) {
    int next = from;
    if (extras.runningLoss()) {
      row[next++] = epoch == 0 ? Double.NaN : step.runningLoss();
    }
    if (extras.penalty()) {
      row[next++] = task.training().updates().penalty().of(network);
    }
    if (extras.learningRate()) {
      row[next] = rates.now();
    }
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

  /** Gives the place behind the measures. */
  private int measure() {
    train.refresh();
    int next = train.measure(task.training().loss(), task.metrics(), row, 0);
    for (Evaluation part : heldOut) {
      part.refresh();
      next = part.measure(task.training().loss(), heldOutMetrics, row, next);
    }
    return next;
  }

  private History history(int lastEpoch, int finalEpoch) {
    List<double[]> rows = new ArrayList<>();
    for (int epoch = 0; epoch <= lastEpoch; epoch++) {
      double[] copy = new double[series.length];
      for (int column = 0; column < copy.length; column++) {
        copy[column] = series[column][epoch];
      }
      rows.add(copy);
    }
    return new History(columns, rows, finalEpoch);
  }
}
