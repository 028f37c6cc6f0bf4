package lockstep.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import lockstep.config.Expectation;
import lockstep.config.Expectation.Moment;
import lockstep.config.Expectation.Quantity;
import lockstep.config.ExperimentSpec;
import lockstep.decimal.PrintedNumber;
import lockstep.decimal.ShortestDecimal;
import lockstep.experiment.TrialResult;
import lockstep.matrix.DenseMatrix;
import lockstep.network.Parameters;
import lockstep.network.Predictor;
import lockstep.training.History;
import lockstep.training.StopCondition;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.RealMatrix;

/** Holds what a file expects against what its run gave. */
public final class ExpectationCheck {
  private final TrialResult result;
  private final List<Check> checks = new ArrayList<>();

  private ExpectationCheck(TrialResult result) {
    this.result = result;
  }

  /**
   * Checks every expectation of an experiment.
   *
   * @param result the run
   * @return one check for each expected fact, in the order of the file
   */
  public static List<Check> of(TrialResult result) {
    ExpectationCheck check = new ExpectationCheck(result);
    result.spec().expectations().forEach(check::check);
    return List.copyOf(check.checks);
  }

  private void check(Expectation expectation) {
    if (expectation instanceof Expectation.Measured measured) {
      measured(measured);
    } else if (expectation instanceof Expectation.LayerState state) {
      layerState(state);
    } else if (expectation instanceof Expectation.Predicted predicted) {
      predicted(predicted);
    } else if (expectation instanceof Expectation.Judged judged) {
      judged(judged);
    } else {
      throw new IllegalArgumentException("an expectation that nothing checks: " + expectation);
    }
  }

  private void measured(Expectation.Measured expected) {
    OptionalInt epoch = reached(expected.moment());
    expected
        .values()
        .forEach(
            (column, printed) -> {
              String place = name(expected.moment()) + ": " + column;
              if (epoch.isEmpty()) {
                notReached(place, printed.text());
              } else {
                double value = result.history().at(column, epoch.getAsInt());
                checks.add(NumberCheck.of(place, printed, value, expected.tolerance()));
              }
            });
  }

  private void layerState(Expectation.LayerState expected) {
    Optional<Parameters> parameters = parameters(expected.moment());
    for (Map.Entry<Quantity, List<List<PrintedNumber>>> entry : expected.values().entrySet()) {
      String place =
          name(expected.moment()) + ": layer " + expected.layer() + " " + word(entry.getKey());
      if (parameters.isEmpty()) {
        notReached(place, "numbers");
      } else {
        LayerView view = new LayerView(result, parameters.get(), expected.layer() - 1);
        RealMatrix found = view.of(entry.getKey(), expected.input());
        tensor(place, entry.getValue(), found, expected.tolerance());
      }
    }
  }

  private void tensor(
      String place,
      List<List<PrintedNumber>> printed,
      RealMatrix found,
      Optional<PrintedNumber> tolerance) {
    for (int row = 0; row < printed.size(); row++) {
      for (int column = 0; column < printed.get(row).size(); column++) {
        String index = printed.size() == 1 ? "" + (column + 1) : (row + 1) + "," + (column + 1);
        PrintedNumber number = printed.get(row).get(column);
        double value = found.getEntry(row, column);
        checks.add(NumberCheck.of(place + "[" + index + "]", number, value, tolerance));
      }
    }
  }

  private void predicted(Expectation.Predicted expected) {
    Optional<Parameters> parameters = parameters(expected.moment());
    for (int index = 0; index < expected.inputs().size(); index++) {
      String input = text(expected.inputs().get(index));
      String place = name(expected.moment()) + ": class of " + input;
      String wanted = "" + expected.classes().get(index);
      if (parameters.isEmpty()) {
        notReached(place, wanted);
      } else {
        fact(place, wanted, "" + classOf(expected.inputs().get(index), parameters.get()));
      }
    }
  }

  private int classOf(List<Double> input, Parameters parameters) {
    DenseMatrix row = LayerView.row(input);
    ExperimentSpec spec = result.spec();
    Predictor predictor =
        new Predictor(spec.network().activations(), parameters, spec.training().arithmetic());
    RealMatrix scaled = result.data().scalings().scaleInputs(row);
    return predictor.classes(scaled, spec.training().loss().classRule())[0];
  }

  private void judged(Expectation.Judged expected) {
    Verdict verdict = result.verdict();
    fact("verdict", expected.verdict(), verdict.word());
    if (expected.cause().isPresent()) {
      String found = verdict instanceof Verdict.Diverged diverged ? word(diverged.cause()) : "none";
      fact("verdict: cause", word(expected.cause().get()), found);
    }
    if (expected.at().isPresent()) {
      OptionalInt at = verdict.at();
      String found = at.isPresent() ? "" + at.getAsInt() : "none";
      fact("verdict: at epoch", "" + expected.at().getAsInt(), found);
    }
  }

  private void fact(String place, String expected, String found) {
    checks.add(new Check(place, expected, found, found, expected.equals(found)));
  }

  private void notReached(String place, String expected) {
    String found = "the run ended at epoch " + result.history().lastEpoch();
    checks.add(new Check(place, expected, found, found, false));
  }

  private OptionalInt reached(Moment moment) {
    History history = result.history();
    int epoch = moment instanceof Moment.Epoch named ? named.epoch() : history.finalEpoch();
    return epoch <= history.lastEpoch() ? OptionalInt.of(epoch) : OptionalInt.empty();
  }

  private Optional<Parameters> parameters(Moment moment) {
    return moment instanceof Moment.Epoch named
        ? Optional.ofNullable(result.snapshots().get(named.epoch()))
        : Optional.of(result.finalParameters());
  }

  private static String name(Moment moment) {
    return moment instanceof Moment.Epoch named ? "epoch " + named.epoch() : "end";
  }

  private static String text(List<Double> numbers) {
    return numbers.stream()
        .map(ShortestDecimal::format)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String word(Quantity quantity) {
    return quantity.name().toLowerCase(Locale.ROOT);
  }

  private static String word(StopCondition cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }
}
