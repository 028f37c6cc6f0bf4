package lockstep.config.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Text;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.training.Metric;
import lockstep.training.schedule.Constant;
import lockstep.training.schedule.Cosine;
import lockstep.training.schedule.CosineRestarts;
import lockstep.training.schedule.Cyclic;
import lockstep.training.schedule.Exponential;
import lockstep.training.schedule.InverseTime;
import lockstep.training.schedule.LinearWarmup;
import lockstep.training.schedule.MultiStep;
import lockstep.training.schedule.OneCycle;
import lockstep.training.schedule.Plateau;
import lockstep.training.schedule.Polynomial;
import lockstep.training.schedule.Schedule;
import lockstep.training.schedule.StepDecay;

/** The keys of the schedules, and their table. */
public final class ScheduleKeys {
  private static final Type<Long> STEPS = new Whole(1, Integer.MAX_VALUE);
  private static final Type<Double> FACTORS = new Real(new Range(0, false, 1, true));

  private static final Key<Long> EVERY =
      Key.of("every", STEPS, "After how many steps the rate falls, again and again.", "30");

  private static final Key<Double> STEP_FACTOR = factor().byDefault(StepDecay.DEFAULT_FACTOR);

  private static final Key<List<Integer>> AT =
      Key.of(
          "at",
          ListOf.atLeast(1, "a list of ascending whole numbers from 1", Whole.from(1)),
          "The steps from which on the rate is lower.",
          "[30, 60]");

  private static final Key<Double> MULTI_FACTOR = factor().byDefault(MultiStep.DEFAULT_FACTOR);
  private static final Key<Double> EXPONENTIAL_FACTOR = factor();

  private static final Key<Long> OVER =
      Key.of("over", STEPS, "Over how many steps it is spread.", "100")
          .otherwise("all steps of the run, after a warm-up those that are left");

  private static final Key<Double> COSINE_LOWEST = lowest().byDefault(Cosine.DEFAULT_LOWEST);

  private static final Key<Long> FIRST =
      Key.of("first", STEPS, "How many steps the first wave has.", "10");

  private static final Key<Integer> GROWTH =
      Key.of("growth", Whole.from(1), "How many times as long each wave is as the last.", "2")
          .byDefault(CosineRestarts.DEFAULT_GROWTH);

  private static final Key<Double> RESTARTS_LOWEST =
      lowest().byDefault(CosineRestarts.DEFAULT_LOWEST);

  private static final Key<Double> POWER =
      Key.of("power", new Real(Range.above(0)), "The power of the share that is left.", "2")
          .byDefault(Polynomial.DEFAULT_POWER);

  private static final Key<Double> POLYNOMIAL_LOWEST =
      lowest().byDefault(Polynomial.DEFAULT_LOWEST);

  private static final Key<Double> DECAY =
      Key.of("decay", new Real(Range.above(0)), "How fast the rate falls.", "0.1");

  private static final Key<Double> HIGHEST =
      Key.of("highest", new Real(Range.above(0)), "The highest rate.", "0.1");

  private static final Key<Long> UP =
      Key.of("up", STEPS, "In how many steps the rate goes up.", "5")
          .byDefault((long) Cyclic.DEFAULT_UP);

  private static final Key<Long> DOWN =
      Key.of("down", STEPS, "In how many steps the rate goes down.", "5")
          .otherwise("as many as up");

  private static final Key<Double> RISE =
      Key.of("rise", new Real(Range.open(0, 1)), "The share of the steps that go up.", "0.3")
          .byDefault(OneCycle.DEFAULT_RISE);

  private static final Key<Double> START_DIVISOR =
      Key.of(
              "start_divisor",
              new Real(Range.atLeast(1)),
              "How many times the first rate goes into the learning rate.",
              "10")
          .byDefault(OneCycle.DEFAULT_START_DIVISOR);

  private static final Key<Double> END_DIVISOR =
      Key.of(
              "end_divisor",
              new Real(Range.atLeast(1)),
              "How many times the last rate goes into the first.",
              "100")
          .byDefault(OneCycle.DEFAULT_END_DIVISOR);

  /** The key {@code metric} of a plateau. */
  public static final Key<String> PLATEAU_METRIC =
      Key.of("metric", Text.ANY, "The column of the history that is looked at.", "validation_loss")
          .byDefault(Plateau.DEFAULT_METRIC);

  private static final Key<Double> PLATEAU_FACTOR =
      Key.of("factor", new Real(Range.open(0, 1)), "What the rate is multiplied by.", "0.5")
          .byDefault(Plateau.DEFAULT_FACTOR);

  private static final Key<Integer> PATIENCE =
      Key.of("patience", Whole.from(0), "How many epochs in a row may be no better.", "3")
          .byDefault(Plateau.Waiting.DEFAULT_PATIENCE);

