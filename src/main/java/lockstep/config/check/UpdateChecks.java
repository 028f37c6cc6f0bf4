package lockstep.config.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lockstep.config.Saving;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Key;
import lockstep.config.binding.Spelling;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.PenaltyKeys;
import lockstep.config.format.SaveKeys;
import lockstep.config.format.StoppingKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.config.yaml.Mistake;
import lockstep.data.Part;
import lockstep.network.BiasMode;
import lockstep.network.Loss;
import lockstep.training.Batching;
import lockstep.training.EarlyStopping;
import lockstep.training.Metric;
import lockstep.training.Penalty;
import lockstep.training.Target;
import lockstep.training.TrainingColumns;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.Rprop;
import lockstep.training.optimizer.Sgd;
import lockstep.training.schedule.Schedule;

/**
 * Whether batches, updates and ends of a run have a meaning for this training.
 *
 * @param facts what is known of the experiment
 */
record UpdateChecks(Facts facts) {
  private static final String TRAINING = "training.";

  private static final Aspect<Optimizer, Boolean> OTHER_THAN_PLAIN =
      new Aspect<>(UpdateKeys.OPTIMIZER, optimizer -> !Objects.equals(optimizer, Sgd.PLAIN));

  private static final Aspect<Optimizer, Boolean> RPROP =
      new Aspect<>(UpdateKeys.OPTIMIZER, Rprop.class::isInstance);

  private static final Aspect<Schedule, Bounds> BOUNDS =
      new Aspect<>(UpdateKeys.SCHEDULE, any -> new Bounds(any.lowest(), any.highest()));

  private static final Aspect<Schedule, Optional<String>> WATCHED =
      new Aspect<>(UpdateKeys.SCHEDULE, Schedule::watched);

  private static final Aspect<Penalty, Boolean> PENALISED_BIASES =
      new Aspect<>(UpdateKeys.REGULARIZATION, Penalty::biases);

  private static final Aspect<EarlyStopping, String> EARLY_METRIC =
      new Aspect<>(StoppingKeys.EARLY_STOPPING, EarlyStopping::metric);

  /** Between which rates a schedule moves. */
  private record Bounds(double lowest, double highest) {
    /** Whether a learning rate can be outside. */
    boolean matter() {
      return lowest > 0 || highest < Double.POSITIVE_INFINITY;
    }
  }

  void check() {
    checkBatchSize();
    checkPerceptron();
    checkRprop();
    checkRates();
    checkPenalisedBiases();
    checkRunningLoss();
    checkColumns();
    facts.trace().find(StoppingKeys.TARGET).ifPresent(this::checkReachable);
  }

  private void checkBatchSize() {
    Optional<Long> samples = facts.trainSamples();
    Optional<Integer> size =
        facts
            .batching()
            .filter(Batching.MiniBatches.class::isInstance)
            .map(batching -> ((Batching.MiniBatches) batching).size());
    if (size.isPresent() && samples.isPresent() && size.get() > samples.get()) {
      String own = TRAINING + TrainingKeys.BATCH.name() + ".size";
      String path = facts.trace().isGiven(own) ? own : TRAINING + TrainingKeys.BATCH.name();
      String message = "there are only " + samples.get() + " training samples";
      facts.wrong(path, message, "at most " + samples.get() + ", or full");
    }
  }

  private void checkPerceptron() {
    if (!facts.isPerceptron()) {
      return;
    }
    refusePerceptron(UpdateKeys.OPTIMIZER, facts.trace().find(OTHER_THAN_PLAIN).orElse(false));
    for (Key<?> key : List.of(UpdateKeys.REGULARIZATION, UpdateKeys.CLIPPING)) {
      refusePerceptron(key, facts.trace().find(key).isPresent());
    }
  }

  private void refusePerceptron(Key<?> key, boolean given) {
    if (given) {
      String message = "the perceptron rule follows no gradient";
      facts.wrong(TRAINING + key.name(), message, "rule: gradient_descent");
    }
  }

  private void checkRprop() {
    if (facts.trace().find(RPROP).orElse(false) && facts.isScheduled()) {
      String path = TRAINING + UpdateKeys.SCHEDULE.name();
      facts.wrong(path, "rprop uses the learning rate at its first update only", "no schedule");
    }
  }

