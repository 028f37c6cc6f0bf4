package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import lockstep.data.Part;
import lockstep.report.figure.ConfusionFigure;
import lockstep.report.figure.Labels;
import lockstep.report.figure.RocFigure;

/** Which classes a trained network takes for which: tables, figures and files. */
final class ClassesSection {
  private static final String CONFUSION = "confusion_matrix";
  private static final String ROC = "roc_curve";

  /** The file with all counts. */
  static final String CONFUSION_TABLE = CONFUSION + ".csv";

  /** The file with all thresholds. */
  static final String ROC_TABLE = ROC + ".csv";

  private final List<Confusion> confusions;
  private final List<RocCurve> curves;

  private ClassesSection(ReportInput input) {
    this.confusions = Confusion.of(input);
    this.curves = RocCurve.of(input);
  }

  static ClassesSection of(ReportInput input) {
    return new ClassesSection(input);
  }

  /** The files with all counts and thresholds. */
  void addTables(SortedMap<String, Content> files) {
    if (!confusions.isEmpty()) {
      files.put(CONFUSION_TABLE, Content.of(out -> Confusion.table(confusions, out)));
    }
    if (!curves.isEmpty()) {
      files.put(ROC_TABLE, Content.of(out -> RocCurve.table(curves, out)));
    }
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    confusions.forEach(confusion -> figures.add(figure(confusion)));
    if (!curves.isEmpty()) {
      figures.add(rocFigure());
    }
    return figures;
  }

  private static Figure figure(Confusion confusion) {
    String words = "Confusion matrix, " + word(confusion.part()) + " part";
    boolean cut = confusion.classes() > confusion.shown();
    String shown = " (classes 0 to " + (confusion.shown() - 1) + ")";
    String description =
        words
            + ": "
            + confusion.right()
            + " of "
            + Digits.counted(confusion.samples(), "sample")
            + " are predicted to be of their class."
            + cut(confusion, "");
    Labels labels =
        new Labels(words + (cut ? shown : ""), description, "predicted class", "actual class");
    long[] totals = IntStream.range(0, confusion.shown()).mapToLong(confusion::total).toArray();
    return Figures.figure(
        confusion.part().column(CONFUSION),
        labels,
        () -> new ConfusionFigure(labels, confusion.matrix(), totals).svg());
  }

  /** What is not shown, if anything is. */
  private static String cut(Confusion confusion, String pointer) {
    int classes = confusion.classes();
    return classes > confusion.shown()
        ? " Classes 0 to "
            + (confusion.shown() - 1)
            + " of "
            + classes
            + " are shown"
            + pointer
            + "."
        : "";
  }

  private Figure rocFigure() {
    List<String> areas =
        curves.stream()
            .map(curve -> word(curve.part()) + ": area " + Digits.rounded(curve.area()))
            .toList();
    String description =
        "The share of positive samples at or above each threshold over that of negative ones. "
            + Story.capital(String.join("; ", areas))
            + ".";
    Labels labels =
        new Labels("ROC curve", description, "false positive rate", "true positive rate");
    List<RocFigure.Curve> drawn = new ArrayList<>();
    for (int index = 0; index < curves.size(); index++) {
      RocCurve curve = curves.get(index);
      int[] places = curve.drawn();
      drawn.add(
          new RocFigure.Curve(
              areas.get(index),
              curve.falseRates(places),
              curve.trueRates(places),
              Figures.colour(curve.part())));
    }
    return Figures.figure(ROC, labels, () -> new RocFigure(labels, drawn).svg());
  }

  /** The tables; nothing if they were not asked for. */
  String text() {
    if (confusions.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Confusion matrix\n\n");
    text.append("A row for each actual class, a column for each predicted one.");
    text.append(cut(confusions.get(0), "; [confusion_matrix.csv](confusion_matrix.csv) has all"));
    for (Confusion confusion : confusions) {
      text.append("\n\n").append(title(confusion)).append("\n\n").append(table(confusion));
    }
    return text.toString();
  }

  private static String word(Part part) {
    return part == Part.TRAIN ? "training" : part.word();
  }

  private static String title(Confusion confusion) {
    String word = Story.capital(word(confusion.part()));
    String counted = Digits.counted(confusion.samples(), "sample");
    return word + " part, " + confusion.right() + " of " + counted + " right:";
  }

  private static String table(Confusion confusion) {
    List<String> header = new ArrayList<>(List.of("actual"));
    IntStream.range(0, confusion.shown()).forEach(number -> header.add("predicted " + number));
    header.add("samples");
    header.add("recall");
    MarkdownTable table =
        new MarkdownTable("r".repeat(header.size()), header.toArray(String[]::new));
    for (int actual = 0; actual < confusion.shown(); actual++) {
      List<String> cells = new ArrayList<>(List.of("**" + actual + "**"));
      for (int predicted = 0; predicted < confusion.shown(); predicted++) {
        cells.add(Long.toString(confusion.count(actual, predicted)));
      }
      long total = confusion.total(actual);
      cells.add(Long.toString(total));
      double recall = (double) confusion.count(actual, actual) / total;
      cells.add(total == 0 ? "" : Digits.rounded(recall));
      table.row(cells);
    }
    return table.toString().strip();
  }
}
