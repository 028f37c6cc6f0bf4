package lockstep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.matrix.Arithmetic;
import lockstep.matrix.DenseMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class PredictorTest {
  /** They pass in several portions, of which the last is smaller. */
  @Test
  void manySamplesHaveTheOutputsOfEachAlone() {
    DenseMatrix weights = new DenseMatrix(2, 3);
    weights.setRow(0, new double[] {0.3, -0.7, 1.1});
    weights.setRow(1, new double[] {-0.2, 0.9, 0.4});
    Parameters parameters =
        new Parameters(List.of(new Parameters.Layer(weights, new DenseMatrix(1, 3))));
    DenseMatrix inputs = new DenseMatrix(2500, 2);
    for (int sample = 0; sample < 2500; sample++) {
      inputs.setRow(sample, new double[] {sample / 700.0, 1 - sample / 900.0});
    }
    Predictor predictor =
        new Predictor(List.of(new Activation.Identity()), parameters, Arithmetic.FUSED);

    RealMatrix outputs = predictor.outputs(inputs);

    assertThat(outputs.getRowDimension()).isEqualTo(2500);
    for (int sample = 0; sample < 2500; sample++) {
      RealMatrix alone = predictor.outputs(inputs.getSubMatrix(sample, sample, 0, 1));
      assertThat(outputs.getRow(sample)).containsExactly(alone.getRow(0));
    }
  }
}
