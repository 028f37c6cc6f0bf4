package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;

/**
 * The exclusive or: the points (0, 0), (0, 1), (1, 0), (1, 1) with the classes 0, 1, 1, 0.
 *
 * <p>The four points come in this order and, with more than four samples, over and over again; the
 * number of samples need not be a multiple of four. Draws: the noise, point by point, first
 * coordinate first; noise 0 draws nothing.
 *
 * @param samples the number of points, at least 1
 * @param noise the standard deviation of what is added to each coordinate, at least 0
 */
public record Xor(long samples, double noise) implements Generator {
  /** Each point once. */
  public static final long DEFAULT_SAMPLES = 4;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Checks the ranges. */
  public Xor {
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, 2, 1, 2);
  }

  /** Known if every point is as frequent as any other. */
  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return noise > 0 && samples % 4 == 0
        ? Attainable.accuracy(Overlap.parityAccuracy(2, noise), "the overlap of the clouds")
        : Optional.empty();
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    for (int sample = 0; sample < samples; sample++) {
      int first = sample >> 1 & 1;
      int second = sample & 1;
      points.add(first ^ second, first, second);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }
}
