package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.training.Batching;
import lockstep.training.Clipping;
import lockstep.training.Penalty;
import lockstep.training.Scheduling;
import lockstep.training.TrainingSpec;
import lockstep.training.UpdateRule;
import lockstep.training.Updates;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.Sgd;

/**
 * What the updates of a training do, in words.
 *
 * @param training how was trained
 */
record UpdateWords(TrainingSpec training) {

  /** All of it, for a sentence. */
  String all() {
    List<String> parts = new ArrayList<>();
    parts.add("by " + rule() + ", " + batches());
    parts.add("learning rate " + Digits.exact(training.learningRate()) + schedule());
    addPenalty(parts);
    addClipping(parts);
    parts.add(Digits.counted(training.epochs(), "epoch"));
    return String.join(", ", parts);
  }

  private String rule() {
    Updates updates = training.updates();
    return updates.rule() == UpdateRule.PERCEPTRON
        ? "the perceptron rule"
        : optimizer(updates.optimizer());
  }

  private static String optimizer(Optimizer optimizer) {
    if (optimizer instanceof Sgd sgd) {
      String kind = sgd.nesterov() ? "Nesterov momentum " : "momentum ";
      return "gradient descent"
          + (sgd.momentum() > 0 ? " with " + kind + Digits.exact(sgd.momentum()) : "");
    }
    return optimizer.getClass().getSimpleName();
  }

  private String batches() {
    if (training.batching() instanceof Batching.MiniBatches batches) {
      String order = batches.shuffles() ? ", in a new order every epoch" : "";
      return batches.size() == 1
          ? "one update a sample" + order
          : "one update for every " + batches.size() + " samples" + order;
    }
    return "one update an epoch";
  }

  private String schedule() {
    return training.updates().scheduling().map(UpdateWords::schedule).orElse("");
  }

  private static String schedule(Scheduling scheduling) {
    String name = scheduling.schedule().getClass().getSimpleName();
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    String step = scheduling.step() == Scheduling.Step.UPDATE ? "update" : "epoch";
    return " with a schedule by the " + step + " (" + words + ")";
  }

  private void addPenalty(List<String> parts) {
    Penalty penalty = training.updates().penalty();
    List<String> terms = new ArrayList<>();
    if (penalty.l1() > 0) {
      terms.add(Digits.exact(penalty.l1()) + " · Σ|w|");
    }
    if (penalty.l2() > 0) {
      terms.add(Digits.exact(penalty.l2()) + " / 2 · Σw²");
    }
    if (!terms.isEmpty()) {
      String what = penalty.biases() ? "weights and biases" : "weights";
      parts.add("penalty " + String.join(" + ", terms) + " over the " + what);
    }
  }

  private void addClipping(List<String> parts) {
    Clipping clipping = training.updates().clipping();
    if (clipping instanceof Clipping.ByNorm) {
      parts.add("gradients cut at the norm " + Digits.exact(clipping.limit()));
    } else if (clipping instanceof Clipping.ByValue) {
      parts.add("gradients cut at ±" + Digits.exact(clipping.limit()));
    }
  }
}
