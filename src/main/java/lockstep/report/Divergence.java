package lockstep.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.experiment.StabilityCourse;
import lockstep.experiment.TrialResult;
import lockstep.network.Activation;
import lockstep.network.DeadUnits;
import lockstep.network.DeadUnits.Unit;
import lockstep.network.Deviations;
import lockstep.network.Parameters;
import lockstep.training.Verdict;

/**
 * What is known of a divergence beyond its numbers: the limit that the learning rate met, and the
 * units that died.
 *
 * @param result the trial
 * @param verdict its verdict
 */
record Divergence(TrialResult result, Verdict.Diverged verdict) {
  private static final int MOST_UNITS = 8;
  private static final int SEARCHED_DECADES = 2;
  private static final MathContext SEARCHED_DIGITS = new MathContext(2, RoundingMode.UP);

  /** Both in sentences; may be empty. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    StabilityCourse.of(result)
        .ifPresentOrElse(course -> sentences.add(limit(course)), () -> sentences.add(advice()));
    sentences.add(casualties());
    return sentences;
  }

  /** Where the limit was, before and when the run diverged. */
  private String limit(StabilityCourse course) {
    int epoch = course.decisive(verdict);
    double limit = course.limit(epoch);
    int before = course.measuredAtOrBefore(Math.max(0, epoch - 1));
    if (!Double.isFinite(limit)) {
      return "";
    }
    boolean fell = course.limit(before) >= course.learningRate() && limit < course.learningRate();
    return (fell ? fall(course, before, epoch) : level(course, epoch))
        + "; how it got there is told under [Stability](#stability).";
  }

  private static String fall(StabilityCourse course, int before, int epoch) {
    List<String> limits = Digits.apart(course.limit(before), course.limit(epoch));
    return "From epoch "
        + before
        + " to epoch "
        + epoch
        + " the largest stable rate fell from "
        + limits.get(0)
        + " to "
        + limits.get(1)
        + ", below that rate";
  }

  private String level(StabilityCourse course, int epoch) {
    String before = epoch < verdict.epoch() ? ", before that," : "";
    double times = course.learningRate() / course.limit(epoch);
    String above =
        times > 1 ? ", and the one used was " + Digits.rounded(times, 3) + " times that" : "";
    return "At epoch "
        + epoch
        + before
        + " the largest stable rate was "
        + Digits.rounded(course.limit(epoch))
        + above;
  }

  private String advice() {
    var training = result.spec().training();
    boolean measurable =
        training.isFullBatchDescent()
            && result.spec().network().dropout().isNone()
            && result.spec().deviations().backwardPass() == Deviations.BackwardPass.EACH_SAMPLE;
    String moved =
        "With `analysis: {stability: {every: 10}}` in the file, the report tells how the largest"
            + " stable rate moved. ";
    BigDecimal high = new BigDecimal(Digits.exact(training.learningRate())).round(SEARCHED_DIGITS);
    return (measurable ? moved : "")
        + "Which rate would have held, `search: {largest_stable: {low: "
        + Digits.exact(high.movePointLeft(SEARCHED_DECADES).doubleValue())
        + ", high: "
        + Digits.exact(high.doubleValue())
        + "}}` finds.";
  }

  private String casualties() {
    List<Unit> dead = new ArrayList<>(dead(result.finalParameters()));
    Optional.ofNullable(result.snapshots().get(0))
        .ifPresent(start -> dead(start).forEach(stillborn -> dead.removeIf(stillborn::isSame)));
    if (dead.isEmpty()) {
      return "";
    }
    String more = dead.size() > MOST_UNITS ? " and " + (dead.size() - MOST_UNITS) + " more" : "";
    return Digits.counted(dead.size(), "hidden unit")
        + " died, with a slope of 0 on every training sample at the end so that nothing trains"
        + " them any more: "
        + named(dead.subList(0, Math.min(MOST_UNITS, dead.size())))
        + more
        + ".";
  }

  private List<Unit> dead(Parameters parameters) {
    List<Activation> activations = result.spec().network().activations();
    return DeadUnits.of(activations, parameters, result.data().train().inputs());
  }

  /** Units 2 of layer 1; 1, 3 of layer 2. */
  private static String named(List<Unit> units) {
    StringBuilder text = new StringBuilder();
    OptionalInt layer = OptionalInt.empty();
    for (Unit unit : units) {
      boolean next = layer.isPresent() && layer.getAsInt() != unit.layer();
      text.append(next ? " of layer " + layer.getAsInt() : "");
      text.append(text.isEmpty() ? "" : next ? "; " : ", ").append(unit.number());
      layer = OptionalInt.of(unit.layer());
    }
    String first = units.size() == 1 ? "unit " : "units ";
    return first + text + " of layer " + layer.orElseThrow();
  }
}
