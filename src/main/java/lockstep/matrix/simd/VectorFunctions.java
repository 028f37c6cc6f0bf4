package lockstep.matrix.simd;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static lockstep.matrix.ElementaryFunctions.INTEGER_BIAS;
import static lockstep.matrix.ElementaryFunctions.INTEGER_BITS;
import static lockstep.matrix.ElementaryFunctions.MANTISSA;
import static lockstep.matrix.ElementaryFunctions.SIGMOID_SMALL;
import static lockstep.matrix.ElementaryFunctions.SQRT_HALF_BITS;
import static lockstep.matrix.ElementaryFunctions.TANH_SATURATED;
import static lockstep.matrix.ElementaryFunctions.TWO_BITS;
import static lockstep.matrix.simd.Constants.FOURFOLD;
import static lockstep.matrix.simd.Constants.LN2_HIGH;
import static lockstep.matrix.simd.Constants.LN2_LOW;
import static lockstep.matrix.simd.Constants.LOG2_E;
import static lockstep.matrix.simd.Constants.P0;
import static lockstep.matrix.simd.Constants.P1;
import static lockstep.matrix.simd.Constants.P10;
import static lockstep.matrix.simd.Constants.P2;
import static lockstep.matrix.simd.Constants.P3;
import static lockstep.matrix.simd.Constants.P4;
import static lockstep.matrix.simd.Constants.P5;
import static lockstep.matrix.simd.Constants.P6;
import static lockstep.matrix.simd.Constants.P7;
import static lockstep.matrix.simd.Constants.P8;
import static lockstep.matrix.simd.Constants.P9;
import static lockstep.matrix.simd.Constants.Q0;
import static lockstep.matrix.simd.Constants.Q1;
import static lockstep.matrix.simd.Constants.Q2;
import static lockstep.matrix.simd.Constants.Q3;
import static lockstep.matrix.simd.Constants.Q4;
import static lockstep.matrix.simd.Constants.Q5;
import static lockstep.matrix.simd.Constants.Q6;
import static lockstep.matrix.simd.Constants.ROUNDER;
import static lockstep.matrix.simd.Lanes.DOUBLES;
import static lockstep.matrix.simd.Lanes.WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import lockstep.matrix.CrossEntropy;
import lockstep.matrix.ElementaryFunctions;

/**
 * The operations of {@link ElementaryFunctions} on four numbers at a time. Where one of the four is
 * not ordinary, the scalar function computes them all.
 *
 * <p>Each loop is written out in one method on purpose: a vector that is handed from one compiled
 * method to another becomes an object, which costs ten times what its arithmetic costs.
 */
final class VectorFunctions {
  private VectorFunctions() {}

