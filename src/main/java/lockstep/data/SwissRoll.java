package lockstep.data;

import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * Points on a rolled-up sheet, as scikit-learn's {@code make_swiss_roll}: (t cos t, h, t sin t),
 * with the position t along the roll as the target.
 *
 * <p>t is uniform in [3π/2, 9π/2) and h in [0, 21). With a hole the sheet is divided into nine
 * equal fields, of which the middle one stays empty. Draws: all t and then all h, or for each point
 * its field, then its place along t and then h; then the noise of all first coordinates, second and
 * third ones, also if it is 0.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/datasets/_samples_generator.py}.
 *
 * @param samples the number of points, at least 1
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 * @param hole whether the middle of the sheet stays empty
 */
public record SwissRoll(long samples, double noise, boolean hole) implements Generator {
  /** scikit-learn's default number of points. */
  public static final long DEFAULT_SAMPLES = 100;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** A whole sheet. */
  public static final boolean DEFAULT_HOLE = false;

  private static final int FIELDS = 8;
  private static final int MIDDLE = 4;

  /** Checks the ranges. */
  public SwissRoll {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, 3, 1, 0);
  }

  @Override
  public Samples generate(RandomStream stream) {
    double[][] sheet = hole ? punched(shape().rows(), stream) : whole(shape().rows(), stream);
    double[][] points = new double[sheet[0].length][];
    double[][] targets = new double[sheet[0].length][];
    for (int point = 0; point < points.length; point++) {
      double along = sheet[0][point];
      points[point] =
          new double[] {along * FastMath.cos(along), sheet[1][point], along * FastMath.sin(along)};
      targets[point] = new double[] {along};
    }
    Noise.addByColumns(points, noise, stream);
    return Table.samples(points, targets);
  }

  private static double[][] whole(int count, RandomStream stream) {
    double[][] sheet = {Drawn.uniform(count, stream), Drawn.uniform(count, stream)};
    for (int point = 0; point < count; point++) {
      sheet[0][point] = 1.5 * Math.PI * (1 + 2 * sheet[0][point]);
      sheet[1][point] = 21 * sheet[1][point];
    }
    return sheet;
  }

  private static double[][] punched(int count, RandomStream stream) {
    int[] fields = new int[count];
    for (int point = 0; point < count; point++) {
      int field = stream.integer(0, FIELDS);
      fields[point] = field < MIDDLE ? field : field + 1;
    }
    double[][] sheet = {Drawn.uniform(count, stream), Drawn.uniform(count, stream)};
    for (int point = 0; point < count; point++) {
      sheet[0][point] = Math.PI * (1.5 + fields[point] / 3) + sheet[0][point] * Math.PI;
      sheet[1][point] = 7 * (fields[point] % 3) + sheet[1][point] * 7;
    }
    return sheet;
  }
}
