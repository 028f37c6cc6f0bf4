package lockstep.data;

import java.util.List;
import java.util.Optional;
import lockstep.random.RandomStream;
import org.apache.commons.math3.util.FastMath;

/**
 * A random network that makes the targets of standard normal inputs, so that a network of the same
 * shape can learn them without error.
 *
 * <p>Weights and biases of a layer with {@code in} inputs are normal with the standard deviation
 * gain / √in; hidden layers have the activation, the last one has none. Draws: layer by layer the
 * weights, in x out, row by row, and the biases, then the inputs, sample by sample, then the noise
 * on the outputs, sample by sample; noise 0 draws nothing.
 *
 * <p>Source: E. Gardner, B. Derrida, "Three unfinished works on the optimal storage capacity of
 * networks", Journal of Physics A 22, 1989.
 *
 * @param samples the number of samples, at least 1
 * @param layers the units of each layer, the inputs first; at least two layers, each of 1 to 4096
 * @param activation the activation of the hidden layers
 * @param gain the scale of weights and biases, above 0
 * @param targets what is made of the outputs
 * @param noise the standard deviation of what is added to each output, at least 0
 */
public record Teacher(
    long samples,
    List<Integer> layers,
    Activation activation,
    double gain,
    Targets targets,
    double noise)
    implements Generator {
  /** As many samples as the other generators make. */
  public static final long DEFAULT_SAMPLES = 100;

  /** The activation where nothing is said. */
  public static final Activation DEFAULT_ACTIVATION = Activation.TANH;

  /** Enough for hidden units to saturate now and then. */
  public static final double DEFAULT_GAIN = 2;

  /** Regression. */
  public static final Targets DEFAULT_TARGETS = Targets.VALUES;

  /** No noise. */
  public static final double DEFAULT_NOISE = 0;

  /** The most units of a layer. */
  public static final int MOST_UNITS = 4096;

  /** The activations of hidden layers. */
  public enum Activation {
    /** The hyperbolic tangent. */
    TANH,
    /** max(0, z). */
    RELU;

    private double of(double z) {
      return this == TANH ? FastMath.tanh(z) : Math.max(0, z);
    }
  }

  /** What is made of a teacher's outputs. */
  public enum Targets {
    /** The outputs themselves. */
    VALUES,
    /** The class of the largest output; of one output, class 1 if it is above 0 and else 0. */
    CLASSES
  }

  /** Copies the layers and checks the ranges. */
  public Teacher {
    NumberChecks.atLeastOne("samples", samples);
    layers = List.copyOf(layers);
    if (layers.size() < 2) {
      throw new IllegalArgumentException("layers " + layers + " are fewer than two");
    }
    for (int units : layers) {
      if (units < 1 || units > MOST_UNITS) {
        throw new IllegalArgumentException("layer " + units + " is not in [1, 4096]");
      }
    }
    if (!(gain > 0 && Double.isFinite(gain))) {
      throw NumberChecks.refusal("gain", gain, "finite and above 0");
    }
    NumberChecks.deviation("noise", noise);
  }

  @Override
  public DataShape shape() {
    int outputs = layers.get(layers.size() - 1);
    return targets == Targets.VALUES
        ? new DataShape(samples, layers.get(0), outputs, 0)
        : new DataShape(samples, layers.get(0), 1, Math.max(outputs, 2));
  }

  @Override
  public Optional<Attainable> attainable(RandomStream stream) {
    return targets == Targets.VALUES ? Attainable.squaredError(noise) : Optional.empty();
  }

  @Override
  public Samples generate(RandomStream stream) {
    int count = shape().rows();
    double[][][] weights = new double[layers.size() - 1][][];
    double[][] biases = new double[weights.length][];
    for (int layer = 0; layer < weights.length; layer++) {
      double scale = gain / Math.sqrt(layers.get(layer));
      int units = layers.get(layer + 1);
      weights[layer] = scaled(Drawn.normal(layers.get(layer), units, stream), scale);
      biases[layer] = scaled(Drawn.normal(1, units, stream), scale)[0];
    }
    double[][] inputs = Drawn.normal(count, layers.get(0), stream);
    double[][] outputs = new double[count][];
    for (int sample = 0; sample < count; sample++) {
      outputs[sample] = passed(inputs[sample], weights, biases);
    }
    Noise.add(outputs, noise, stream);
    return Table.samples(inputs, targets == Targets.VALUES ? outputs : classes(outputs));
  }

  private static double[][] scaled(double[][] numbers, double scale) {
    for (double[] row : numbers) {
      for (int column = 0; column < row.length; column++) {
        row[column] *= scale;
      }
    }
    return numbers;
  }

  /** What the network makes of a sample. */
  private double[] passed(double[] input, double[][][] weights, double[][] biases) {
    double[] units = input;
    for (int layer = 0; layer < weights.length; layer++) {
      double[] sums = Products.of(new double[][] {units}, weights[layer])[0];
      for (int unit = 0; unit < sums.length; unit++) {
        double sum = sums[unit] + biases[layer][unit];
        sums[unit] = layer < weights.length - 1 ? activation.of(sum) : sum;
      }
      units = sums;
    }
    return units;
  }

  private static double[][] classes(double[][] outputs) {
    double[][] labels = new double[outputs.length][];
    for (int sample = 0; sample < outputs.length; sample++) {
      labels[sample] = new double[] {label(outputs[sample])};
    }
    return labels;
  }

  private static int label(double[] outputs) {
    if (outputs.length == 1) {
      return outputs[0] > 0 ? 1 : 0;
    }
    int largest = 0;
    for (int output = 1; output < outputs.length; output++) {
      largest = outputs[output] > outputs[largest] ? output : largest;
    }
    return largest;
  }
}
