package lockstep.network;

import java.util.ArrayList;
import java.util.List;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import lockstep.matrix.ScalarKernels;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The hidden units that nothing can train any more: the derivative of their activation is 0 on
 * every sample.
 */
public final class DeadUnits {
  private DeadUnits() {}

  /**
   * A hidden unit.
   *
   * @param layer its layer, 1 being the first after the inputs
   * @param number which unit of the layer, from 1
   */
  public record Unit(int layer, int number) {
    /** Whether both are one unit. */
    public boolean isSame(Unit other) {
      return layer == other.layer && number == other.number;
    }
  }

  /**
   * The dead units of a network.
   *
   * @param activations one for each layer
   * @param parameters the weights and biases
   * @param inputs the samples, n x in
   * @return by layer and number; a unit with a weighted sum that is not finite is not among them
   */
  public static List<Unit> of(
      List<Activation> activations, Parameters parameters, RealMatrix inputs) {
    Network network = new Network(activations, BiasMode.FROZEN, parameters);
    int samples = inputs.getRowDimension();
    Backpropagation pass =
        new Backpropagation(network, Deviations.NONE, samples, ScalarKernels.of(Arithmetic.FUSED));
    pass.forward(DenseMatrix.transposeOf(inputs));
    List<Unit> dead = new ArrayList<>();
    for (int layer = 0; layer < activations.size() - 1; layer++) {
      int units = network.layers().get(layer).units();
      for (int unit = 0; unit < units; unit++) {
        if (isDead(pass, layer, unit)) {
          dead.add(new Unit(layer + 1, unit + 1));
        }
      }
    }
    return List.copyOf(dead);
  }

  private static boolean isDead(Backpropagation pass, int layer, int unit) {
    double[] z = pass.weightedSums(layer).values();
    int samples = pass.weightedSums(layer).getColumnDimension();
    for (int i = unit * samples; i < (unit + 1) * samples; i++) {
      if (!Double.isFinite(z[i])) {
        return false;
      }
    }
    return pass.isDead(layer, unit);
  }
}
