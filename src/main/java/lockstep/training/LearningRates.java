package lockstep.training;

import lockstep.training.schedule.Constant;
import lockstep.training.schedule.Schedule;
import lockstep.training.schedule.ScheduleState;

/** The learning rates of one run, as it goes on. */
final class LearningRates {
  private final ScheduleState state;
  private final Scheduling.Step kind;
  private long step;
  private double now;

  private LearningRates(ScheduleState state, Scheduling.Step kind) {
    this.state = state;
    this.kind = kind;
    this.now = state.rate(0);
  }

  /**
   * At the start of a run.
   *
   * @param task what is trained and how
   * @param updates how many updates an epoch has
   */
  static LearningRates of(TrainingTask task, long updates) {
    if (task.range().isPresent()) {
      RateRange range = task.range().get();
      return new LearningRates(epoch -> range.at((int) epoch), Scheduling.Step.EPOCH);
    }
    TrainingSpec spec = task.training();
    Scheduling scheduling = spec.updates().scheduling().orElse(Scheduling.of(new Constant()));
    boolean perUpdate = scheduling.step() == Scheduling.Step.UPDATE;
    long steps = spec.epochs() * (perUpdate ? updates : 1);
    Schedule schedule = scheduling.schedule();
    return new LearningRates(schedule.start(spec.learningRate(), steps), scheduling.step());
  }

  /** That of the next update. */
  double now() {
    return now;
  }

  /** An update has been made. */
  void updated() {
    goOn(Scheduling.Step.UPDATE);
  }

  /** The last update of an epoch has been made. */
  void epochEnded() {
    goOn(Scheduling.Step.EPOCH);
  }

  private void goOn(Scheduling.Step what) {
    if (what == kind) {
      step++;
      now = state.rate(step);
    }
  }

  /** Takes note of what the epoch has reached, which can change the rate at once. */
  void observe(double value) {
    state.observe(value);
    now = state.rate(step);
  }
}
