package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
  private static final Map<String, Activation> NAMED =
      Map.of(
          "relu", new Activation.Relu(),
          "leaky-relu(0.01)", new Activation.LeakyRelu(0.01),
          "sigmoid", new Activation.Sigmoid(),
          "tanh", new Activation.Tanh(),
          "identity", new Activation.Identity());

  static Stream<Arguments> reference() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/golden/activations.csv")).stream()
        .map(line -> line.split(","))
        .filter(cells -> NAMED.containsKey(cells[0]))
        .map(
            cells ->
                Arguments.of(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3])));
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithPyTorch(String name, double z, double value, double derivative) {
    Activation activation = NAMED.get(name);
    double a = activation.value(z);
    assertThat(a).isCloseTo(value, within(tolerance(value)));
    assertThat(activation.derivative(z, a)).isCloseTo(derivative, within(tolerance(derivative)));
  }

  private static double tolerance(double value) {
    return Math.max(1e-300, 1e-14 * Math.abs(value));
  }

  @Test
  void theReferenceCoversEveryActivationButStep() throws IOException {
    assertThat(reference().map(row -> row.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(NAMED.keySet());
  }

  @Test
  void kinksHaveTheStatedDerivative() {
    assertThat(new Activation.Relu().derivative(0, 0)).isZero();
    assertThat(new Activation.LeakyRelu(0.2).derivative(0, 0)).isEqualTo(0.2);
    assertThat(new Activation.Step().value(0)).isZero();
    assertThat(new Activation.Step().value(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(new Activation.Step().derivative(3, 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e308, -1000, 1000, 1e308, Double.POSITIVE_INFINITY})
  void theSigmoidNeverOverflows(double z) {
    assertThat(new Activation.Sigmoid().value(z)).isBetween(0.0, 1.0);
  }

  @Test
  void notANumberIsNeverHidden() {
    List<Activation> all =
        List.of(
            new Activation.Relu(),
            new Activation.LeakyRelu(0.01),
            new Activation.Sigmoid(),
            new Activation.Tanh(),
            new Activation.Identity(),
            new Activation.Step());
    assertThat(all).allSatisfy(activation -> assertThat(activation.value(Double.NaN)).isNaN());
  }
}
