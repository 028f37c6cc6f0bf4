package lockstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.network.Activation;
import lockstep.network.BiasMode;
import lockstep.network.Network;
import lockstep.network.Parameters;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

/** Which epoch is the best one, and what is kept of it. */
class BestStateTest {
  private static final List<String> COLUMNS = List.of("loss", "accuracy");

  private final Network network =
      new Network(
          List.of(new Activation.Identity(), new Activation.Identity()),
          BiasMode.ON,
          new Parameters(List.of(layer(1, 2), layer(3, 4))));

  private static Parameters.Layer layer(double weight, double bias) {
    return new Parameters.Layer(
        MatrixUtils.createRealMatrix(new double[][] {{weight}}),
        MatrixUtils.createRealMatrix(new double[][] {{bias}}));
  }

  private void set(double first, double second, double third, double fourth) {
    network.layers().get(0).weights().setEntry(0, 0, first);
    network.layers().get(0).biases().setEntry(0, 0, second);
    network.layers().get(1).weights().setEntry(0, 0, third);
    network.layers().get(1).biases().setEntry(0, 0, fourth);
  }

  private static List<Double> numbers(Parameters parameters) {
    return parameters.layers().stream()
        .flatMap(one -> List.of(one.weights(), one.biases()).stream())
        .map(matrix -> matrix.getEntry(0, 0))
        .toList();
  }

  private static List<Double> keptOf(BestState state) {
    return numbers(state.parameters());
  }

  @Test
  void whatIsKeptDoesNotChangeWithTheNetworkAndCanBeRestored() {
    BestState state = new BestState(network);
    set(5, 6, 7, 8);
    assertThat(keptOf(state)).containsExactly(1.0, 2.0, 3.0, 4.0);
    state.keep();
    assertThat(keptOf(state)).containsExactly(5.0, 6.0, 7.0, 8.0);
    set(0, 0, 0, 0);
    state.restore();
    assertThat(numbers(network.parameters())).containsExactly(5.0, 6.0, 7.0, 8.0);
  }

  @Test
  void theKeeperHasTheParametersOfTheBestEpoch() {
    BestKeeper keeper = new BestKeeper(new BestRule("loss", 0), COLUMNS, network);
    double[] losses = {1, 0.5, 0.7, 0.5};
    for (int epoch = 0; epoch < losses.length; epoch++) {
      set(epoch, 10 + epoch, 20 + epoch, 30 + epoch);
      keeper.observe(epoch, new double[] {losses[epoch], 0});
    }
    assertThat(keeper.kept().epoch()).isEqualTo(1);
    assertThat(numbers(keeper.kept().parameters())).containsExactly(1.0, 11.0, 21.0, 31.0);
  }

  private static int best(BestRule rule, double... values) {
    BestEpoch best = new BestEpoch(rule, COLUMNS);
    int column = COLUMNS.indexOf(rule.metric());
    for (int epoch = 0; epoch < values.length; epoch++) {
      double[] row = new double[2];
      row[column] = values[epoch];
      best.isNow(epoch, row);
    }
    assertThat(best.value()).isEqualTo(values[best.epoch()]);
    return best.epoch();
  }

  @Test
  void anEqualValueIsNoBetter() {
    assertThat(best(new BestRule("loss", 0), 1, 1, 1)).isZero();
    assertThat(best(new BestRule("accuracy", 0), 0.5, 0.5)).isZero();
    assertThat(best(new BestRule("accuracy", 0), 0.5, 0.25, 0.75, 0.75)).isEqualTo(2);
  }

  @Test
  void anImprovementMustBeLargerThanTheLeast() {
    assertThat(best(new BestRule("loss", 0.25), 1, 0.75, 0.5)).isEqualTo(2);
    assertThat(best(new BestRule("accuracy", 0.25), 0.25, 0.5, 0.75)).isEqualTo(2);
  }

  @Test
  void anyNumberIsBetterThanNone() {
    assertThat(best(new BestRule("loss", 0), Double.NaN, Double.NaN, 7, 8)).isEqualTo(2);
    assertThat(best(new BestRule("loss", 0), 7, Double.NaN, 6)).isEqualTo(2);
  }
}
