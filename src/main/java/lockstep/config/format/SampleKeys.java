package lockstep.config.format;

import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.data.ClassSizes;

/** The keys that several generators have, each with a default of its own. */
final class SampleKeys {
  /** Numbers too large for any computer are read too: what they would need is then told. */
  static final Whole COUNTS = new Whole(1, Long.MAX_VALUE);

  private static final Type<Long> SIZE =
      Mapped.of(Long.class, Whole.size(1), Integer::longValue, Math::toIntExact);

  private SampleKeys() {}

  static Key<Long> samples(long byDefault) {
    return Key.of("samples", COUNTS, "How many samples are made.", "1000").byDefault(byDefault);
  }

  /** How many samples: of both classes together, or of each. */
  static Key<ClassSizes> samplesOfTwo(long byDefault) {
    return Key.of(
            "samples",
            sizes(2, 2, "of the two classes"),
            "How many samples: of both classes" + " together, or of each.",
            "1000")
        .byDefault(new ClassSizes.Total(byDefault));
  }

  /**
   * A number of samples, or a list with a number for each class.
   *
   * @param fewest the fewest numbers of a list
   * @param most the most numbers of a list
   * @param each what each number is for
   */
  static Type<ClassSizes> sizes(int fewest, int most, String each) {
    String list = "a list with one number " + SIZE.range() + " for each " + each;
    return new ListOr<>(
        Mapped.of(ClassSizes.class, COUNTS, ClassSizes.Total::new, ClassSizes::total),
        Mapped.of(
            ClassSizes.class,
            new ListOf<>(list, SIZE, new ListOf.Length(fewest, most), false),
            ClassSizes.PerClass::new,
            sizes -> ((ClassSizes.PerClass) sizes).sizes()),
        ClassSizes.Total.class::isInstance);
  }

  static Key<Double> noise(double byDefault) {
    return Key.of(
            "noise",
            new Real(Range.atLeast(0)),
            "The standard deviation of normal noise on each coordinate, or on the target of a"
                + " regression; 0 draws nothing.",
            "0.1")
        .byDefault(byDefault);
  }

  static Key<Boolean> shuffle(boolean byDefault) {
    return Key.of("shuffle", Words.TRUTH, "Whether the samples come in random order.", "false")
        .byDefault(byDefault);
  }
}
