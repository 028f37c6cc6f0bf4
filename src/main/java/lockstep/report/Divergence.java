package lockstep.report;

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

  /** Both in sentences; may be empty. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    StabilityCourse.of(result)
        .ifPresentOrElse(course -> sentences.add(limit(course)), () -> sentences.add(advice()));
    sentences.add(casualties());
    return sentences;
  }

  private String limit(StabilityCourse course) {
    int epoch = course.measuredAtOrBefore(verdict.epoch());
    return Double.isFinite(course.limit(epoch))
        ? "At epoch "
            + epoch
            + " the largest stable rate was "
            + Digits.rounded(course.limit(epoch))
            + "; how it got there is told under [Stability](#stability)."
        : "";
  }

  private String advice() {
    var training = result.spec().training();
    boolean measurable =
        training.isFullBatchDescent()
            && result.spec().network().dropout().isNone()
            && result.spec().deviations().backwardPass() == Deviations.BackwardPass.EACH_SAMPLE;
    return measurable
        ? "With `analysis: {stability: {every: 10}}` in the file, the report tells how the largest"
            + " stable rate moved."
        : "";
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
        + " died, inactive on every training sample at the end so that nothing trains them any"
        + " more: "
        + named(dead.subList(0, Math.min(MOST_UNITS, dead.size())))
        + more
        + ".";
  }

  private List<Unit> dead(Parameters parameters) {
    List<Activation> activations = result.spec().network().activations();
    return DeadUnits.of(activations, parameters, result.data().train().inputs());
  }

  /** Unit 2 of layer 1, 1 and 3 of layer 2. */
  private static String named(List<Unit> units) {
    StringBuilder text = new StringBuilder();
    OptionalInt layer = OptionalInt.empty();
    for (Unit unit : units) {
      boolean next = layer.isPresent() && layer.getAsInt() != unit.layer();
      text.append(next ? " of layer " + layer.getAsInt() : "");
      text.append(text.isEmpty() ? "" : ", ").append(unit.number());
      layer = OptionalInt.of(unit.layer());
    }
    String first = units.size() == 1 ? "unit " : "units ";
    return first + text + " of layer " + layer.orElseThrow();
  }
}
