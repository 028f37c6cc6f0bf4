package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.training.Clipping;
import lockstep.training.Penalty;
import lockstep.training.Scheduling;
import lockstep.training.UpdateRule;
import lockstep.training.Updates;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.Sgd;
import lockstep.training.schedule.Schedule;

/** The keys under {@code training} that say what an update does. */
public final class UpdateKeys {
  /** The key {@code rule}. */
  public static final Key<UpdateRule> RULE =
      Key.of(
              "rule",
              Words.of(UpdateRule.class),
              "What an update does: follow the gradient, or Rosenblatt's rule w -= learning_rate *"
                  + " (output - target) * x.",
              "perceptron")
          .byDefault(Updates.DESCENT.rule());

  /** The key {@code schedule_step}. */
  public static final Key<Scheduling.Step> SCHEDULE_STEP =
      Key.of(
              "schedule_step",
              Words.of(Scheduling.Step.class),
              "What the steps of the schedule are: epochs, or updates.",
              "update")
          .otherwise("epoch");

  private static final Key<Double> L1 =
      Key.of("l1", new Real(Range.atLeast(0)), "The factor of the sum of magnitudes.", "1e-4")
          .byDefault(Penalty.DEFAULT_FACTOR);

  private static final Key<Double> L2 =
      Key.of("l2", new Real(Range.atLeast(0)), "The factor of half the sum of squares.", "0.01")
          .byDefault(Penalty.DEFAULT_FACTOR);

  /** The key {@code biases} of a penalty. */
  public static final Key<Boolean> PENALISED_BIASES =
      Key.of("biases", Words.TRUTH, "Whether trained biases count too.", "true")
          .byDefault(Penalty.DEFAULT_BIASES);

  private static final Block<Penalty> PENALTY =
      Block.of(Penalty.class)
          .with(L1, Penalty::l1)
          .with(L2, Penalty::l2)
          .with(PENALISED_BIASES, Penalty::biases)
          .check(UpdateKeys::checkPenalty)
          .make(v -> new Penalty(v.of(L1), v.of(L2), v.of(PENALISED_BIASES)));

  /** The key {@code regularization}. */
  public static final Key<Penalty> REGULARIZATION =
      Key.of(
              "regularization",
              PENALTY,
              "A penalty on the weights that is minimised with the loss: l1 * sum(|w|) + l2 / 2 *"
                  + " sum(w^2). The loss is shown without it; it becomes the column penalty of the"
                  + " history.",
              "{l2: 0.01}")
          .otherwise("no penalty");

  private static final List<Option<? extends Clipping>> CLIPPINGS =
      List.of(
          new Option<>(
              "norm",
              Clipping.ByNorm.class,
              Mapped.of(
                  Clipping.ByNorm.class,
                  new Real(Range.above(0)),
                  Clipping.ByNorm::new,
                  Clipping.ByNorm::limit),
              "The largest Euclidean norm of the gradient of all parameters together, which keeps"
                  + " its direction.",
              "1"),
          new Option<>(
              "value",
              Clipping.ByValue.class,
              Mapped.of(
                  Clipping.ByValue.class,
                  new Real(Range.above(0)),
                  Clipping.ByValue::new,
                  Clipping.ByValue::limit),
              "The largest magnitude of each element of the gradient.",
              "0.5"));

  /** The key {@code clipping}. */
  public static final Key<Clipping> CLIPPING =
      Key.<Clipping>of(
              "clipping",
              new Choice<>("a limit", Clipping.class, CLIPPINGS),
              "How gradients that are too large are cut before an update.",
              "{norm: 1}")
          .otherwise("gradients are taken as they are");

  /** The key {@code optimizer}. */
  public static final Key<Optimizer> OPTIMIZER =
      Key.<Optimizer>of(
              "optimizer",
              () -> OptimizerKeys.TYPE,
              "How parameters w move along their gradient g in update t = 1, 2, ..., rate being"
                  + " the learning rate in force; formulas and defaults are PyTorch's.",
              "{sgd: {momentum: 0.9}}")
          .otherwise("plain gradient descent: sgd");

  /** The key {@code schedule}. */
  public static final Key<Schedule> SCHEDULE =
      Key.<Schedule>of(
              "schedule",
              () -> ScheduleKeys.TYPE,
              "How the learning rate changes after t = 0, 1, 2, ... steps, rate being the one that"
                  + " is stated; formulas and defaults are PyTorch's. The"
                  + " rate becomes the column learning_rate of the history: row e has that of the"
                  + " update that leads away from the state of epoch e.",
              "{step: {every: 30, factor: 0.5}}")
          .otherwise("the same learning rate throughout");

  static final Block<Updates> BLOCK =
      Block.of(Updates.class)
          .with(RULE, Updates::rule)
          .unless(Sgd.PLAIN, OPTIMIZER, Updates::optimizer)
          .maybe(SCHEDULE, updates -> updates.scheduling().map(Scheduling::schedule))
          .maybe(SCHEDULE_STEP, updates -> updates.scheduling().map(Scheduling::step))
          .maybe(
              REGULARIZATION,
              updates -> Optional.of(updates.penalty()).filter(penalty -> !penalty.isNone()))
          .unless(Clipping.NONE, CLIPPING, Updates::clipping)
          .check(UpdateKeys::checkSchedule)
          .make(UpdateKeys::updates);

  private UpdateKeys() {}

  private static Updates updates(Values values) {
    Scheduling.Step step = values.find(SCHEDULE_STEP).orElse(Scheduling.DEFAULT_STEP);
    return new Updates(
        values.of(RULE),
        values.find(OPTIMIZER).orElse(Sgd.PLAIN),
        values.find(SCHEDULE).map(schedule -> new Scheduling(schedule, step)),
        values.find(REGULARIZATION).orElse(Penalty.NONE),
        values.find(CLIPPING).orElse(Clipping.NONE));
  }

  private static void checkPenalty(Values values, Scope scope) {
    boolean none =
        values.find(L1).filter(factor -> factor == 0).isPresent()
            && values.find(L2).filter(factor -> factor == 0).isPresent();
    if (none) {
      scope.trace().report(scope.path(), "penalises nothing", "l1 or l2 above 0");
    }
  }

  private static void checkSchedule(Values values, Scope scope) {
    List<String> given = values.given();
    if (given.contains(SCHEDULE_STEP.name()) && !given.contains(SCHEDULE.name())) {
      String path = scope.child(SCHEDULE_STEP.name()).path();
      scope.trace().report(path, "there is no schedule", "schedule beside it");
    }
  }
}
