package lockstep.matrix.simd;

import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import lockstep.matrix.ElementaryFunctions;

/**
 * The operations of {@link ElementaryFunctions} on four ordinary numbers at a time. What is
 * ordinary stands with each; for others the caller asks the scalar function.
 */
final class VectorFunctions {
  private static final LongVector EXPONENT_BIAS = LongVector.broadcast(LONGS, 1023);
  private static final LongVector MANTISSA =
      LongVector.broadcast(LONGS, ElementaryFunctions.MANTISSA);
  private static final LongVector INTEGER =
      LongVector.broadcast(LONGS, ElementaryFunctions.INTEGER_BITS);
  private static final LongVector SQRT_HALF =
      LongVector.broadcast(LONGS, ElementaryFunctions.SQRT_HALF_BITS);
  private static final LongVector OFFSET =
      LongVector.broadcast(
          LONGS, ElementaryFunctions.TWO_BITS - ElementaryFunctions.SQRT_HALF_BITS);

  private VectorFunctions() {}

  /** eˣ for |x| up to {@link ElementaryFunctions#EXP_ORDINARY}. */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector shifted = x.mul(ElementaryFunctions.LOG2_E).add(ElementaryFunctions.ROUNDER);
    DoubleVector k = shifted.sub(ElementaryFunctions.ROUNDER);
    DoubleVector high = x.sub(k.mul(ElementaryFunctions.LN2_HIGH));
    DoubleVector low = k.mul(ElementaryFunctions.LN2_LOW);
    DoubleVector r = high.sub(low);
    DoubleVector sum = r.add(1);
    DoubleVector rest = one().sub(sum).add(r).add(high.sub(r).sub(low));
    return sum.add(quadraticPart(r).add(rest)).mul(powerOfTwo(shifted));
  }

  private static DoubleVector quadraticPart(DoubleVector r) {
    DoubleVector s = r.mul(r);
    DoubleVector even =
        s.mul(ElementaryFunctions.P10)
            .add(ElementaryFunctions.P8)
            .mul(s)
            .add(ElementaryFunctions.P6)
            .mul(s)
            .add(ElementaryFunctions.P4)
            .mul(s)
            .add(ElementaryFunctions.P2);
    DoubleVector odd =
        s.mul(ElementaryFunctions.P9)
            .add(ElementaryFunctions.P7)
            .mul(s)
            .add(ElementaryFunctions.P5)
            .mul(s)
            .add(ElementaryFunctions.P3)
            .mul(s)
            .add(ElementaryFunctions.P1);
    return s.mul(ElementaryFunctions.P0).add(s.mul(odd.mul(r).add(even.mul(s))));
  }

  private static DoubleVector powerOfTwo(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .add(EXPONENT_BIAS)
        .lanewise(VectorOperators.LSHL, 52)
        .reinterpretAsDoubles();
  }

  /** ln x for normal positive x. */
  static DoubleVector log(DoubleVector x) {
    LongVector offset = x.reinterpretAsLongs().add(OFFSET);
    DoubleVector k =
        offset
            .lanewise(VectorOperators.LSHR, 52)
            .or(INTEGER)
            .reinterpretAsDoubles()
            .sub(ElementaryFunctions.INTEGER_BIAS);
    DoubleVector f = offset.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
    DoubleVector s = f.div(f.add(2));
    DoubleVector halfSquare = f.mul(0.5).mul(f);
    DoubleVector tail =
        halfSquare.sub(
            s.mul(halfSquare.add(logPolynomial(s.mul(s)))).add(k.mul(ElementaryFunctions.LN2_LOW)));
    DoubleVector high = k.mul(ElementaryFunctions.LN2_HIGH);
    DoubleVector sum = high.add(f);
    return sum.add(high.sub(sum).add(f).sub(tail));
  }

  private static DoubleVector logPolynomial(DoubleVector z) {
    DoubleVector w = z.mul(z);
    DoubleVector even =
        w.mul(ElementaryFunctions.Q6)
            .add(ElementaryFunctions.Q4)
            .mul(w)
            .add(ElementaryFunctions.Q2)
            .mul(w)
            .add(ElementaryFunctions.Q0);
    DoubleVector odd =
        w.mul(ElementaryFunctions.Q5)
            .add(ElementaryFunctions.Q3)
            .mul(w)
            .add(ElementaryFunctions.Q1);
    return odd.mul(z).add(even).mul(z);
  }

  /** The sigmoid from {@link ElementaryFunctions#SIGMOID_SMALL} to its negative. */
  static DoubleVector sigmoid(DoubleVector z) {
    return one().div(exp(z.neg()).add(1));
  }

  /** tanh x for |x| up to {@link ElementaryFunctions#TANH_SATURATED}. */
  static DoubleVector tanh(DoubleVector x) {
    DoubleVector magnitude = x.abs();
    DoubleVector y = magnitude.add(magnitude);
    DoubleVector shifted = y.mul(ElementaryFunctions.LOG2_E).add(ElementaryFunctions.ROUNDER);
    DoubleVector k = shifted.sub(ElementaryFunctions.ROUNDER);
    DoubleVector high = y.sub(k.mul(ElementaryFunctions.LN2_HIGH));
    DoubleVector low = k.mul(ElementaryFunctions.LN2_LOW);
    DoubleVector r = high.sub(low);
    DoubleVector power = powerOfTwo(shifted);
    DoubleVector tail = power.mul(quadraticPart(r).add(high.sub(r).sub(low)));
    DoubleVector value = quotient(power.sub(1), power.mul(r), tail);
    LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
    return value.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
  }

  private static DoubleVector quotient(DoubleVector whole, DoubleVector linear, DoubleVector tail) {
    DoubleVector sum = whole.add(linear);
    DoubleVector rest = whole.sub(sum).add(linear).add(tail);
    DoubleVector m = sum.add(rest);
    DoubleVector divisor = m.add(2);
    DoubleVector quotient = m.div(divisor);
    DoubleVector added = divisor.sub(2);
    DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
    DoubleVector divisorRest = two.sub(divisor.sub(added)).add(m.sub(added));
    DoubleVector ownRest = sum.sub(m).add(rest);
    DoubleVector cutOff = ownRest.sub(quotient.mul(ownRest.add(divisorRest)));
    return quotient.add(cutOff.mul(one().sub(quotient).mul(0.5)));
  }

  private static DoubleVector one() {
    return DoubleVector.broadcast(DOUBLES, 1);
  }
}
