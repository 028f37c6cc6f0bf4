package lockstep.matrix;

/**
 * G = X Dᵀ for many units: each of the eight lanes of {@link LaneSum} is a sum of rows, one for
 * each of its samples, and a row runs along the units.
 */
final class LaneOuterProduct {
  /** Fewer units, inputs or samples would not pay for the turned copy of D. */
  static final int WORTHWHILE = 16;

  private static final int LANES = LaneSum.LANES;

  /** Units of one pass: the turned copy of D for a thousand samples stays in a cache. */
  private static final int BLOCK = 64;

  private final RowCombination[] lanes = new RowCombination[LANES];

  /** The sums of each lane, for one input. */
  private final double[][] sums = new double[LANES][];

  LaneOuterProduct(Arithmetic arithmetic) {
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = RowCombination.of(arithmetic);
    }
  }

  static boolean pays(int inputs, int units) {
    return inputs >= WORTHWHILE && units >= WORTHWHILE;
  }

  void compute(DenseMatrix target, DenseMatrix inputs, DenseMatrix errors) {
    int units = errors.getRowDimension();
    for (int unit = 0; unit < units; unit += BLOCK) {
      int width = Math.min(BLOCK, units - unit);
      turn(errors, unit, width);
      for (int input = 0; input < inputs.getRowDimension(); input++) {
        addUp(inputs, input);
        combine(sums, target.values(), input * units + unit, width);
      }
    }
  }

  /** Adds the products to lanes of which each is as large as the result. */
  void add(DenseMatrix inputs, DenseMatrix errors, double[][] kept) {
    int units = errors.getRowDimension();
    for (int unit = 0; unit < units; unit += BLOCK) {
      int width = Math.min(BLOCK, units - unit);
      turn(errors, unit, width);
      for (int input = 0; input < inputs.getRowDimension(); input++) {
        int at = input * units + unit;
        int from = input * inputs.getColumnDimension();
        for (int lane = 0; lane < LANES; lane++) {
          System.arraycopy(kept[lane], at, sums[lane], 0, width);
          lanes[lane].addRows(inputs.values(), from + lane, LANES);
          System.arraycopy(sums[lane], 0, kept[lane], at, width);
        }
      }
    }
  }

  /** Copies some rows of D so that those of one sample are a row of its lane. */
  private void turn(DenseMatrix errors, int firstUnit, int width) {
    int samples = errors.getColumnDimension();
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane].prepare((samples - lane + LANES - 1) / LANES, width);
      sums[lane] = lanes[lane].sums();
    }
    for (int sample = 0; sample < samples; sample++) {
      double[] row = lanes[sample % LANES].row(sample / LANES);
      for (int unit = 0; unit < width; unit++) {
        row[unit] = errors.values()[(firstUnit + unit) * samples + sample];
      }
    }
  }

  private void addUp(DenseMatrix inputs, int input) {
    int from = input * inputs.getColumnDimension();
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane].combine(0, inputs.values(), from + lane, LANES);
    }
  }

  /** The fixed tree of {@link LaneSum}, for as many numbers of each lane as said. */
  static void combine(double[][] lanes, double[] target, int to, int count) {
    double[] s0 = lanes[0], s1 = lanes[1], s2 = lanes[2], s3 = lanes[3];
    double[] s4 = lanes[4], s5 = lanes[5], s6 = lanes[6], s7 = lanes[7];
    for (int i = 0; i < count; i++) {
      target[to + i] = ((s0[i] + s4[i]) + (s2[i] + s6[i])) + ((s1[i] + s5[i]) + (s3[i] + s7[i]));
    }
  }
}
