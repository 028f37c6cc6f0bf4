package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lockstep.config.ExperimentSpec;
import lockstep.config.ModelFile;
import lockstep.config.Source;
import lockstep.network.Parameters;
import lockstep.report.TrialTables.Identity;
import lockstep.sweep.TrialRecord;

/** The files that tell about a trial, by their path in the results folder. */
public final class Report {
  private static final String SAFE_ADDRESS = "https?://[A-Za-z0-9./_~%?=&+#:-]+";

  private Report() {}

  /**
   * All files of a results folder, the manifest too. Equal inputs give equal texts on every
   * machine; nothing is written.
   *
   * @param input the finished trial
   * @return contents by relative path, with {@code /} on every system; sorted
   */
  public static SortedMap<String, Content> files(ReportInput input) {
    SortedMap<String, Content> files = new TreeMap<>();
    ClassesSection classes = ClassesSection.of(input);
    List<Figure> figures = new ArrayList<>(Figures.of(input));
    figures.addAll(classes.figures());
    Figure.addAll(figures, files);
    tables(input, files);
    classes.addTables(files);
    files.put(ResultsLayout.EXPERIMENT, Content.text(input.configuration().yaml()));
    Copies.add(input.spec(), files);
    if (input.spec().save().isPresent()) {
      TrainedModel.of(input.result(), input.configuration())
          .map(ModelFile::write)
          .ifPresent(model -> files.put(ResultsLayout.MODEL, Content.text(model)));
    }
    TreeSet<String> others = new TreeSet<>(files.keySet());
    others.add(ResultsLayout.MANIFEST);
    files.put(
        ResultsLayout.REPORT, Content.text(markdown(input, new Shown(figures, classes), others)));
    files.put(ResultsLayout.MANIFEST, Manifest.content(input.configuration(), files));
    return files;
  }

  private static void tables(ReportInput input, SortedMap<String, Content> files) {
    TrialRecord record = TrialRecord.of(input.result(), input.checks(), input.spec().recording());
    TrialTables tables = TrialTables.of(record);
    Identity identity = new TrialTables.Numbered();
    files.put(ResultsLayout.SUMMARY, Content.of(out -> tables.summary(out, identity)));
    if (!record.history().isEmpty()) {
      files.put(ResultsLayout.HISTORY, Content.of(tables::history));
    }
    Parameters parameters = input.result().finalParameters();
    files.put(ResultsLayout.PARAMETERS, Content.of(out -> Tables.parameters(parameters, out)));
  }

  /** The verdict in one sentence, as the report has it, without markup. */
  public static String sentence(ReportInput input) {
    return new Story(input).verdict().replace("**", "");
  }

  /** What is shown beside texts and numbers. */
  private record Shown(List<Figure> figures, ClassesSection classes) {}

  private static String markdown(ReportInput input, Shown shown, TreeSet<String> files) {
    List<String> sections = new ArrayList<>();
    sections.add(opening(input));
    sections.add(ResultsSection.text(input));
    sections.add(figures(shown.figures()));
    sections.add(shown.classes().text());
    sections.add(StabilitySection.text(input));
    sections.add(ComparisonSection.text(input));
    sections.add(DeviationSection.text(input));
    sections.add(CheckpointSection.text(input));
    sections.add(ScalingSection.text(input));
    sections.add(ConfiguredSection.text(input));
    sections.add(ReproductionSection.text(input, files));
    return joined(sections);
  }

  /** A document of those sections that are not empty. */
  static String joined(List<String> sections) {
    List<String> filled = sections.stream().filter(section -> !section.isEmpty()).toList();
    return String.join("\n\n", filled.stream().map(String::strip).toList()) + "\n";
  }

  private static String opening(ReportInput input) {
    Story story = new Story(input);
    List<String> parts = new ArrayList<>(heading(input.spec()));
    parts.add(story.verdict());
    parts.add(story.course());
    parts.add("The run: " + ConfiguredSection.sentence(input));
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** Title, description and source, as paragraphs of which some may be empty. */
  static List<String> heading(ExperimentSpec spec) {
    List<String> parts = new ArrayList<>();
    String title = Markdown.escape(spec.title());
    parts.add("# " + (title.isEmpty() ? Markdown.escape(spec.name()) : title));
    parts.add(Markdown.paragraphs(spec.description()));
    spec.source().ifPresent(source -> parts.add("Source: " + source(source)));
    return parts;
  }

  private static String source(Source source) {
    StringBuilder text = new StringBuilder("*" + Markdown.escape(source.title()) + "*");
    source.author().ifPresent(author -> text.append(", ").append(Markdown.escape(author)));
    source.year().ifPresent(year -> text.append(", ").append(year));
    source
        .url()
        .ifPresent(
            url -> {
              String shown = url.matches(SAFE_ADDRESS) ? "<" + url + ">" : Markdown.code(url);
              text.append(", ").append(shown);
            });
    return text + ".";
  }

  /** The section with the figures; nothing if there are none. */
  static String figures(List<Figure> figures) {
    StringBuilder text = new StringBuilder(figures.isEmpty() ? "" : "## Figures\n\n");
    for (Figure figure : figures) {
      String alternative = Markdown.escape(figure.alternative());
      text.append("![").append(alternative).append("](").append(figure.file()).append(")\n\n");
    }
    return text.toString();
  }
}
