package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import lockstep.config.ExperimentSpec;
import lockstep.config.Source;
import lockstep.data.CsvTable;

/** The files that tell about a trial, as texts by their path in the results folder. */
public final class Report {
  private static final String SAFE_ADDRESS = "https?://[A-Za-z0-9./_~%?=&+#:-]+";

  private Report() {}

  /**
   * All files of a results folder, the manifest too. Equal inputs give equal texts on every
   * machine; nothing is written.
   *
   * @param input the finished trial
   * @return texts by relative path, with {@code /} on every system; sorted
   */
  public static SortedMap<String, String> files(ReportInput input) {
    SortedMap<String, String> files = new TreeMap<>();
    List<Figure> figures = Figures.of(input);
    figures.forEach(figure -> files.put(figure.file(), figure.svg()));
    files.put(ResultsLayout.SUMMARY, Tables.summary(List.of(input.result())));
    files.put(ResultsLayout.HISTORY, Tables.history(List.of(input.result())));
    files.put(ResultsLayout.PARAMETERS, Tables.parameters(input.result().finalParameters()));
    files.put(ResultsLayout.EXPERIMENT, input.configuration().yaml());
    if (input.spec().data().generator() instanceof CsvTable table) {
      files.put(table.copyName(), Tables.data(table));
    }
    TreeSet<String> others = new TreeSet<>(files.keySet());
    others.add(ResultsLayout.MANIFEST);
    files.put(ResultsLayout.REPORT, markdown(input, figures, others));
    files.put(ResultsLayout.MANIFEST, Manifest.of(input.configuration(), files).json());
    return files;
  }

  /** The verdict in one sentence, as the report has it, without markup. */
  public static String sentence(ReportInput input) {
    return new Story(input).verdict().replace("**", "");
  }

  private static String markdown(ReportInput input, List<Figure> figures, TreeSet<String> files) {
    List<String> sections = new ArrayList<>();
    sections.add(opening(input));
    sections.add(ResultsSection.text(input));
    sections.add(figures(figures));
    sections.add(StabilitySection.text(input));
    sections.add(ComparisonSection.text(input));
    sections.add(DeviationSection.text(input));
    sections.add(CheckpointSection.text(input));
    sections.add(ConfiguredSection.text(input));
    sections.add(ReproductionSection.text(input, files));
    List<String> filled = sections.stream().filter(section -> !section.isEmpty()).toList();
    return String.join("\n\n", filled.stream().map(String::strip).toList()) + "\n";
  }

  private static String opening(ReportInput input) {
    ExperimentSpec spec = input.spec();
    Story story = new Story(input);
    List<String> parts = new ArrayList<>();
    String title = Markdown.escape(spec.title());
    parts.add("# " + (title.isEmpty() ? Markdown.escape(spec.name()) : title));
    parts.add(Markdown.paragraphs(spec.description()));
    spec.source().ifPresent(source -> parts.add("Source: " + source(source)));
    parts.add(story.verdict());
    parts.add(story.course());
    parts.add("The run: " + ConfiguredSection.sentence(input));
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
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

  private static String figures(List<Figure> figures) {
    StringBuilder text = new StringBuilder(figures.isEmpty() ? "" : "## Figures\n\n");
    for (Figure figure : figures) {
      String alternative = Markdown.escape(figure.alternative());
      text.append("![").append(alternative).append("](").append(figure.file()).append(")\n\n");
    }
    return text.toString();
  }
}
