package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import lockstep.network.Activation;
import lockstep.network.Deviations;
import lockstep.network.Reduction;

/**
 * Where the run departs from the textbook on purpose: what is done, what is right, what follows.
 */
final class DeviationSection {
  private DeviationSection() {}

  /** The section, or nothing for a run by the textbook. */
  static String text(ReportInput input) {
    Deviations deviations = input.spec().deviations();
    if (deviations.areNone()) {
      return "";
    }
    List<String> items = new ArrayList<>();
    if (deviations.sigmoidDerivativeFactor() != Deviations.NONE.sigmoidDerivativeFactor()) {
      items.add(sigmoid(input));
    }
    if (deviations.biasGradient() != Deviations.NONE.biasGradient()) {
      items.add(biases(input));
    }
    if (deviations.backwardPass() != Deviations.NONE.backwardPass()) {
      items.add(LAST_SAMPLE);
    }
    if (deviations.hiddenGradient() != Deviations.NONE.hiddenGradient()) {
      items.add(UPDATED_WEIGHTS);
    }
    return "## Deviations from the textbook\n\n"
        + "The updates of this run do not follow the true gradient of the stated loss. The file asks"
        + " for this, to do what the source's code does:\n\n"
        + String.join("\n", items)
        + "\n";
  }

  private static String sigmoid(ReportInput input) {
    double factor = input.spec().deviations().sigmoidDerivativeFactor();
    String times = Digits.exact(factor);
    return "- `sigmoid_derivative_factor: "
        + times
        + "`. *Here* a sigmoid s is differentiated as "
        + times
        + " · s · (1 − s). *The true derivative* is s · (1 − s). *Consequence:* "
        + sigmoidConsequence(input, times);
  }

  private static String sigmoidConsequence(ReportInput input, String times) {
    List<Activation> activations = input.spec().network().activations();
    long sigmoids = activations.stream().filter(Activation.Sigmoid.class::isInstance).count();
    boolean atEnd = activations.get(activations.size() - 1) instanceof Activation.Sigmoid;
    if (sigmoids == 1 && atEnd) {
      double rate = input.spec().training().learningRate();
      double factor = input.spec().deviations().sigmoidDerivativeFactor();
      return "every gradient is "
          + times
          + " times the true one. The run is, up to rounding, one with the right derivative and a"
          + " learning rate of "
          + Digits.rounded(rate * factor, 15)
          + " in place of "
          + Digits.exact(rate)
          + ".";
    }
    return "a gradient is " + times + " times too large for each sigmoid layer that it passes.";
  }

  private static String biases(ReportInput input) {
    int samples = input.result().data().train().count();
    boolean sum = input.spec().training().loss().reduction() == Reduction.SUM;
    String consequence =
        sum
            ? "with "
                + Digits.counted(samples, "sample")
                + " the biases move "
                + samples
                + " times less than the gradient says, while the weights move in full."
            : "the loss averages over the samples as well, so that the two differ by a constant"
                + " factor at most.";
    return "- `bias_gradient: mean`. *Here* the gradient of a bias is the mean over the samples."
        + " *The true gradient* gathers the samples as the loss does ("
        + ConfiguredSection.loss(input.spec().training().loss())
        + "). *Consequence:* "
        + consequence;
  }

  private static final String LAST_SAMPLE =
      "- `backward_pass: last_sample`. *Here* dL/da is summed over all samples, and one backward pass"
          + " is made with that sum and the activations of the last sample. *The true gradient* has"
          + " a backward pass with each sample's own activations. *Consequence:* the update points"
          + " elsewhere than down the loss, and depends on which sample comes last.";

  private static final String UPDATED_WEIGHTS =
      "- `hidden_gradient: updated_weights`. *Here* a layer's weights are updated before the error is"
          + " carried through them to the layer below. *The true gradient* uses the weights of the"
          + " forward pass. *Consequence:* the hidden layers' gradients are off by a share that"
          + " grows with the learning rate.";
}
