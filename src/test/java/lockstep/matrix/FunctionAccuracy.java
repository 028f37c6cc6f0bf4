package lockstep.matrix;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import lockstep.decimal.ShortestDecimal;

/** How far each function is from the true value, over its whole range. */
enum FunctionAccuracy {
  EXP(
      ElementaryFunctions::exp,
      ExactValue::exp,
      DecimalFunctions::exp,
      0.7,
      Points.between(-708, 709.7827),
      Points.between(-1, 1),
      Points.aroundHalves(0x1.62e42fefa39efp-1, 1000),
      Points.exponents(-1074, 5)),

  /** Where the result is rounded once more, to a subnormal number. */
  EXP_SUBNORMAL(
      ElementaryFunctions::exp,
      ExactValue::exp,
      DecimalFunctions::exp,
      1,
      Points.between(-745.1, -708)),

  LOG(
      ElementaryFunctions::log,
      ExactValue::log,
      DecimalFunctions::log,
      0.9,
      Points.positiveExponents(-1074, -1023),
      Points.positiveExponents(-1022, 1023),
      Points.between(0.4, 2.5),
      Points.around(1, -53, -3),
      Points.around(0x1.6a09e667f3bcdp-1, -50, -20),
      Points.around(0x1.6a09e667f3bcdp+0, -50, -20)),

  TANH(
      ElementaryFunctions::tanh,
      ExactValue::tanh,
      DecimalFunctions::tanh,
      1.5,
      Points.exponents(-1074, -31),
      Points.exponents(-30, 4),
      Points.between(-1, 1),
      Points.between(-23, 23)),

  SIGMOID(
      ElementaryFunctions::sigmoid,
      ExactValue::sigmoid,
      DecimalFunctions::sigmoid,
      2,
      Points.between(-745.1, -708),
      Points.between(-708, 40),
      Points.between(-40, 2),
      Points.exponents(-24, -3),
      Points.around(-36, -45, 0),
      Points.exponents(-1074, 5)),

  ERF(
      ErrorFunction::erf,
      ExactValue::erf,
      DecimalFunctions::erf,
      1.5,
      Points.exponents(-1074, -31),
      Points.exponents(-30, 1),
      Points.between(-1, 1),
      Points.between(-6.5, 6.5),
      Points.around(1, -52, -4)),

  EXPM1(
      ElementaryFunctions::expm1,
      ExactValue::expm1,
      DecimalFunctions::expm1,
      1,
      Points.exponents(-1074, -31),
      Points.exponents(-30, 4),
      Points.between(-1, 1),
      Points.between(-45, 45),
      Points.between(45, 709.7827),
      Points.aroundHalves(0x1.62e42fefa39efp-1, 50)),

  LOG1P(
      ElementaryFunctions::log1p,
      ExactValue::log1p,
      DecimalFunctions::log1p,
      0.9,
      Points.positiveExponents(-1074, -31),
      Points.positiveExponents(-30, 1023),
      Points.between(-0.999, 2),
      Points.around(-1, -53, -3).above(-1),
      Points.around(-0x1.2bec333018867p-2, -50, -3),
      Points.around(0x1.a827999fcef32p-2, -50, -3)),

  SIN(
      TrigonometricFunctions::sin,
      ExactValue::sin,
      DecimalFunctions::sin,
      1,
      Points.exponents(-1074, -31),
      Points.exponents(-30, 19),
      Points.exponents(20, 1023),
      Points.between(-10, 10),
      Points.aroundHalves(0x1.921fb54442d18p+0, 1000),
      Points.nearMultiples(0x1.921fb54442d18p+0, 600_000)),

  COS(
      TrigonometricFunctions::cos,
      ExactValue::cos,
      DecimalFunctions::cos,
      1,
      Points.exponents(-1074, -31),
      Points.exponents(-30, 19),
      Points.exponents(20, 1023),
      Points.between(-10, 10),
      Points.aroundHalves(0x1.921fb54442d18p+0, 1000),
      Points.nearMultiples(0x1.921fb54442d18p+0, 600_000));

  private static final long SEED = 20_261_122;

  private final DoubleUnaryOperator function;
  private final DoubleFunction<ExactValue> exact;
  private final DoubleFunction<BigDecimal> decimal;
  private final double limit;
  private final List<Points> ranges;

  FunctionAccuracy(
      DoubleUnaryOperator function,
      DoubleFunction<ExactValue> exact,
      DoubleFunction<BigDecimal> decimal,
      double limit,
      Points... ranges) {
    this.function = function;
    this.exact = exact;
    this.decimal = decimal;
    this.limit = limit;
    this.ranges = List.of(ranges);
  }

  /** The error that no point may reach, in units in the last place. */
  double limit() {
    return limit;
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Where the function is looked at. */
  List<Points> ranges() {
    return ranges;
  }

  /** The true value to 30 digits. */
  ExactValue exactAt(double x) {
    return exact.apply(x);
  }

  /** The true value to 100 digits. */
  BigDecimal decimalAt(double x) {
    return decimal.apply(x);
  }

  /** The largest error among a number of points, always the same ones. */
  Worst worst(Points points, int count) {
    SplittableRandom random = new SplittableRandom(SEED + ordinal());
    Worst worst = new Worst(0, 0);
    for (int i = 0; i < count; i++) {
      double x = points.draw().applyAsDouble(random);
      double error = exact.apply(x).ulpsFrom(function.applyAsDouble(x));
      if (!(error <= worst.error)) {
        worst = new Worst(error, x);
      }
    }
    return worst;
  }

  /** Prints the table of all functions and ranges; the number of points in each is the argument. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    boolean kept = true;
    System.out.println("| function | arguments | largest error, ulp | at | limit of the tests |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (FunctionAccuracy each : values()) {
      for (Points points : each.ranges) {
        Worst worst = each.worst(points, count);
        kept &= worst.error < each.limit;
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.3f | %s | %s |%n",
            each.label(),
            points.name(),
            worst.error,
            ShortestDecimal.format(worst.at),
            ShortestDecimal.format(each.limit));
      }
    }
    System.out.printf(Locale.ROOT, "%n%d points a row, %s%n", count, kept ? "ok" : "FAILED");
    System.exit(kept ? 0 : 1);
  }

  /**
   * A point and the error there.
   *
   * @param error in units in the last place of the true value; NaN is the worst of all
   */
  record Worst(double error, double at) {}
}