  private static final Key<Double> THRESHOLD =
      Key.of(
              "threshold",
              new Real(Range.halfOpen(0, 1)),
              "By which share of the best value a better one must differ.",
              "0.01")
          .byDefault(Plateau.Waiting.DEFAULT_THRESHOLD);

  private static final Key<Integer> COOLDOWN =
      Key.of("cooldown", Whole.from(0), "How many epochs after a change are not counted.", "5")
          .byDefault(Plateau.Waiting.DEFAULT_COOLDOWN);

  private static final Key<Double> PLATEAU_LOWEST = lowest().byDefault(Plateau.DEFAULT_LOWEST);

  private static final Key<Long> WARMUP =
      Key.of("over", STEPS, "In how many steps the learning rate is reached.", "8");

  private static final Key<Double> START =
      Key.of("start", FACTORS, "The share of the learning rate that it begins with.", "0.1")
          .byDefault(LinearWarmup.DEFAULT_START);

  private static final Block<StepDecay> STEP =
      Block.of(StepDecay.class)
          .with(EVERY, StepDecay::every)
          .with(STEP_FACTOR, StepDecay::factor)
          .make(v -> new StepDecay(v.of(EVERY), v.of(STEP_FACTOR)));

  private static final Block<MultiStep> MULTI_STEP =
      Block.of(MultiStep.class)
          .with(AT, MultiStep::at)
          .with(MULTI_FACTOR, MultiStep::factor)
          .make(v -> new MultiStep(v.of(AT), v.of(MULTI_FACTOR)));

  private static final Block<Exponential> EXPONENTIAL =
      Block.of(Exponential.class)
          .with(EXPONENTIAL_FACTOR, Exponential::factor)
          .make(v -> new Exponential(v.of(EXPONENTIAL_FACTOR)));

  private static final Block<Cosine> COSINE =
      Block.of(Cosine.class)
          .maybe(OVER, cosine -> boxed(cosine.over()))
          .with(COSINE_LOWEST, Cosine::lowest)
          .make(v -> new Cosine(unboxed(v.find(OVER)), v.of(COSINE_LOWEST)));

  private static final Block<CosineRestarts> COSINE_RESTARTS =
      Block.of(CosineRestarts.class)
          .with(FIRST, CosineRestarts::first)
          .with(GROWTH, CosineRestarts::growth)
          .with(RESTARTS_LOWEST, CosineRestarts::lowest)
          .make(v -> new CosineRestarts(v.of(FIRST), v.of(GROWTH), v.of(RESTARTS_LOWEST)));

  private static final Block<Polynomial> POLYNOMIAL =
      Block.of(Polynomial.class)
          .maybe(OVER, polynomial -> boxed(polynomial.over()))
          .with(POWER, Polynomial::power)
          .with(POLYNOMIAL_LOWEST, Polynomial::lowest)
          .make(v -> new Polynomial(unboxed(v.find(OVER)), v.of(POWER), v.of(POLYNOMIAL_LOWEST)));

  private static final Block<InverseTime> INVERSE_TIME =
      Block.of(InverseTime.class)
          .with(DECAY, InverseTime::decay)
          .make(v -> new InverseTime(v.of(DECAY)));

  private static final Block<Cyclic> CYCLIC =
      Block.of(Cyclic.class)
          .with(HIGHEST, Cyclic::highest)
          .with(UP, Cyclic::up)
          .maybe(DOWN, cyclic -> Optional.of(cyclic.down()))
          .make(v -> new Cyclic(v.of(HIGHEST), v.of(UP), v.find(DOWN).orElse(v.of(UP))));

  private static final Block<OneCycle> ONE_CYCLE =
      Block.of(OneCycle.class)
          .maybe(OVER, cycle -> boxed(cycle.over()))
          .with(RISE, OneCycle::rise)
          .with(START_DIVISOR, OneCycle::startDivisor)
          .with(END_DIVISOR, OneCycle::endDivisor)
          .make(
              v ->
                  new OneCycle(
                      unboxed(v.find(OVER)), v.of(RISE), v.of(START_DIVISOR), v.of(END_DIVISOR)));

  private static final Block<Plateau.Waiting> WAITING =
      Block.of(Plateau.Waiting.class)
          .with(PATIENCE, Plateau.Waiting::patience)
          .with(THRESHOLD, Plateau.Waiting::threshold)
          .with(COOLDOWN, Plateau.Waiting::cooldown)
          .make(v -> new Plateau.Waiting(v.of(PATIENCE), v.of(THRESHOLD), v.of(COOLDOWN)));

  private static final Key<Plateau.Waiting> WAITING_KEYS = Key.spread(WAITING);

