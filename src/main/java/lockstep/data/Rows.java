package lockstep.data;

import java.util.List;
import lockstep.random.RandomStream;

/**
 * Samples that are written out in the experiment. Nothing is drawn.
 *
 * <p>The targets are classes if they are one column in which each of 0, 1, ..., k - 1 occurs and
 * nothing else does.
 *
 * @param inputs n x in, finite
 * @param targets n x out, finite
 */
public record Rows(List<List<Double>> inputs, List<List<Double>> targets) implements Generator {
  /** Copies the rows and checks them. */
  public Rows {
    inputs = Table.checked("inputs", inputs);
    targets = Table.checked("targets", targets);
    if (inputs.size() != targets.size()) {
      throw new IllegalArgumentException(
          inputs.size() + " rows of inputs but " + targets.size() + " of targets");
    }
  }

  @Override
  public DataShape shape() {
    int classes = ClassNumbers.count(Table.toMatrix(targets));
    return new DataShape(inputs.size(), inputs.get(0).size(), targets.get(0).size(), classes);
  }

  @Override
  public Samples generate(RandomStream stream) {
    return new Samples(Table.toMatrix(inputs), Table.toMatrix(targets));
  }
}
