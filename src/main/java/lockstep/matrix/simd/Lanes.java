package lockstep.matrix.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors that all kernels here use: four doubles, or two of them for the eight lanes. */
final class Lanes {
  static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;

  /** Doubles in a vector. */
  static final int WIDTH = 4;

  private Lanes() {}
}
