package lockstep.matrix;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import lockstep.decimal.ShortestDecimal;

/**
 * Where a function is looked at: numbers drawn one by one.
 *
 * @param name what the numbers have in common, for a table
 */
record Points(String name, ToDoubleFunction<SplittableRandom> draw) {

  /** Evenly between two numbers. */
  static Points between(double low, double high) {
    return new Points(
        String.format(Locale.ROOT, "%s to %s", shortText(low), shortText(high)),
        random -> low + (high - low) * random.nextDouble());
  }

  /** Either sign, with binary exponents spread evenly; -1074 stands for the smallest number. */
  static Points exponents(int lowest, int highest) {
    return new Points(
        "±2^" + lowest + " to ±2^" + (highest + 1),
        random -> sign(random) * magnitude(random, lowest, highest));
  }

  /** Above 0, with binary exponents spread evenly. */
  static Points positiveExponents(int lowest, int highest) {
    return new Points(
        "2^" + lowest + " to 2^" + (highest + 1), random -> magnitude(random, lowest, highest));
  }

  /** At distances of 2^lowest to 2^highest on both sides of a number. */
  static Points around(double center, int lowest, int highest) {
    return new Points(
        shortText(center) + " ± 2^" + lowest + " to 2^" + highest,
        random -> center + sign(random) * magnitude(random, lowest, highest));
  }

  /**
   * Around (n + ½) · step for whole n, where a function goes from one reduced argument to the next.
   */
  static Points aroundHalves(double step, int count) {
    return new Points(
        step < 1 ? "around odd multiples of ln 2 / 2" : "around odd multiples of π / 4",
        random ->
            (random.nextInt(-count, count) + 0.5) * step
                + sign(random) * magnitude(random, -50, -20));
  }

  /** Whole multiples of a step, as close as a double comes, and a few doubles beside it. */
  static Points nearMultiples(double step, int count) {
    return new Points(
        "close to multiples of π / 2",
        random -> {
          double multiple = random.nextInt(1, count) * step;
          return sign(random) * (multiple + random.nextInt(-3, 4) * Math.ulp(multiple));
        });
  }

  /** The same, mirrored at a lowest number. */
  Points above(double lowest) {
    return new Points(name, random -> lowest + Math.abs(draw.applyAsDouble(random) - lowest));
  }

  private static double magnitude(SplittableRandom random, int lowest, int highest) {
    return Math.scalb(1 + random.nextDouble(), random.nextInt(lowest, highest + 1));
  }

  private static double sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static String shortText(double value) {
    return ShortestDecimal.format(value);
  }
}
