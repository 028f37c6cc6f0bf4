package lockstep.data;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** How generated targets become the numbers that the network's outputs are compared with. */
public sealed interface TargetEncoding {
  /** Targets are not changed where nothing is said of them. */
  TargetEncoding DEFAULT = new AsIs();

  /**
   * The number of target columns after encoding.
   *
   * @param shape what is generated
   */
  int columns(DataShape shape);

  /**
   * Why targets of this shape cannot be encoded.
   *
   * @param shape what is generated
   * @return what is wrong; empty if nothing is
   */
  Optional<String> obstacle(DataShape shape);

  /**
   * Encodes targets.
   *
   * @param targets as generated, n x targets; not changed
   * @param shape what was generated
   * @return n x columns
   */
  RealMatrix encode(RealMatrix targets, DataShape shape);

  /** The targets as the generator made them. */
  record AsIs() implements TargetEncoding {
    @Override
    public int columns(DataShape shape) {
      return shape.targets();
    }

    @Override
    public Optional<String> obstacle(DataShape shape) {
      return Optional.empty();
    }

    @Override
    public RealMatrix encode(RealMatrix targets, DataShape shape) {
      return targets.copy();
    }
  }

  /**
   * One column a class: {@code on} in the column of the sample's class, {@code off} elsewhere.
   *
   * @param off the value of the other classes, usually 0; 0.05 for soft labels
   * @param on the value of the sample's class, usually 1; 0.95 for soft labels
   */
  record OneHot(double off, double on) implements TargetEncoding {
    /** The usual value of the other classes. */
    public static final double DEFAULT_OFF = 0;

    /** The usual value of the sample's class. */
    public static final double DEFAULT_ON = 1;

    /** Checks that the values are finite and tell classes apart. */
    public OneHot {
      NumberChecks.finite("off", off);
      NumberChecks.finite("on", on);
      if (on == off) {
        throw NumberChecks.refusal("on", on, "another value than off");
      }
    }

    @Override
    public int columns(DataShape shape) {
      return shape.classes();
    }

    @Override
    public Optional<String> obstacle(DataShape shape) {
      return withoutClasses("one-hot targets", shape);
    }

    @Override
    public RealMatrix encode(RealMatrix targets, DataShape shape) {
      RealMatrix encoded = new Array2DRowRealMatrix(targets.getRowDimension(), shape.classes());
      for (int row = 0; row < targets.getRowDimension(); row++) {
        for (int column = 0; column < shape.classes(); column++) {
          encoded.setEntry(row, column, column == targets.getEntry(row, 0) ? on : off);
        }
      }
      return encoded;
    }
  }

  /**
   * A target vector for each class.
   *
   * @param vectors row k is the target of class k; classes x out, finite
   */
  record Codes(List<List<Double>> vectors) implements TargetEncoding {
    /** Copies the rows and checks them. */
    public Codes {
      vectors = Table.checked("codes", vectors);
    }

    @Override
    public int columns(DataShape shape) {
      return vectors.get(0).size();
    }

    @Override
    public Optional<String> obstacle(DataShape shape) {
      if (shape.classification() && shape.classes() != vectors.size()) {
        return Optional.of(vectors.size() + " codes for " + shape.classes() + " classes");
      }
      return withoutClasses("codes", shape);
    }

    @Override
    public RealMatrix encode(RealMatrix targets, DataShape shape) {
      double[][] codes = Table.toArray(vectors);
      double[][] encoded = new double[targets.getRowDimension()][];
      for (int row = 0; row < encoded.length; row++) {
        encoded[row] = codes[(int) targets.getEntry(row, 0)].clone();
      }
      return new Array2DRowRealMatrix(encoded, false);
    }
  }

  private static Optional<String> withoutClasses(String encoding, DataShape shape) {
    return shape.classification()
        ? Optional.empty()
        : Optional.of(
            encoding + " need classes: one column of targets with each of 0, 1, ..., k - 1");
  }
}
