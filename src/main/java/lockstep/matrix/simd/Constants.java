package lockstep.matrix.simd;

import lockstep.matrix.ElementaryFunctions;

/**
 * The constants of {@link ElementaryFunctions}, four times each, so that an operation can take one
 * straight from memory. There are more of them than registers: as vectors of a loop they would be
 * kept on the stack and cost an instruction at each use.
 */
final class Constants {
  static final int P0 = 0;
  static final int P1 = P0 + Lanes.WIDTH;
  static final int P2 = P1 + Lanes.WIDTH;
  static final int P3 = P2 + Lanes.WIDTH;
  static final int P4 = P3 + Lanes.WIDTH;
  static final int P5 = P4 + Lanes.WIDTH;
  static final int P6 = P5 + Lanes.WIDTH;
  static final int P7 = P6 + Lanes.WIDTH;
  static final int P8 = P7 + Lanes.WIDTH;
  static final int P9 = P8 + Lanes.WIDTH;
  static final int P10 = P9 + Lanes.WIDTH;
  static final int Q0 = P10 + Lanes.WIDTH;
  static final int Q1 = Q0 + Lanes.WIDTH;
  static final int Q2 = Q1 + Lanes.WIDTH;
  static final int Q3 = Q2 + Lanes.WIDTH;
  static final int Q4 = Q3 + Lanes.WIDTH;
  static final int Q5 = Q4 + Lanes.WIDTH;
  static final int Q6 = Q5 + Lanes.WIDTH;
  static final int LN2_HIGH = Q6 + Lanes.WIDTH;
  static final int LN2_LOW = LN2_HIGH + Lanes.WIDTH;
  static final int LOG2_E = LN2_LOW + Lanes.WIDTH;
  static final int ROUNDER = LOG2_E + Lanes.WIDTH;

  /** All of them; each starts at the place that has its name. */
  static final double[] FOURFOLD = fourfold();

  private Constants() {}

  private static double[] fourfold() {
    double[] values = {
      ElementaryFunctions.P0,
      ElementaryFunctions.P1,
      ElementaryFunctions.P2,
      ElementaryFunctions.P3,
      ElementaryFunctions.P4,
      ElementaryFunctions.P5,
      ElementaryFunctions.P6,
      ElementaryFunctions.P7,
      ElementaryFunctions.P8,
      ElementaryFunctions.P9,
      ElementaryFunctions.P10,
      ElementaryFunctions.Q0,
      ElementaryFunctions.Q1,
      ElementaryFunctions.Q2,
      ElementaryFunctions.Q3,
      ElementaryFunctions.Q4,
      ElementaryFunctions.Q5,
      ElementaryFunctions.Q6,
      ElementaryFunctions.LN2_HIGH,
      ElementaryFunctions.LN2_LOW,
      ElementaryFunctions.LOG2_E,
      ElementaryFunctions.ROUNDER,
    };
    double[] copies = new double[values.length * Lanes.WIDTH];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = values[i / Lanes.WIDTH];
    }
    return copies;
  }
}
