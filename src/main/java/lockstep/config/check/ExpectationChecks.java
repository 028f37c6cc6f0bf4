package lockstep.config.check;

import java.util.List;
import java.util.Optional;
import lockstep.config.Expectation;
import lockstep.config.Expectation.Judged;
import lockstep.config.Expectation.LayerState;
import lockstep.config.Expectation.Measured;
import lockstep.config.Expectation.Moment;
import lockstep.config.Expectation.Predicted;
import lockstep.config.binding.Spelling;
import lockstep.config.format.ExpectationKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.yaml.Mistake;
import lockstep.data.Part;
import lockstep.training.StabilitySpec;

/**
 * Whether an entry of {@code expect} can be looked up in the run.
 *
 * @param facts what is known of the experiment
 * @param path the entry: {@code expect[3]}
 */
record ExpectationChecks(Facts facts, String path) {

  /** Checks the entries that could be read. */
  static void check(Facts facts) {
    for (int i = 0; facts.trace().isGiven("expect[" + i + "]"); i++) {
      String path = "expect[" + i + "]";
      facts
          .trace()
          .findItem(path, ExpectationKeys.EXPECTATION)
          .ifPresent(new ExpectationChecks(facts, path)::check);
    }
  }

  private void check(Expectation expectation) {
    if (expectation instanceof Measured measured) {
      checkMoment(measured.moment());
      checkColumns(measured);
    } else if (expectation instanceof LayerState state) {
      checkMoment(state.moment());
      new LayerStateChecks(facts, path).check(state);
    } else if (expectation instanceof Predicted predicted) {
      checkMoment(predicted.moment());
      checkPredicted(predicted);
    } else if (expectation instanceof Judged judged) {
      checkJudged(judged);
    }
  }

  private void wrong(String key, String message, String expected) {
    facts.wrong(path + "." + key, message, expected);
  }

  private void checkMoment(Moment moment) {
    if (moment instanceof Moment.Epoch epoch) {
      checkEpoch("epoch", epoch.epoch());
    }
  }

  private void checkEpoch(String key, int epoch) {
    Optional<Integer> epochs = facts.trace().find(TrainingKeys.EPOCHS);
    if (epochs.isPresent() && epoch > epochs.get()) {
      wrong(key, "the run has only " + epochs.get() + " epochs", "at most " + epochs.get());
    }
  }

  private void checkColumns(Measured measured) {
    if (measured.values().isEmpty() && !facts.trace().hasMistakeBelow(path)) {
      facts.wrong(path, "expects nothing", "loss or a metric, with its number");
    }
    if (facts.columns().isPresent()) {
      List<String> recorded = facts.columns().get();
      measured.values().keySet().stream()
          .filter(column -> !recorded.contains(column))
          .forEach(column -> refuseColumn(column, recorded));
    }
    measured.values().keySet().stream()
        .filter(StabilitySpec.COLUMNS::contains)
        .forEach(column -> checkMeasured(column, measured.moment()));
  }

  private void checkMeasured(String column, Moment moment) {
    Optional<StabilitySpec> stability = facts.analysis().stability();
    Optional<Integer> epochs = facts.trace().find(TrainingKeys.EPOCHS);
    if (moment instanceof Moment.Epoch named && stability.isPresent() && epochs.isPresent()) {
      int every = stability.get().every();
      if (!stability.get().measures(named.epoch(), epochs.get())) {
        String message = "is not measured at epoch " + named.epoch();
        wrong(column, message, "0, the last epoch or a multiple of " + every + ", the given every");
      }
    }
  }

  private void refuseColumn(String column, List<String> recorded) {
    String key = path + "." + column;
    String suggestion = Spelling.nearest(column, recorded);
    Part part = Part.of(column);
    boolean needsAnalysis = StabilitySpec.COLUMNS.contains(column);
    String message =
        facts.parts().contains(part)
            ? "is not recorded by this experiment"
            : facts.parts().size() > 1
                ? "there is no " + part.word() + " part to measure it on"
                : "there is no split to measure it on";
    String expected =
        needsAnalysis ? "analysis: {stability: {}}" : "one of " + String.join(", ", recorded);
    facts.trace().report(new Mistake(facts.trace().place(key), key, message, expected, suggestion));
  }

  private void checkPredicted(Predicted predicted) {
    if (predicted.inputs().size() != predicted.classes().size()) {
      String message =
          predicted.classes().size() + " classes for " + predicted.inputs().size() + " inputs";
      wrong("classes", message, "as many");
    }
    facts
        .layers()
        .ifPresent(
            layers -> {
              checkWidth("inputs[0]", predicted.inputs().get(0).size(), layers.get(0));
              checkClasses(predicted.classes(), Math.max(2, layers.get(layers.size() - 1)));
            });
  }

  private void checkClasses(List<Integer> classes, int count) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i) >= count) {
        String key = "classes[" + i + "]";
        wrong(key, "there is no class " + classes.get(i), "from 0 to " + (count - 1));
      }
    }
  }

  private void checkJudged(Judged judged) {
    if (judged.cause().isPresent() && !judged.verdict().equals("diverged")) {
      wrong("cause", "only a divergence has a cause", "verdict: diverged");
    }
    if (judged.at().isPresent() && judged.verdict().equals("completed")) {
      wrong("at", "a completed run has no epoch of its verdict", "");
    }
    judged.at().ifPresent(epoch -> checkEpoch("at", epoch));
  }

  private void checkWidth(String key, int found, int expected) {
    if (found != expected) {
      wrong(key, "has " + found + " numbers", Integer.toString(expected));
    }
  }
}