  private void checkRates() {
    Optional<Bounds> bounds = facts.trace().find(BOUNDS).filter(Bounds::matter);
    // Not asked for without need, so that rates alone tell no trials of a sweep apart.
    Optional<Double> rate = bounds.flatMap(any -> facts.trace().find(TrainingKeys.LEARNING_RATE));
    if (rate.isEmpty()) {
      return;
    }
    String path = TRAINING + UpdateKeys.SCHEDULE.name();
    if (bounds.get().lowest() > rate.get()) {
      facts.wrong(path, "its lowest rate is above the learning rate", "a lower one");
    }
    if (bounds.get().highest() < rate.get()) {
      facts.wrong(path, "its highest rate is below the learning rate", "a higher one");
    }
  }

  private void checkPenalisedBiases() {
    boolean untrained =
        facts.trace().find(NetworkKeys.BIASES).filter(mode -> mode != BiasMode.ON).isPresent();
    boolean penalised = facts.trace().find(PENALISED_BIASES).orElse(false);
    if (untrained && penalised) {
      String key = UpdateKeys.REGULARIZATION.name() + "." + PenaltyKeys.BIASES.name();
      facts.wrong(TRAINING + key, "the biases are not trained", "biases: false");
    }
  }

  /** What is collected would be a loss of networks with other units, beside one of all units. */
  private void checkRunningLoss() {
    if (facts.silencesUnits() && facts.trace().find(TrainingKeys.RUNNING_LOSS).orElse(false)) {
      String message = "would be the loss of networks with silenced units";
      String expected = "no network.dropout, or running_loss: false";
      facts.wrong(TRAINING + TrainingKeys.RUNNING_LOSS.name(), message, expected);
    }
  }

  private void checkColumns() {
    facts
        .trace()
        .find(WATCHED)
        .flatMap(Function.identity())
        .ifPresent(column -> checkColumn(schedulePath(), column));
    facts
        .trace()
        .find(EARLY_METRIC)
        .ifPresent(column -> checkColumn(path(StoppingKeys.EARLY_STOPPING), column));
    facts
        .trace()
        .find(StoppingKeys.TARGET)
        .map(Target::metric)
        .ifPresent(column -> checkColumn(path(StoppingKeys.TARGET), column));
    facts
        .trace()
        .find(SaveKeys.SAVE)
        .flatMap(Saving::metric)
        .ifPresent(column -> checkColumn(SaveKeys.SAVE.name() + ".metric", column));
  }

  /** What is better the larger it is, is at most 1; what is an error, at least 0. */
  private void checkReachable(Target target) {
    boolean large = Metric.isLargerBetter(target.metric()) && target.value() > 1;
    boolean loss = Part.quantity(target.metric()).equals("loss");
    boolean small =
        !Metric.isLargerBetter(target.metric())
            && target.value() < 0
            && !(loss && facts.loss().filter(Loss.Output.class::isInstance).isPresent());
    if (large || small) {
      String path = TRAINING + StoppingKeys.TARGET.name() + ".value";
      String message = target.metric() + " never gets there";
      facts.wrong(path, message, large ? "at most 1" : "at least 0");
    }
  }

  private static String path(Key<?> key) {
    return TRAINING + key.name() + ".metric";
  }

  private String schedulePath() {
    String schedule = TRAINING + UpdateKeys.SCHEDULE.name();
    String plain = schedule + ".plateau.metric";
    String after = schedule + ".linear_warmup.then.plateau.metric";
    return facts.trace().isGiven(plain) ? plain : facts.trace().isGiven(after) ? after : schedule;
  }

  private void checkColumn(String path, String column) {
    Optional<List<String>> recorded =
        facts.columns().map(names -> names.stream().filter(TrainingColumns::isMeasure).toList());
    if (recorded.isPresent() && !recorded.get().contains(column)) {
      String message = "'" + column + "' is not recorded by this experiment";
      String expected = "one of " + String.join(", ", recorded.get());
      String suggestion = Spelling.nearest(column, recorded.get());
      facts
          .trace()
          .report(new Mistake(facts.trace().place(path), path, message, expected, suggestion));
    }
  }
}
