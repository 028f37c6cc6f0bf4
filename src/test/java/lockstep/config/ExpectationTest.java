package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.config.Expectation.Judged;
import lockstep.config.Expectation.LayerState;
import lockstep.config.Expectation.Measured;
import lockstep.config.Expectation.Moment;
import lockstep.config.Expectation.Predicted;
import lockstep.config.Expectation.Quantity;
import lockstep.decimal.PrintedNumber;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Moment END = new Moment.Final();
  private static final PrintedNumber HALF = new PrintedNumber("0.5");

  @Test
  void measuredNumbersAreCopiedInTheirOrder() {
    Map<String, PrintedNumber> values = new LinkedHashMap<>();
    values.put("r2", HALF);
    values.put("loss", HALF);
    Measured measured = new Measured(END, values, Optional.empty());

    values.clear();

    assertThat(measured.values().keySet()).containsExactly("r2", "loss");
    assertThatThrownBy(() -> measured.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void layerStatesAreCopiedInTheOrderOfTheQuantities() {
    Map<Quantity, List<List<PrintedNumber>>> values = new LinkedHashMap<>();
    List<PrintedNumber> row = new ArrayList<>(List.of(HALF));
    values.put(Quantity.ACTIVATIONS, List.of(row));
    values.put(Quantity.WEIGHTS, List.of(row));
    List<Double> input = new ArrayList<>(List.of(1.0));
    LayerState state = new LayerState(END, 1, Optional.of(input), values, Optional.empty());

    values.clear();
    row.clear();
    input.clear();

    assertThat(state.values().keySet()).containsExactly(Quantity.WEIGHTS, Quantity.ACTIVATIONS);
    assertThat(state.values().get(Quantity.WEIGHTS)).containsExactly(List.of(HALF));
    assertThat(state.input()).contains(List.of(1.0));
    assertThatThrownBy(() -> state.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void predictionsAreCopied() {
    List<Double> row = new ArrayList<>(List.of(1.0));
    List<Integer> classes = new ArrayList<>(List.of(1));
    Predicted predicted = new Predicted(END, List.of(row), classes);

    row.clear();
    classes.clear();

    assertThat(predicted).isEqualTo(new Predicted(END, List.of(List.of(1.0)), List.of(1)));
  }

  @Test
  void thereIsNothingBeforeTheFirstEpochAndLayer() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Moment.Epoch(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerState(END, 0, Optional.empty(), Map.of(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judged("diverged", Optional.empty(), OptionalInt.of(-1)));
  }
}
