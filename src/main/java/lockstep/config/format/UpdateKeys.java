package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
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

  /** The key {@code regularization}. */
  public static final Key<Penalty> REGULARIZATION =
      Key.of(
              "regularization",
              () -> PenaltyKeys.BLOCK,
              "A penalty on the weights that is minimised with the loss: l1 * sum(|w|) + l2 / 2 *"
                  + " sum(w^2). The loss is shown without it; it becomes the column penalty of the"
                  + " history.",
              "{l2: 0.01}")
          .otherwise("no penalty");

  /** The key {@code clipping}. */
  public static final Key<Clipping> CLIPPING =
      Key.<Clipping>of(
              "clipping",
              () -> ClippingKeys.TYPE,
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

  /** How many numbers the optimizer keeps of each parameter. */
  public static final Aspect<Optimizer, Integer> OPTIMIZER_STATE =
      new Aspect<>(OPTIMIZER, Optimizer::numbersPerParameter);

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

  private static void checkSchedule(Values values, Scope scope) {
    List<String> given = values.given();
    if (given.contains(SCHEDULE_STEP.name()) && !given.contains(SCHEDULE.name())) {
      String path = scope.child(SCHEDULE_STEP.name()).path();
      scope.trace().report(path, "there is no schedule", "schedule beside it");
    }
  }
}
