package lockstep.report.figure;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A network that decides between classes.
 *
 * <p>One output is class 1 from the border on; of several the largest decides.
 *
 * @param outputs n x 2 inputs to n x out outputs
 * @param surface what the outputs look like between two inputs
 * @param border where a single output goes from class 0 to class 1
 * @param noun what a class is called in the legend, before its number
 */
public record Classifier(
    UnaryOperator<RealMatrix> outputs, Surface surface, double border, String noun) {

  /** What outputs look like over the inputs. */
  public enum Surface {
    /** One output between 0 and 1 that changes gradually, so that shades make sense. */
    PROBABILITY,
    /** Outputs that change without jumps. */
    CONTINUOUS,
    /** Outputs that may jump: a unit of the network is a step. */
    STEPPED
  }

  boolean probability() {
    return surface == Surface.PROBABILITY;
  }
}
