package lockstep.data;

import java.util.Optional;
import lockstep.random.RandomStream;

/**
 * The parity of bits: class 1 if an odd number of inputs is 1; the exclusive or of more than two.
 *
 * <p>The patterns come in the order of the numbers that they write, the first input being the
 * highest bit, and, with more samples than patterns, over and over again. Draws: the noise, sample
 * by sample, first input first; noise 0 draws nothing.
 *
 * <p>Source: M. Minsky, S. Papert, "Perceptrons", MIT Press, 1969, chapter 3.
 *
 * @param bits the number of inputs, from 1 to 30
 * @param samples the number of samples, at least 1
 * @param noise the standard deviation of what is added to each input, at least 0
 */
public record Parity(int bits, long samples, double noise) implements Generator {
  /** The most inputs. */
  public static final int MOST_BITS = 30;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** Checks the ranges. */
  public Parity {
    if (bits < 1 || bits > MOST_BITS) {
      throw new IllegalArgumentException("bits " + bits + " is not in [1, 30]");
    }
    NumberChecks.atLeastOne("samples", samples);
    NumberChecks.deviation("noise", noise);
  }

  /**
   * The number of patterns of so many bits.
   *
   * @param bits from 1 to 30
   */
  public static long patterns(int bits) {
    return 1L << bits;
  }

  @Override
  public DataShape shape() {
    return new DataShape(samples, bits, 1, 2);
  }

  /** Known if every pattern is as frequent as any other. */
  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return noise > 0 && samples % patterns(bits) == 0
        ? Attainable.accuracy(Overlap.parityAccuracy(bits, noise), "the overlap of the clouds")
        : Optional.empty();
  }

  @Override
  public Samples generate(RandomStream stream) {
    LabelledPoints points = new LabelledPoints(shape().rows());
    for (int sample = 0; sample < samples; sample++) {
      int pattern = (int) (sample % patterns(bits));
      double[] inputs = new double[bits];
      for (int bit = 0; bit < bits; bit++) {
        inputs[bit] = pattern >> bits - 1 - bit & 1;
      }
      points.add(Integer.bitCount(pattern) & 1, inputs);
    }
    points.addNoise(noise, stream);
    return points.samples();
  }
}
