package lockstep.config.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.Expectation.LayerState;
import lockstep.config.Expectation.Quantity;
import lockstep.config.binding.Key;
import lockstep.config.binding.Words;
import lockstep.config.format.DeviationKeys;
import lockstep.config.yaml.YamlWriter;
import lockstep.decimal.PrintedNumber;
import lockstep.network.Deviations.BackwardPass;
import lockstep.network.Deviations.HiddenGradient;

/**
 * Whether an expected state of a layer can be looked at in the run.
 *
 * @param facts what is known of the experiment
 * @param path the entry: {@code expect[3]}
 */
record LayerStateChecks(Facts facts, String path) {

  void check(LayerState state) {
    if (!facts.trace().hasMistakeBelow(path)) {
      checkContent(state);
      checkInput(state);
    }
    state.values().keySet().stream()
        .filter(Quantity::isGradient)
        .forEach(quantity -> checkPass(Words.word(quantity)));
    facts.layers().ifPresent(layers -> checkShapes(state, layers));
  }

  private void wrong(String key, String message, String expected) {
    facts.wrong(path + "." + key, message, expected);
  }

  private void checkContent(LayerState state) {
    if (state.values().isEmpty()) {
      facts.wrong(path, "expects nothing", "weights, biases or another quantity of the layer");
    }
  }

  private void checkInput(LayerState state) {
    List<String> needing = new ArrayList<>();
    for (Quantity quantity : List.of(Quantity.PRE_ACTIVATIONS, Quantity.ACTIVATIONS)) {
      if (state.values().containsKey(quantity)) {
        needing.add(Words.word(quantity));
      }
    }
    if (state.input().isEmpty() && !needing.isEmpty()) {
      wrong(needing.get(0), "needs the input that it is of", "input: [...] beside it");
    }
    if (state.input().isPresent() && needing.isEmpty()) {
      wrong("input", "is of no use here", "pre_activations or activations beside it");
    }
  }

  /** Gradients are those of one pass over the training set, which not every training makes. */
  private void checkPass(String key) {
    List<String> others = otherPasses();
    if (!others.isEmpty()) {
      String message =
          "is of one pass over the whole training set; training makes other ones with "
              + String.join(" and ", others);
      wrong(key, message, "weights or biases instead");
    }
  }

  private List<String> otherPasses() {
    List<String> settings = new OtherUpdates(facts).ofOtherPasses();
    addIf(DeviationKeys.BACKWARD_PASS, BackwardPass.LAST_SAMPLE, "deviations.", settings);
    addIf(DeviationKeys.HIDDEN_GRADIENT, HiddenGradient.UPDATED_WEIGHTS, "deviations.", settings);
    return settings;
  }

  private <T> void addIf(Key<T> key, T value, String section, List<String> settings) {
    if (facts.trace().find(key).filter(value::equals).isPresent()) {
      settings.add(section + key.name() + ": " + YamlWriter.inline(key.type().write(value)));
    }
  }

  private void checkShapes(LayerState state, List<Integer> layers) {
    if (state.layer() >= layers.size()) {
      int last = layers.size() - 1;
      wrong("layer", "there is no layer " + state.layer(), "from 1 to " + last);
      return;
    }
    state.input().ifPresent(input -> checkWidth("input", input.size(), layers.get(0)));
    int in = layers.get(state.layer() - 1);
    int out = layers.get(state.layer());
    state.values().forEach((quantity, rows) -> checkShape(quantity, rows, in, out));
  }

  private void checkShape(Quantity quantity, List<List<PrintedNumber>> rows, int in, int out) {
    String key = Words.word(quantity);
    switch (quantity) {
      case WEIGHTS, WEIGHT_GRADIENT -> checkGrid(key, rows, in + " x " + out, " (in x out)");
      case INPUT_GRADIENT -> checkInputGradient(key, rows, in);
      default -> checkWidth(key, rows.get(0).size(), out);
    }
  }

  private void checkInputGradient(String key, List<List<PrintedNumber>> rows, int in) {
    Optional<Long> samples = facts.trainSamples();
    if (samples.isPresent()) {
      checkGrid(key, rows, samples.get() + " x " + in, " (training samples x in)");
    } else {
      checkWidth(key, rows.get(0).size(), in);
    }
  }

  private void checkGrid(
      String key, List<List<PrintedNumber>> rows, String expected, String meaning) {
    String found = rows.size() + " x " + rows.get(0).size();
    if (!found.equals(expected)) {
      wrong(key, "has " + found + " numbers", expected + meaning);
    }
  }

  private void checkWidth(String key, int found, int expected) {
    if (found != expected) {
      wrong(key, "has " + found + " numbers", Integer.toString(expected));
    }
  }
}