  /** The sigmoid; ordinary are the numbers from {@link #SIGMOID_SMALL} to its negative. */
  static void sigmoid(double[] z, double[] a) {
    int whole = z.length - z.length % WIDTH;
    DoubleVector one = broadcast(DOUBLES, 1);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = fromArray(DOUBLES, z, i).neg();
      if (!x.abs().compare(VectorOperators.LE, -SIGMOID_SMALL).allTrue()) {
        scalarSigmoid(z, a, i, i + WIDTH);
        continue;
      }
      DoubleVector shifted =
          x.mul(fromArray(DOUBLES, FOURFOLD, LOG2_E)).add(fromArray(DOUBLES, FOURFOLD, ROUNDER));
      DoubleVector k = shifted.sub(fromArray(DOUBLES, FOURFOLD, ROUNDER));
      DoubleVector high = x.sub(k.mul(fromArray(DOUBLES, FOURFOLD, LN2_HIGH)));
      DoubleVector low = k.mul(fromArray(DOUBLES, FOURFOLD, LN2_LOW));
      DoubleVector r = high.sub(low);
      DoubleVector square = r.mul(r);
      DoubleVector even =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P10))
              .add(fromArray(DOUBLES, FOURFOLD, P8))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P6))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P4));
      even = even.mul(square).add(fromArray(DOUBLES, FOURFOLD, P2));
      DoubleVector odd =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P9))
              .add(fromArray(DOUBLES, FOURFOLD, P7))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P5))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P3));
      odd = odd.mul(square).add(fromArray(DOUBLES, FOURFOLD, P1));
      DoubleVector quadratic =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P0))
              .add(square.mul(odd.mul(r).add(even.mul(square))));
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(1023)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector sum = one.add(r);
      DoubleVector rest = one.sub(sum).add(r).add(high.sub(r).sub(low));
      DoubleVector exp = sum.add(quadratic.add(rest)).mul(power);
      one.div(one.add(exp)).intoArray(a, i);
    }
    scalarSigmoid(z, a, whole, z.length);
  }

  private static void scalarSigmoid(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = ElementaryFunctions.sigmoid(z[i]);
    }
  }

  /** tanh; ordinary are the numbers up to {@link #TANH_SATURATED}. */
  static void tanh(double[] z, double[] a) {
    int whole = z.length - z.length % WIDTH;
    DoubleVector two = broadcast(DOUBLES, 2);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector x = fromArray(DOUBLES, z, i);
      DoubleVector y = x.abs().add(x.abs());
      if (!y.compare(VectorOperators.LE, 2 * TANH_SATURATED).allTrue()) {
        scalarTanh(z, a, i, i + WIDTH);
        continue;
      }
      DoubleVector shifted =
          y.mul(fromArray(DOUBLES, FOURFOLD, LOG2_E)).add(fromArray(DOUBLES, FOURFOLD, ROUNDER));
      DoubleVector k = shifted.sub(fromArray(DOUBLES, FOURFOLD, ROUNDER));
      DoubleVector high = y.sub(k.mul(fromArray(DOUBLES, FOURFOLD, LN2_HIGH)));
      DoubleVector low = k.mul(fromArray(DOUBLES, FOURFOLD, LN2_LOW));
      DoubleVector r = high.sub(low);
      DoubleVector square = r.mul(r);
      DoubleVector even =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P10))
              .add(fromArray(DOUBLES, FOURFOLD, P8))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P6))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P4));
      even = even.mul(square).add(fromArray(DOUBLES, FOURFOLD, P2));
      DoubleVector odd =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P9))
              .add(fromArray(DOUBLES, FOURFOLD, P7))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P5))
              .mul(square)
              .add(fromArray(DOUBLES, FOURFOLD, P3));
      odd = odd.mul(square).add(fromArray(DOUBLES, FOURFOLD, P1));
      DoubleVector quadratic =
          square
              .mul(fromArray(DOUBLES, FOURFOLD, P0))
              .add(square.mul(odd.mul(r).add(even.mul(square))));
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(1023)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector tail = power.mul(quadratic.add(high.sub(r).sub(low)));
      DoubleVector wholePower = power.sub(1);
      DoubleVector linear = power.mul(r);
      DoubleVector sum = wholePower.add(linear);
      DoubleVector rest = wholePower.sub(sum).add(linear).add(tail);
      DoubleVector m = sum.add(rest);
      DoubleVector divisor = two.add(m);
      DoubleVector quotient = m.div(divisor);
      DoubleVector added = divisor.sub(2);
      DoubleVector divisorRest = two.sub(divisor.sub(added)).add(m.sub(added));
      DoubleVector ownRest = sum.sub(m).add(rest);
      DoubleVector cutOff = ownRest.sub(quotient.mul(ownRest.add(divisorRest)));
      DoubleVector reciprocal = broadcast(DOUBLES, 1).sub(quotient).mul(0.5);
      quotient
          .add(cutOff.mul(reciprocal))
          .reinterpretAsLongs()
          .or(x.reinterpretAsLongs().and(Long.MIN_VALUE))
          .reinterpretAsDoubles()
          .intoArray(a, i);
    }
    scalarTanh(z, a, whole, z.length);
  }

  private static void scalarTanh(double[] z, double[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = ElementaryFunctions.tanh(z[i]);
    }
  }

  /** The cross-entropies; ordinary are targets of 0 and 1, and outputs from -0.5 to 1.5. */
  static void crossEntropies(double[] outputs, double[] targets, double clip, double[] losses) {
    int whole = clip >= Double.MIN_NORMAL ? outputs.length - outputs.length % WIDTH : 0;
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector a = fromArray(DOUBLES, outputs, i);
      DoubleVector y = fromArray(DOUBLES, targets, i);
      VectorMask<Double> ones = y.compare(VectorOperators.EQ, 1);
      VectorMask<Double> hard = ones.or(y.compare(VectorOperators.EQ, 0));
      if (!hard.and(a.sub(0.5).abs().compare(VectorOperators.LE, 1)).allTrue()) {
        scalarCrossEntropies(outputs, targets, clip, losses, i, i + WIDTH);
        continue;
      }
      DoubleVector p = broadcast(DOUBLES, 1).sub(a).blend(a, ones);
      DoubleVector x = p.blend(clip, p.compare(VectorOperators.LT, clip));
      LongVector offset = x.reinterpretAsLongs().add(TWO_BITS - SQRT_HALF_BITS);
      DoubleVector k =
          offset
              .lanewise(VectorOperators.LSHR, 52)
              .or(INTEGER_BITS)
              .reinterpretAsDoubles()
              .sub(INTEGER_BIAS);
      DoubleVector f = offset.and(MANTISSA).add(SQRT_HALF_BITS).reinterpretAsDoubles().sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector w = z.mul(z);
      DoubleVector even =
          w.mul(fromArray(DOUBLES, FOURFOLD, Q6))
              .add(fromArray(DOUBLES, FOURFOLD, Q4))
              .mul(w)
              .add(fromArray(DOUBLES, FOURFOLD, Q2))
              .mul(w)
              .add(fromArray(DOUBLES, FOURFOLD, Q0));
      DoubleVector odd =
          w.mul(fromArray(DOUBLES, FOURFOLD, Q5))
              .add(fromArray(DOUBLES, FOURFOLD, Q3))
              .mul(w)
              .add(fromArray(DOUBLES, FOURFOLD, Q1));
      DoubleVector series = odd.mul(z).add(even).mul(z);
      DoubleVector halfSquare = f.mul(0.5).mul(f);
      DoubleVector tail =
          halfSquare.sub(
              s.mul(halfSquare.add(series)).add(k.mul(fromArray(DOUBLES, FOURFOLD, LN2_LOW))));
      DoubleVector high = k.mul(fromArray(DOUBLES, FOURFOLD, LN2_HIGH));
      DoubleVector sum = high.add(f);
      sum.add(high.sub(sum).add(f).sub(tail)).neg().intoArray(losses, i);
    }
    scalarCrossEntropies(outputs, targets, clip, losses, whole, outputs.length);
  }

  private static void scalarCrossEntropies(
      double[] outputs, double[] targets, double clip, double[] losses, int from, int to) {
    for (int i = from; i < to; i++) {
      losses[i] = CrossEntropy.of(outputs[i], targets[i], clip);
    }
  }
}
