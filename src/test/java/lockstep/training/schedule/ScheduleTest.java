package lockstep.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schedule: against PyTorch, and at its ends. */
class ScheduleTest {
  private static final OptionalLong WHOLE_RUN = OptionalLong.empty();
  private static final int STEPS = 40;
  private static final String PLATEAU =
      "plateau factor=0.5 patience=3 losses=1 0.9 0.8 0.8 0.8 0.8 0.8 0.7 0.7 0.7 0.7 0.7 0.7 0.7"
          + " 0.65 0.65 0.65 0.65 0.65 0.65 0.65 0.65";

  /** One row for each schedule; the names are those of the reference. */
  private static Map<String, Schedule> table() {
    Map<String, Schedule> table = new LinkedHashMap<>();
    table.put("step size=10 gamma=0.5", new StepDecay(10, 0.5));
    table.put("multi-step 10,25 gamma=0.1", new MultiStep(List.of(10, 25), 0.1));
    table.put("exponential gamma=0.95", new Exponential(0.95));
    table.put("cosine T=40 min=0.001", new Cosine(WHOLE_RUN, 0.001));
    table.put("cosine-restarts T0=10 mult=2", new CosineRestarts(10, 2, 0));
    table.put("linear-warmup start=0.1 steps=8", new LinearWarmup(8, 0.1, new Constant()));
    table.put("polynomial total=40 power=2", new Polynomial(WHOLE_RUN, 2, 0));
    table.put("inverse-time 1/(1+0.1 e)", new InverseTime(0.1));
    table.put("triangular base=0.01 max=0.1 up=5", new Cyclic(0.1, 5, 5));
    table.put("one-cycle max=0.1 total=40", new OneCycle(WHOLE_RUN, 0.3, 25, 1e4));
    table.put(PLATEAU, plateau(3, 1e-4, 0));
    return table;
  }

  private static Plateau plateau(int patience, double threshold, int cooldown) {
    return new Plateau("loss", false, 0.5, new Plateau.Waiting(patience, threshold, cooldown), 0);
  }

  private static Stream<String> names() {
    return table().keySet().stream();
  }

