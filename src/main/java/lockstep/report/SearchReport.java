package lockstep.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.search.Ended;

/** The files that tell about a search for a largest stable value. */
public final class SearchReport {
  private final SearchInput input;
  private final SweepInput trials;
  private final Survey survey;
  private final List<Found> found;
  private final Axes axes;

  private SearchReport(SearchInput input, Survey survey) {
    this.input = input;
    this.trials = input.trials();
    this.survey = survey;
    this.found = Found.all(input.experiment(), input.results().findings());
    this.axes = Axes.of(input.experiment());
  }

  /**
   * Looks at all trials.
   *
   * @throws IOException if one cannot be read
   */
  public static SearchReport of(SearchInput input) throws IOException {
    return new SearchReport(input, Survey.of(input.trials()));
  }

  /** What was found, in a sentence or two without markup. */
  public String sentence() {
    return story().answer().replace("**", "").replace("`", "");
  }

  private SearchStory story() {
    return new SearchStory(input.experiment(), found, axes);
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
    List<Figure> figures = new SearchFigures(input.experiment(), found, axes, sentence()).all();
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
        new TrialTables(survey.trials(), trials.records(), survey.columns(), survey.seeded());
    files.put(ResultsLayout.SUMMARY, Content.of(out -> tables.summary(out, steps())));
    if (survey.recorded()) {
      files.put(ResultsLayout.HISTORY, Content.of(tables::history));
    }
  }

  private Steps steps() {
    List<Ended> ended = new ArrayList<>();
    input.results().findings().forEach(finding -> ended.addAll(finding.ended()));
    return new Steps(input, ended);
  }

  private String markdown(List<Figure> figures, TreeSet<String> names) {
    SearchSection section = new SearchSection(input.experiment(), found, axes);
    SweepFacts facts = new SweepFacts(trials, survey, Axes.of(trials.experiment()));
    return Report.joined(
        List.of(
            opening(),
            Report.figures(figures),
            section.configurations(),
            section.searches(),
            story().method(epochs()),
            facts.failures(),
            facts.configured(),
            facts.reproduction(names)));
  }

  /** How many epochs every trial has, if all have the same. */
  private Optional<Integer> epochs() {
    Experiment experiment = input.experiment();
    List<Integer> epochs =
        IntStream.range(0, experiment.configurations())
            .mapToObj(one -> experiment.spec(one * experiment.repeats()).training().epochs())
            .distinct()
            .toList();
    return epochs.size() == 1 ? Optional.of(epochs.get(0)) : Optional.empty();
  }

  private String opening() {
    ExperimentSpec spec = input.experiment().spec(0);
    List<String> parts = new ArrayList<>(Report.heading(spec));
    parts.add(story().question());
    parts.add(story().answer());
    parts.add(counts());
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private String counts() {
    long worse =
        steps().ended().stream().filter(one -> one.unstable() && !one.ending().diverged()).count();
    String more = " of those that finished ended with a higher loss than the initial one.";
    return new SweepCounts(survey).text() + (worse == 0 ? "" : " " + worse + more);
  }

  /** A trial of a search is known like one of a sweep, and by its step. */
  private record Steps(SearchInput input, List<Ended> ended) implements TrialTables.Identity {
    private static final int BEFORE_STEP = 3;

    private SweepReport.Points points() {
      return new SweepReport.Points(input.results().attempts());
    }

    @Override
    public List<String> header() {
      List<String> header = new ArrayList<>(points().header());
      header.addAll(BEFORE_STEP, List.of("step", "stable"));
      return header;
    }

    @Override
    public List<String> cells(int trial) {
      List<String> cells = new ArrayList<>(points().cells(trial));
      Ended one = ended.get(trial);
      cells.addAll(BEFORE_STEP, List.of(one.attempt().step() + "", stable(one)));
      return cells;
    }

    private static String stable(Ended ended) {
      return ended.ending().failed() ? "" : ended.stable() ? "yes" : "no";
    }
  }
}
