package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.data.Part;
import lockstep.data.Samples;
import lockstep.matrix.DenseMatrix;
import lockstep.network.ClassRule;

/**
 * The classes of the samples of one part of the data, and those that the trained network predicts.
 *
 * @param part which part
 * @param classes how many classes there are, at least 2
 * @param counts the number of samples by actual class · classes + predicted class; none is 0
 */
record Confusion(Part part, int classes, SortedMap<Long, Long> counts) {
  /** So many classes are shown; a file has all of them. */
  static final int MOST_SHOWN = 10;

  /** The header of the file with all counts. */
  static final List<String> COLUMNS = List.of("part", "actual", "predicted", "samples");

  /** The confusion of every part, in the order of the parts; none unless it was asked for. */
  static List<Confusion> of(ReportInput input) {
    if (!input.spec().analysis().confusionMatrix()) {
      return List.of();
    }
    return input.result().data().parts().stream().map(part -> of(input, part)).toList();
  }

  private static Confusion of(ReportInput input, Part part) {
    Samples samples = input.result().data().part(part).orElseThrow();
    DenseMatrix targets = DenseMatrix.transposeOf(samples.targets());
    DenseMatrix outputs = DenseMatrix.transposeOf(input.network().apply(samples.inputs()));
    ClassRule rule = input.spec().training().loss().classRule();
    int classes = Math.max(2, targets.getRowDimension());
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (int sample = 0; sample < samples.count(); sample++) {
      long actual = rule.classOfTarget(targets, sample);
      counts.merge(actual * classes + rule.classOf(outputs, sample), 1L, Long::sum);
    }
    return new Confusion(part, classes, counts);
  }

  /** How many classes are shown. */
  int shown() {
    return Math.min(classes, MOST_SHOWN);
  }

  long count(int actual, int predicted) {
    return counts.getOrDefault((long) actual * classes + predicted, 0L);
  }

  /** The samples of a class. */
  long total(int actual) {
    long from = (long) actual * classes;
    return counts.subMap(from, from + classes).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The samples that are predicted to be of their class. */
  long right() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() / classes == entry.getKey() % classes)
        .mapToLong(SortedMap.Entry::getValue)
        .sum();
  }

  /** All samples. */
  long samples() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The counts of the classes that are shown, actual x predicted. */
  long[][] matrix() {
    long[][] matrix = new long[shown()][shown()];
    for (int actual = 0; actual < shown(); actual++) {
      for (int predicted = 0; predicted < shown(); predicted++) {
        matrix[actual][predicted] = count(actual, predicted);
      }
    }
    return matrix;
  }

  /** All counts that are not 0, by part, actual and predicted class. */
  static void table(List<Confusion> parts, Appendable out) throws IOException {
    Csv csv = Csv.headed(out, COLUMNS);
    for (Confusion confusion : parts) {
      for (SortedMap.Entry<Long, Long> entry : confusion.counts().entrySet()) {
        List<String> cells = new ArrayList<>(List.of(confusion.part().word()));
        cells.add(Long.toString(entry.getKey() / confusion.classes()));
        cells.add(Long.toString(entry.getKey() % confusion.classes()));
        cells.add(Long.toString(entry.getValue()));
        csv.row(cells);
      }
    }
  }
}
