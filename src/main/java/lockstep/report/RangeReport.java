package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.report.figure.Labels;
import lockstep.report.figure.LineFigure;
import lockstep.report.figure.Lines;
import lockstep.report.figure.Shade;
import lockstep.search.RangeRun;
import lockstep.sweep.TrialRecord;
import lockstep.training.History;

/** The files that tell about a learning-rate range test. */
public final class RangeReport {
  /** The share of the figure's width that a label takes. */
  private static final double LABEL = 0.15;

  /** So many times the initial loss is high. */
  private static final double HIGH = 2;

  private static final double WIDTH_OF_A_LINE = 1.0001;

  private final RangeRun run;
  private final ReportInput input;
  private final RangeStory story;

  private RangeReport(RangeRun run, ReportInput input) {
    this.run = run;
    this.input = input;
    this.story = new RangeStory(run, input);
  }

  /** The report of a finished run, made with some version of the numerics. */
  public static RangeReport of(Experiment experiment, RangeRun run, String numerics) {
    Configuration configuration = Configuration.of(experiment, numerics);
    return new RangeReport(run, ReportInput.of(run.result(), List.of(), configuration));
  }

  /** What was found, in a sentence or two without markup. */
  public String sentence() {
    return story.answer().replace("**", "").replace("`", "");
  }

  /**
   * All files of the results folder, the manifest too. Equal inputs give equal contents on every
   * machine; nothing is written.
   *
   * @return contents by relative path, with {@code /} on every system; sorted
   */
  public SortedMap<String, Content> files() {
    SortedMap<String, Content> files = new TreeMap<>();
    List<Figure> figures = run.epochs() > 1 ? List.of(figure()) : List.of();
    Figure.addAll(figures, files);
    TrialRecord record = TrialRecord.of(input.result(), List.of(), input.spec().recording());
    TrialTables tables = TrialTables.of(record);
    files.put(
        ResultsLayout.SUMMARY, Content.of(out -> tables.summary(out, new TrialTables.Numbered())));
    files.put(ResultsLayout.HISTORY, Content.of(this::history));
    files.put(ResultsLayout.EXPERIMENT, Content.text(input.configuration().yaml()));
    Copies.add(input.spec(), files);
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.add(ResultsLayout.MANIFEST);
    files.put(ResultsLayout.REPORT, Content.text(markdown(figures, names)));
    files.put(ResultsLayout.MANIFEST, Manifest.content(input.configuration(), files));
    return files;
  }

  /** One row an epoch, with the learning rate of the update that led to it. */
  private void history(Appendable out) throws IOException {
    History history = input.history();
    List<String> header = new ArrayList<>(List.of("epoch", "learning_rate"));
    header.addAll(history.columns());
    Csv csv = Csv.headed(out, header);
    for (int epoch = 0; epoch <= history.lastEpoch(); epoch++) {
      List<String> cells = new ArrayList<>(List.of(epoch + ""));
      cells.add(epoch == 0 ? "" : Csv.number(run.rate(epoch)));
      for (double value : history.rows().get(epoch)) {
        cells.add(Csv.number(value));
      }
      csv.row(cells);
    }
  }

  private String markdown(List<Figure> figures, TreeSet<String> names) {
    return Report.joined(
        List.of(
            opening(),
            Report.figures(figures),
            story.method(),
            ConfiguredSection.text(input),
            ReproductionSection.text(input, names)));
  }

  private String opening() {
    List<String> parts = new ArrayList<>(Report.heading(input.spec()));
    parts.add(story.question());
    parts.add(story.answer());
    parts.add(story.ending());
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private Figure figure() {
    double[] rates = IntStream.rangeClosed(1, shown()).mapToDouble(run::rate).toArray();
    double[] losses = IntStream.rangeClosed(1, shown()).mapToDouble(run::loss).toArray();
    String unit =
        "loss after the epoch (" + ConfiguredSection.loss(input.spec().training().loss()) + ")";
    Labels labels =
        new Labels(
            "Loss over a growing learning rate",
            "Loss after each epoch over the epoch's learning rate. " + sentence(),
            "learning rate of the epoch",
            unit);
    List<Lines> lines = List.of(Lines.plain("loss", rates, losses, 0));
    return Figures.figure(
        "range_test", labels, () -> new LineFigure(labels, true, lines, shades()).svg());
  }

  /** The last epoch of the figure: what comes after a high loss would flatten all before it. */
  private int shown() {
    int epoch = run.lowest().orElse(1) + 1;
    while (epoch < run.epochs() && run.loss(epoch) <= HIGH * run.loss(0)) {
      epoch++;
    }
    return Math.min(epoch, run.epochs());
  }

  private List<Shade> shades() {
    List<Shade> shades = new ArrayList<>();
    boolean rises = !run.stillFalling() && run.lowest().isPresent();
    boolean together = rises && close(run.steepest().orElseThrow(), run.lowest().orElseThrow());
    run.steepest()
        .ifPresent(
            epoch -> {
              double rate = run.rate(epoch);
              String label = together ? "steepest, then rising" : "steepest";
              shades.add(new Shade(rate, rate * WIDTH_OF_A_LINE, label));
            });
    if (rises) {
      double from = run.rate(run.lowest().orElseThrow());
      shades.add(new Shade(from, run.rate(shown()), together ? "" : "rising"));
    }
    return shades;
  }

  /** Whether two epochs are so near to each other in the figure that labels would overlap. */
  private boolean close(int one, int other) {
    return Math.abs(one - other) < LABEL * shown();
  }
}
