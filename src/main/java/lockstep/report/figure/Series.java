package lockstep.report.figure;

/**
 * One curve over the epochs.
 *
 * @param name its name in the legend
 * @param values one a completed epoch, from epoch 0; what is not finite leaves a gap
 * @param colour which colour of the palette, from 0
 * @param dashed whether the line is dashed, as curves of the test samples are
 */
public record Series(String name, double[] values, int colour, boolean dashed) {
  /** Copies the values. */
  public Series {
    values = values.clone();
  }
}
