package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.data.Part;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.network.ClassRule;
import lockstep.network.Softmax;

/**
 * How many samples of two classes are at or above each threshold, from the highest one down. It
 * begins above all outputs, with none.
 *
 * @param part which part of the data
 * @param thresholds descending, the first infinite; each other one is the output of some sample
 * @param falsePositives how many negative samples are at or above each threshold
 * @param truePositives how many positive ones
 */
record RocCurve(Part part, double[] thresholds, long[] falsePositives, long[] truePositives) {
  /** The header of the file with all thresholds. */
  static final List<String> COLUMNS =
      List.of("part", "threshold", "false_positive_rate", "true_positive_rate");

  /** A step of a curve that is smaller than this share of both axes is not drawn by itself. */
  private static final double SMALLEST_STEP = 1.0 / 400;

  /** The curve of every part that has both classes and finite scores; none unless asked for. */
  static List<RocCurve> of(ReportInput input) {
    if (!input.spec().analysis().rocCurve()) {
      return List.of();
    }
    return input.result().data().parts().stream()
        .map(part -> of(input, part))
        .filter(RocCurve::isCurve)
        .toList();
  }

  private static RocCurve of(ReportInput input, Part part) {
    Samples samples = input.result().data().part(part).orElseThrow();
    DenseMatrix targets = DenseMatrix.transposeOf(samples.targets());
    DenseMatrix outputs = DenseMatrix.transposeOf(input.network().apply(samples.inputs()));
    List<?> activations = input.spec().network().activations();
    boolean softmax = activations.get(activations.size() - 1) instanceof Softmax;
    ClassRule rule = input.spec().training().loss().classRule();
    double[][] scored = new double[samples.count()][];
    for (int sample = 0; sample < scored.length; sample++) {
      double score = ClassRule.scoreOf(outputs, sample, softmax);
      scored[sample] = new double[] {score + 0.0, rule.classOfTarget(targets, sample)};
    }
    Arrays.sort(scored, (one, other) -> Double.compare(other[0], one[0]));
    return of(part, scored);
  }

  /** From pairs of score and class, the highest score first. */
  private static RocCurve of(Part part, double[][] scored) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {Double.POSITIVE_INFINITY, 0, 0});
    long[] above = new long[2];
    for (int i = 0; i < scored.length; i++) {
      above[scored[i][1] == 1 ? 1 : 0]++;
      if (i + 1 == scored.length || scored[i + 1][0] != scored[i][0]) {
        points.add(new double[] {scored[i][0], above[0], above[1]});
      }
    }
    return new RocCurve(
        part,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToLong(point -> (long) point[1]).toArray(),
        points.stream().mapToLong(point -> (long) point[2]).toArray());
  }

  private boolean isCurve() {
    boolean numbers = Arrays.stream(thresholds).noneMatch(Double::isNaN);
    return numbers && negatives() > 0 && positives() > 0;
  }

  private long negatives() {
    return falsePositives[falsePositives.length - 1];
  }

  private long positives() {
    return truePositives[truePositives.length - 1];
  }

  /** The area under the curve, from whole numbers of pairs: the metric roc_auc. */
  double area() {
    long halves = 0;
    for (int i = 1; i < thresholds.length; i++) {
      halves +=
          (falsePositives[i] - falsePositives[i - 1]) * (truePositives[i] + truePositives[i - 1]);
    }
    return halves / (2.0 * negatives() * positives());
  }

  private double falseRate(int at) {
    return (double) falsePositives[at] / negatives();
  }

  private double trueRate(int at) {
    return (double) truePositives[at] / positives();
  }

  /** The places that a drawing needs: the ends, and wherever the curve has moved visibly. */
  int[] drawn() {
    List<Integer> places = new ArrayList<>(List.of(0));
    for (int at = 1; at < thresholds.length; at++) {
      int last = places.get(places.size() - 1);
      boolean moved =
          falseRate(at) - falseRate(last) >= SMALLEST_STEP
              || trueRate(at) - trueRate(last) >= SMALLEST_STEP;
      if (moved || at == thresholds.length - 1) {
        places.add(at);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  double[] falseRates(int[] places) {
    return Arrays.stream(places).mapToDouble(this::falseRate).toArray();
  }

  double[] trueRates(int[] places) {
    return Arrays.stream(places).mapToDouble(this::trueRate).toArray();
  }

  /** All thresholds of all curves. */
  static void table(List<RocCurve> curves, Appendable out) throws IOException {
    Csv csv = Csv.headed(out, COLUMNS);
    for (RocCurve curve : curves) {
      for (int at = 0; at < curve.thresholds().length; at++) {
        csv.row(
            List.of(
                curve.part().word(),
                Csv.number(curve.thresholds()[at]),
                Csv.number(curve.falseRate(at)),
                Csv.number(curve.trueRate(at))));
      }
    }
  }
}
