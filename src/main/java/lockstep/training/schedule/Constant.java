package lockstep.training.schedule;

/** The same learning rate throughout: ρ. */
public record Constant() implements Schedule {
  @Override
  public ScheduleState start(double learningRate, long steps) {
    return step -> learningRate;
  }
}
