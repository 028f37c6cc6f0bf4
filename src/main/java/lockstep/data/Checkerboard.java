package lockstep.data;

import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.random.RandomStream;

/**
 * Points on a board of squares of two classes.
 *
 * <p>The board covers [-1, 1) x [-1, 1). The square in column i and row j, from 0, is of class (i +
 * j) mod 2. Draws: the points, one by one, first coordinate first, uniformly, then the noise, point
 * by point, which can move a point into a neighbouring square but does not change its class; noise
 * 0 draws nothing.
 *
 * @param samples the number of points, at least 1
 * @param squares how many there are on each side, at least 1
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 */
public record Checkerboard(long samples, int squares, double noise) implements Generator {
  /** As many points as the other generators make. */
  public static final long DEFAULT_SAMPLES = 100;

  /** Sixteen squares. */
  public static final int DEFAULT_SQUARES = 4;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  private static final int MOST_SQUARES = 100;

  /** Checks the ranges. */
  public Checkerboard {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.atLeastOne("squares", squares);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, 2, 1, 2);
  }

  /** Known for boards of no more than 100 squares a side. */
  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    if (noise == 0 || squares == 1 || squares > MOST_SQUARES) {
      return Optional.empty();
    }
    OptionalDouble accuracy = Overlap.boardAccuracy(squares, noise);
    return accuracy.isPresent()
        ? Attainable.accuracy(accuracy.getAsDouble(), "the points that left their squares")
        : Optional.empty();
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    for (long sample = 0; sample < samples; sample++) {
      double x = stream.uniform(-1, 1);
      double y = stream.uniform(-1, 1);
      points.add((square(x) + square(y)) % 2, x, y);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }

  private int square(double coordinate) {
    int square = (int) ((coordinate + 1) / 2 * squares);
    return Math.min(square, squares - 1);
  }
}
