package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.data.Teacher;

/** The keys of {@code generator: teacher}. */
final class TeacherKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Teacher.DEFAULT_SAMPLES);
  private static final Type<Integer> UNITS = Whole.small(1, Teacher.MOST_UNITS);

  private static final Key<List<Integer>> LAYERS =
      Key.of(
          "layers",
          ListOf.between(
              2, NetworkKeys.MOST_LAYERS, "a list of whole numbers " + UNITS.range() + ",", UNITS),
          "The units of each layer of the network that makes the targets, the inputs first.",
          "[4, 8, 1]");

  private static final Key<Teacher.Activation> ACTIVATION =
      Key.of(
              "activation",
              Words.of(Teacher.Activation.class),
              "The activation of its hidden layers.",
              "relu")
          .byDefault(Teacher.DEFAULT_ACTIVATION);

  private static final Key<Double> GAIN =
      Key.of(
              "gain",
              new Real(Range.above(0)),
              "Weights and biases of a layer are normal with the standard deviation gain / sqrt(in).",
              "1")
          .byDefault(Teacher.DEFAULT_GAIN);

  private static final Key<Teacher.Targets> TARGETS =
      Key.of(
              "targets",
              Words.of(Teacher.Targets.class),
              "What is made of its outputs: the targets themselves (values), or the class of the"
                  + " largest, of one output whether it is above 0 (classes).",
              "classes")
          .byDefault(Teacher.DEFAULT_TARGETS);

  private static final Key<Double> NOISE =
      Key.of(
              "noise",
              new Real(Range.atLeast(0)),
              "The standard deviation of normal noise on each output; 0 draws nothing.",
              "0.1")
          .byDefault(Teacher.DEFAULT_NOISE);

  static final Block<Teacher> BLOCK =
      Block.of(Teacher.class)
          .with(SAMPLES, Teacher::samples)
          .with(LAYERS, Teacher::layers)
          .with(ACTIVATION, Teacher::activation)
          .with(GAIN, Teacher::gain)
          .with(TARGETS, Teacher::targets)
          .with(NOISE, Teacher::noise)
          .make(
              v ->
                  new Teacher(
                      v.of(SAMPLES),
                      v.of(LAYERS),
                      v.of(ACTIVATION),
                      v.of(GAIN),
                      v.of(TARGETS),
                      v.of(NOISE)));

  private TeacherKeys() {}
}
