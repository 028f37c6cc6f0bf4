package lockstep.data;

import java.util.List;

/** How generated targets become the numbers that the network's outputs are compared with. */
public sealed interface TargetEncoding {

  /** The targets as the generator made them. */
  record AsIs() implements TargetEncoding {}

  /**
   * One column a class: {@code on} in the column of the sample's class, {@code off} elsewhere.
   *
   * @param off the value of the other classes, usually 0; 0.05 for soft labels
   * @param on the value of the sample's class, usually 1; 0.95 for soft labels
   */
  record OneHot(double off, double on) implements TargetEncoding {}

  /**
   * A target vector for each class.
   *
   * @param vectors row k is the target of class k; classes x out
   */
  record Codes(List<List<Double>> vectors) implements TargetEncoding {
    /** Copies the rows. */
    public Codes {
      vectors = vectors.stream().map(List::copyOf).toList();
    }
  }
}