  @Test
  void theTableHasEveryScheduleAndEveryRowOfTheReference() throws IOException {
    List<Class<?>> tested = new ArrayList<>(List.of(Constant.class));
    table().values().forEach(schedule -> tested.add(schedule.getClass()));
    assertThat(tested).contains(Schedule.class.getPermittedSubclasses());
    assertThat(reference().keySet()).containsExactlyInAnyOrderElementsOf(table().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasPyTorchsRates(String name) throws IOException {
    double base = name.startsWith("triangular") ? 0.01 : 0.1;
    ScheduleState state = table().get(name).start(base, STEPS);
    List<Double> expected = reference().get(name);
    double[] losses = losses(name);
    for (int step = 0; step < expected.size(); step++) {
      double rate = expected.get(step);
      assertThat(state.rate(step)).as("step " + step).isCloseTo(rate, within(1e-14 * rate));
      if (losses.length > 0) {
        state.observe(losses[step]);
      }
    }
  }

  private static double[] losses(String name) {
    int start = name.indexOf("losses=");
    return start < 0
        ? new double[0]
        : Stream.of(name.substring(start + 7).split(" "))
            .mapToDouble(Double::parseDouble)
            .toArray();
  }

  @Test
  void aConstantRateStaysAsItIs() {
    assertThat(rates(new Constant(), 0.3, 5)).containsOnly(0.3);
  }

  @Test
  void schedulesWithAnEndKeepTheirLastRate() {
    assertThat(new Cosine(OptionalLong.of(4), 0.01).start(0.1, 9).rate(7)).isEqualTo(0.01);
    assertThat(new Polynomial(OptionalLong.of(4), 1, 0.02).start(0.1, 9).rate(7)).isEqualTo(0.02);
    OneCycle cycle = new OneCycle(OptionalLong.of(4), 0.5, 10, 10);
    assertThat(cycle.start(0.1, 9).rate(3)).isEqualTo(cycle.start(0.1, 9).rate(8));
    assertThat(cycle.start(0.1, 9).rate(8)).isCloseTo(0.001, within(1e-18));
  }

  @Test
  void aScheduleAfterAWarmUpCountsItsStepsFromThere() {
    Schedule schedule = new LinearWarmup(4, 0.5, new Cosine(WHOLE_RUN, 0));
    double[] rates = rates(schedule, 0.1, 12);
    double[] alone = rates(new Cosine(WHOLE_RUN, 0), 0.1, 8);
    assertThat(rates[0]).isEqualTo(0.05);
    assertThat(rates[2]).isCloseTo(0.075, within(1e-16));
    for (int step = 0; step < 8; step++) {
      assertThat(rates[step + 4]).isEqualTo(alone[step]);
    }
  }

  @Test
  void aPlateauAfterAWarmUpSeesNothingOfIt() {
    Schedule schedule = new LinearWarmup(3, 0.25, plateau(0, 0, 0));
    ScheduleState state = schedule.start(0.4, 9);
    assertThat(schedule.watched()).hasValue("loss");
    assertThat(state.rate(0)).isEqualTo(0.1);
    for (int step = 1; step <= 3; step++) {
      state.rate(step);
      state.observe(step);
    }
    assertThat(state.rate(3)).isEqualTo(0.4);
    state.rate(4);
    state.observe(5);
    assertThat(state.rate(4)).isEqualTo(0.4);
    state.rate(5);
    state.observe(6);
    assertThat(state.rate(5)).isEqualTo(0.2);
  }

  @Test
  void aPlateauCountsNothingWhileItCoolsDown() {
    ScheduleState state = plateau(0, 0, 2).start(0.4, 9);
    double[] rates = new double[6];
    for (int epoch = 0; epoch < rates.length; epoch++) {
      state.observe(1);
      rates[epoch] = state.rate(epoch);
    }
    // The first value is the best; the second is no better; two are not counted; the fifth is.
    assertThat(rates).containsExactly(0.4, 0.2, 0.2, 0.2, 0.1, 0.1);
  }

  @Test
  void aPlateauDoesNotFallBelowItsLowestRateAndNeverRises() {
    Plateau.Waiting waiting = new Plateau.Waiting(0, 0, 0);
    ScheduleState state = new Plateau("loss", false, 0.5, waiting, 0.15).start(0.4, 9);
    for (int epoch = 0; epoch < 6; epoch++) {
      state.observe(1);
    }
    assertThat(state.rate(6)).isEqualTo(0.15);
    ScheduleState low = new Plateau("loss", false, 0.5, waiting, 0.15).start(0.1, 9);
    low.observe(1);
    low.observe(1);
    assertThat(low.rate(2)).isEqualTo(0.1);
  }

  @Test
  void aPlateauOfAnAccuracyLooksUpwards() {
    Plateau.Waiting waiting = new Plateau.Waiting(0, 0.1, 0);
    ScheduleState state = new Plateau("accuracy", true, 0.5, waiting, 0).start(0.4, 9);
    state.observe(0.5);
    state.observe(0.6);
    assertThat(state.rate(2)).isEqualTo(0.4);
    state.observe(0.65);
    assertThat(state.rate(3)).isEqualTo(0.2);
  }

  @Test
  void notANumberIsNoBetter() {
    ScheduleState state = plateau(0, 0, 0).start(0.4, 9);
    state.observe(1);
    state.observe(Double.NaN);
    assertThat(state.rate(2)).isEqualTo(0.2);
  }

  @Test
  void oneCycleBearsARiseShorterThanAStep() {
    double[] rates = rates(new OneCycle(WHOLE_RUN, 0.01, 25, 1e4), 0.1, 10);
    assertThat(rates).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(rates[0]).isLessThanOrEqualTo(0.1);
  }

  @Test
  void theLeastAndLargestParametersAreTaken() {
    new Cosine(OptionalLong.of(1), 0);
    new Polynomial(OptionalLong.of(1), Double.MIN_VALUE, 0);
    new OneCycle(OptionalLong.of(2), 0.3, 1, 1);
    new StepDecay(1, 1);
    new Plateau.Waiting(0, 0, 0);
    assertThat(new LinearWarmup(1, 1, new Constant()).start(0.5, 3).rate(0)).isEqualTo(0.5);
  }

  @Test
  void wavesOfTheSameLengthBeginAgainAtTheirHeight() {
    ScheduleState state = new CosineRestarts(4, 1, 0.02).start(0.1, STEPS);
    for (int step = 0; step < 12; step++) {
      double expected = 0.02 + 0.08 * (1 + Math.cos(Math.PI * (step % 4) / 4)) / 2;
      assertThat(state.rate(step)).as("step " + step).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void aPolynomialEndsAtItsLowestRate() {
    ScheduleState state = new Polynomial(OptionalLong.of(4), 2, 0.02).start(0.1, STEPS);
    assertThat(state.rate(2)).isCloseTo(0.02 + 0.08 / 4, within(1e-15));
    assertThat(state.rate(4)).isEqualTo(0.02);
    assertThat(state.rate(9)).isEqualTo(0.02);
  }

  @Test
  void anEqualLossIsNoBetterEvenWithoutAThreshold() {
    ScheduleState state = plateau(0, 0, 0).start(0.1, STEPS);
    state.observe(0.5);
    assertThat(state.rate(1)).isEqualTo(0.1);
    state.observe(0.5);
    assertThat(state.rate(2)).isEqualTo(0.05);
  }

  @Test
  void limitsBehindAWarmUpAreThoseOfTheOtherSchedule() {
    Schedule cosine = new Cosine(WHOLE_RUN, 0.01);
    Schedule cyclic = new Cyclic(0.4, 1, 1);
    assertThat(new LinearWarmup(1, 1, cosine).lowest()).isEqualTo(cosine.lowest());
    assertThat(new LinearWarmup(1, 1, cyclic).highest()).isEqualTo(cyclic.highest());
    assertThat(cyclic.highest()).isEqualTo(0.4);
    assertThat(new Constant().lowest()).isZero();
    assertThat(new Constant().highest()).isInfinite();
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    List<Runnable> wrong =
        List.of(
            () -> new StepDecay(0, 0.5),
            () -> new StepDecay(1, 0),
            () -> new MultiStep(List.of(5), 0),
            () -> new MultiStep(List.of(5, 5), 0.5),
            () -> new MultiStep(List.of(0), 0.5),
            () -> new Exponential(1.1),
            () -> new Cosine(OptionalLong.of(0), 0),
            () -> new Cosine(WHOLE_RUN, -1),
            () -> new CosineRestarts(0, 1, 0),
            () -> new CosineRestarts(1, 0, 0),
            () -> new CosineRestarts(1, 1, -1),
            () -> new LinearWarmup(0, 1, new Constant()),
            () -> new LinearWarmup(1, 0, new Constant()),
            () -> new LinearWarmup(1, 1, new LinearWarmup(1, 1, new Constant())),
            () -> new Polynomial(OptionalLong.of(0), 1, 0),
            () -> new Polynomial(WHOLE_RUN, 0, 0),
            () -> new Polynomial(WHOLE_RUN, 1, -1),
            () -> new InverseTime(Double.NaN),
            () -> new Cyclic(0, 1, 1),
            () -> new Cyclic(1, 0, 1),
            () -> new Cyclic(1, 1, 0),
            () -> new OneCycle(OptionalLong.of(1), 0.3, 25, 1e4),
            () -> new OneCycle(WHOLE_RUN, 1, 25, 1e4),
            () -> new OneCycle(WHOLE_RUN, 0.3, 0.5, 1e4),
            () -> new OneCycle(WHOLE_RUN, 0.3, 25, 0.5),
            () -> new Plateau.Waiting(-1, 0, 0),
            () -> new Plateau.Waiting(0, 0, -1),
            () -> new Plateau("loss", false, 1, new Plateau.Waiting(0, 0, 0), 0),
            () -> new Plateau("loss", false, 0.5, new Plateau.Waiting(0, 0, 0), -1),
            () -> plateau(1, 1, 0));
    for (Runnable one : wrong) {
      assertThatIllegalArgumentException().isThrownBy(one::run);
    }
  }

  private static double[] rates(Schedule schedule, double base, int steps) {
    ScheduleState state = schedule.start(base, steps);
    return IntStream.range(0, steps).mapToDouble(state::rate).toArray();
  }

  private static Map<String, List<Double>> reference() throws IOException {
    Map<String, List<Double>> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden/schedules.csv"));
    for (String line : lines.subList(1, lines.size())) {
      int value = line.lastIndexOf(',');
      int epoch = line.lastIndexOf(',', value - 1);
      String name = line.substring(0, epoch).replace("\"", "");
      rows.computeIfAbsent(name, any -> new ArrayList<>())
          .add(Double.parseDouble(line.substring(value + 1)));
    }
    return rows;
  }
}
