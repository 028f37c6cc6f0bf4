package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.config.TrialPoint;

/**
 * The files that tell about a sweep. A few numbers of each trial are held in memory; everything
 * else is read again when it is written.
 */
public final class SweepReport {

  private final SweepInput input;
  private final Survey survey;
  private final Axes axes;
  private final Ranking ranking;

  private SweepReport(SweepInput input, Survey survey, Axes axes) {
    this.input = input;
    this.survey = survey;
    this.axes = axes;
    this.ranking = Ranking.of(input, survey);
  }

  /**
   * Looks at all trials.
   *
   * @throws IOException if one cannot be read
   */
  public static SweepReport of(SweepInput input) throws IOException {
    return new SweepReport(input, Survey.of(input), Axes.of(input.experiment()));
  }

  /** What the sweep answers, in a sentence or two without markup. */
  public String sentence() {
    return story().answer().replace("**", "").replace("`", "");
  }

  private SweepStory story() {
    return new SweepStory(ranking, axes, survey);
  }

  /**
   * All files of the results folder, the manifest too. Equal inputs give equal contents on every
   * machine; nothing is written.
   *
   * @return contents by relative path, with {@code /} on every system; sorted
   * @throws IOException if a trial cannot be read
   */
  public SortedMap<String, Content> files() throws IOException {
    SortedMap<String, Content> files = new TreeMap<>();
    List<Figure> figures = new ArrayList<>(new SweepFigures(input, survey, axes, ranking).all());
    stability().figure().ifPresent(figures::add);
    Figure.addAll(figures, files);
    tables(files);
    files.put(ResultsLayout.EXPERIMENT, Content.text(input.configuration().yaml()));
    Copies.add(input.experiment(), files);
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.add(ResultsLayout.MANIFEST);
    files.put(ResultsLayout.REPORT, Content.text(markdown(figures, names)));
    files.put(ResultsLayout.MANIFEST, Manifest.content(input.configuration(), files));
    return files;
  }

  private void tables(SortedMap<String, Content> files) {
    TrialTables tables =
        new TrialTables(survey.trials(), input.records(), survey.columns(), survey.seeded());
    Points identity = new Points(input.experiment());
    files.put(ResultsLayout.SUMMARY, Content.of(out -> tables.summary(out, identity)));
    if (survey.recorded()) {
      files.put(ResultsLayout.HISTORY, Content.of(tables::history));
    }
  }

  private String markdown(List<Figure> figures, TreeSet<String> names) {
    SweepFacts facts = new SweepFacts(input, survey, axes);
    return Report.joined(
        List.of(
            opening(),
            Report.figures(figures),
            new RankingSection(ranking, axes, survey).text(),
            new FoldSection(input, survey, ranking).text(axes),
            BestSection.text(input, ranking),
            stability().text(),
            facts.expectations(),
            facts.failures(),
            facts.configured(),
            facts.reproduction(names)));
  }

  private SweepStability stability() {
    return new SweepStability(input, survey, axes, ranking);
  }

  private String opening() {
    ExperimentSpec spec = input.experiment().spec(0);
    List<String> parts = new ArrayList<>(Report.heading(spec));
    parts.add(story().question());
    parts.add(story().answer());
    parts.add(AttainableText.text(input, ranking));
    parts.add(story().course());
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** A trial of a sweep is known by its place in it, its values and its digest. */
  record Points(Experiment experiment) implements TrialTables.Identity {
    private static final int DIGEST_DIGITS = 16;

    @Override
    public List<String> header() {
      List<String> header = new ArrayList<>(List.of("trial", "configuration", "repeat"));
      if (experiment.folds() > 1) {
        header.add("fold");
      }
      experiment.keys().forEach(key -> header.add(Csv.text(key)));
      header.add("digest");
      return header;
    }

    @Override
    public List<String> cells(int trial) {
      TrialPoint point = experiment.point(trial);
      List<String> cells = new ArrayList<>(List.of(trial + 1 + "", point.configuration() + 1 + ""));
      cells.add(Integer.toString(point.repeat()));
      point.fold().ifPresent(fold -> cells.add(Integer.toString(fold)));
      for (String value : point.values()) {
        cells.add(Axis.isNumber(value) ? Csv.exact(value) : Csv.text(value));
      }
      cells.add(experiment.digest(trial).substring(0, DIGEST_DIGITS));
      return cells;
    }
  }
}