  private static final Block<Plateau> PLATEAU =
      Block.of(Plateau.class)
          .with(PLATEAU_METRIC, Plateau::metric)
          .with(PLATEAU_FACTOR, Plateau::factor)
          .with(WAITING_KEYS, Plateau::waiting)
          .with(PLATEAU_LOWEST, Plateau::lowest)
          .make(
              v ->
                  new Plateau(
                      v.of(PLATEAU_METRIC),
                      Metric.isLargerBetter(v.of(PLATEAU_METRIC)),
                      v.of(PLATEAU_FACTOR),
                      v.of(WAITING_KEYS),
                      v.of(PLATEAU_LOWEST)));

  /** The schedules but a warm-up, which can stand before each of them: a row for each. */
  private static final List<Option<? extends Schedule>> LASTING =
      List.of(
          new Option<>(
              "constant",
              Constant.class,
              Block.constant(Constant.class, new Constant()),
              "The same rate throughout."),
          new Option<>(
              "step",
              StepDecay.class,
              STEP,
              "A factor after every so many steps: rate factor^floor(t / every)."),
          new Option<>(
              "multi_step",
              MultiStep.class,
              MULTI_STEP,
              "A factor at stated steps: rate factor^n, n of the stated steps being at most t."),
          new Option<>(
              "exponential",
              Exponential.class,
              EXPONENTIAL,
              "A factor after every step: rate factor^t."),
          new Option<>(
              "cosine",
              Cosine.class,
              COSINE,
              "Down along half a wave of a cosine: lowest + (rate - lowest) (1 + cos(pi min(t,"
                  + " over) / over)) / 2 (Loshchilov and Hutter, arXiv:1608.03983)."),
          new Option<>(
              "cosine_restarts",
              CosineRestarts.class,
              COSINE_RESTARTS,
              "Half waves of a cosine, one after the other: in one of n steps that began s"
                  + " steps ago, lowest + (rate - lowest) (1 + cos(pi s / n)) / 2 (Loshchilov and"
                  + " Hutter, arXiv:1608.03983)."),
          new Option<>(
              "polynomial",
              Polynomial.class,
              POLYNOMIAL,
              "Down along a power of the steps that are left: lowest + (rate - lowest) (1 -"
                  + " min(t, over) / over)^power."),
          new Option<>(
              "inverse_time",
              InverseTime.class,
              INVERSE_TIME,
              "The learning rate divided by 1 + decay t (after Robbins and Monro, 1951)."),
          new Option<>(
              "cyclic",
              Cyclic.class,
              CYCLIC,
              "From the learning rate up to the highest rate and down again, in straight lines,"
                  + " again and again (Smith, arXiv:1506.01186, mode triangular)."),
          new Option<>(
              "one_cycle",
              OneCycle.class,
              ONE_CYCLE,
              "Once from rate / start_divisor up to the learning rate, and then down to rate /"
                  + " (start_divisor end_divisor), along half waves of a cosine (Smith and Topin,"
                  + " arXiv:1708.07120)."),
          new Option<>(
              "plateau",
              Plateau.class,
              PLATEAU,
              "A factor whenever a quantity becomes no better: an epoch is better than the best so"
                  + " far, b, if its value is below b - threshold |b|, or above b + threshold |b|"
                  + " where larger is better; after more than patience others in a row the rate is"
                  + " multiplied by factor."));

  private static final Key<Schedule> THEN =
      Key.<Schedule>of(
              "then",
              new Choice<>("a schedule", Schedule.class, LASTING),
              "What follows the warm-up, its steps counted from there.",
              "cosine")
          .byDefault(LinearWarmup.DEFAULT_THEN);

  private static final Block<LinearWarmup> LINEAR_WARMUP =
      Block.of(LinearWarmup.class)
          .with(WARMUP, LinearWarmup::over)
          .with(START, LinearWarmup::start)
          .with(THEN, LinearWarmup::then)
          .make(v -> new LinearWarmup(v.of(WARMUP), v.of(START), v.of(THEN)));

  static final Type<Schedule> TYPE = new Choice<>("a schedule", Schedule.class, schedules());

  private ScheduleKeys() {}

  private static List<Option<? extends Schedule>> schedules() {
    List<Option<? extends Schedule>> all = new ArrayList<>(LASTING);
    all.add(
        new Option<>(
            "linear_warmup",
            LinearWarmup.class,
            LINEAR_WARMUP,
            "Up to the learning rate in a straight line, and then another schedule: rate"
                + " (start + (1 - start) t / over) in the first steps."));
    return List.copyOf(all);
  }

  private static Key<Double> factor() {
    return Key.of("factor", FACTORS, "What the rate is multiplied by.", "0.5");
  }

  private static Key<Double> lowest() {
    return Key.of("lowest", new Real(Range.atLeast(0)), "The lowest rate.", "1e-4");
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static OptionalLong unboxed(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
