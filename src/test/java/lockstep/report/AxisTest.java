package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  private static Axes axes(String sweep) {
    return Axes.of(SweepExamples.experiment(sweep));
  }

  private static List<String> varying(String sweep) {
    return axes(sweep).varying().stream().map(axis -> String.join("+", axis.keys())).toList();
  }

  @Test
  void keysInStepAreOneAxis() {
    assertThat(varying("sweep: {zip: {data.noise: [0, 0.1, 0.2], training.epochs: [1, 2, 3]}}\n"))
        .containsExactly("data.noise+training.epochs");
    assertThat(varying("sweep: {grid: {data.noise: [0, 0.1], training.epochs: [1, 2]}}\n"))
        .containsExactly("data.noise", "training.epochs");
  }

  @Test
  void drawnKeysAreAxesOfTheirOwn() {
    assertThat(
            varying(
                """
                sweep:
                  random:
                    trials: 9
                    keys:
                      data.noise: {uniform: {low: 0, high: 1}}
                      training.learning_rate: {uniform: {low: 0, high: 1}}
                """))
        .hasSize(2);
  }

  @Test
  void aKeyWithOneValueIsNoAxis() {
    assertThat(varying("sweep: {grid: {data.noise: [0.1], training.epochs: [1, 2]}}\n"))
        .containsExactly("training.epochs");
  }

  @Test
  void numbersAreInTheirOrder() {
    Axes axes = axes("sweep: {grid: {training.learning_rate: [1, 0.1, 1e-2]}}\n");
    assertThat(axes.varying().get(0).numbers()).containsExactly(0.01, 0.1, 1);
    assertThat(axes.varying().get(0).value(0)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{logspace: [-3, 0, 7]}     | true",
        "{linspace: [0.001, 1, 7]}  | false",
        "[0.1, 0.2, 0.4]            | false",
        "[0.01, 0.02, 0.05, 0.1]    | true",
      })
  void anAxisIsLogarithmicWhereItsValuesAreSpacedSo(String values, boolean logarithmic) {
    Axes axes = axes("sweep: {grid: {training.learning_rate: " + values + "}}\n");
    assertThat(axes.varying().get(0).logarithmic()).isEqualTo(logarithmic);
  }

  @Test
  void aLongNumberIsRoundedForPeopleOnly() {
    Axes axes = axes("sweep: {grid: {training.learning_rate: [0.123456789, 1]}}\n");
    assertThat(axes.plain(0)).isEqualTo("learning_rate 0.123");
    assertThat(axes.code(0)).isEqualTo("`training.learning_rate: 0.123456789`");
  }

  @Test
  void aLongTextIsCutWithinWholeCharacters() {
    assertThat(Axes.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(Axes.cut("", 3)).isEqualTo("–");
  }
}
