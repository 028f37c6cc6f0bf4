package lockstep.report.figure;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A network that decides between classes.
 *
 * <p>One output is class 1 from 0.5 on; of several the largest decides.
 *
 * @param outputs n x 2 inputs to n x out outputs
 * @param probability whether the single output is between 0 and 1 and changes gradually
 * @param noun what a class is called in the legend, before its number
 */
public record Classifier(UnaryOperator<RealMatrix> outputs, boolean probability, String noun) {}
