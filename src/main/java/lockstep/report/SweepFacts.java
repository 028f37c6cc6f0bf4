package lockstep.report;

import java.util.List;
import lockstep.config.Setting;

/** The sections of a sweep's report that state facts: keys, settings, expectations, failures. */
final class SweepFacts {
  private static final int MOST_VALUES = 8;
  private static final int LONGEST_SETTING = 72;
  private static final int LONGEST_ERROR = 120;

  private final SweepInput input;
  private final Survey survey;
  private final Axes axes;

  SweepFacts(SweepInput input, Survey survey, Axes axes) {
    this.input = input;
    this.survey = survey;
    this.axes = axes;
  }

  /** Whether the expectations held; nothing if there were none. */
  String expectations() {
    if (survey.checks() == 0) {
      return "";
    }
    String heading = "## Expectations\n\n";
    if (survey.unmet() == 0) {
      return heading + "**" + all(survey.checks()) + " held**, over all trials.\n";
    }
    MarkdownTable table =
        new MarkdownTable("rllll", "trial", "configuration", "", "expected", "found");
    for (Survey.Missed missed : survey.missed()) {
      table.row(
          missed.trial() + 1 + "",
          configuration(missed.trial()),
          Markdown.escape(Axes.cut(missed.check().place(), LONGEST_SETTING)),
          Markdown.code(Axes.cut(missed.check().expected())),
          Markdown.code(Axes.cut(missed.check().found())));
    }
    return heading
        + "**"
        + survey.unmet()
        + " of "
        + Digits.counted(survey.checks(), "expectation")
        + " did not hold.**"
        + first(survey.missed().size(), survey.unmet())
        + "\n\n"
        + table;
  }

  private static String all(long checks) {
    return checks == 1 ? "The expectation" : "All " + checks + " expectations";
  }

  private static String first(long shown, long all) {
    return shown < all ? " The first " + shown + ":" : "";
  }

  private String configuration(int trial) {
    return Markdown.escape(axes.plain(trial / input.repeats()));
  }

  /** The trials that could not be done; nothing if there were none. */
  String failures() {
    int failed = survey.count(Outcome.FAILED);
    if (failed == 0) {
      return "";
    }
    MarkdownTable table = new MarkdownTable("rll", "trial", "configuration", "error");
    for (Survey.Failure failure : survey.failures()) {
      String error = Markdown.code(Axes.cut(failure.error(), LONGEST_ERROR));
      table.row(failure.trial() + 1 + "", configuration(failure.trial()), error);
    }
    return "## Trials that could not be run\n\n**"
        + Digits.counted(failed, "trial")
        + " failed**, which is no result of the experiment; the next run tries them again."
        + first(survey.failures().size(), failed)
        + "\n\n"
        + table;
  }

  /** What was swept, and what all trials share. */
  String configured() {
    MarkdownTable swept = new MarkdownTable("lrl", "swept key", "values", "");
    for (Axis axis : axes.all()) {
      swept.row(Markdown.code(axis.key()), axis.values().size() + "", values(axis));
    }
    MarkdownTable shared = new MarkdownTable("ll", "setting of all trials", "value");
    for (Setting setting : input.configuration().settings()) {
      if (seedings() > 1 && setting.key().endsWith(".seed")) {
        continue;
      }
      String value = Markdown.code(Axes.cut(setting.value(), LONGEST_SETTING));
      shared.row(Markdown.code(setting.key()), value);
    }
    boolean none = axes.all().isEmpty() && input.folds().several();
    return "## What was configured\n\n" + (none ? "" : swept + "\n") + shared;
  }

  private static String values(Axis axis) {
    List<String> values = axis.values();
    if (values.size() <= MOST_VALUES) {
      return String.join(", ", values.stream().map(SweepFacts::code).toList());
    }
    String last = code(values.get(values.size() - 1));
    return axis.numeric()
        ? "from " + code(values.get(0)) + " to " + last
        : code(values.get(0)) + ", " + code(values.get(1)) + ", … " + last;
  }

  private static String code(String value) {
    return value.isEmpty() ? "(default)" : Markdown.code(Axes.cut(value));
  }

  /** How to get the same again, and what is in the folder. */
  String reproduction(Iterable<String> files) {
    String name = input.experiment().name();
    String file = "results/" + name + "/" + ResultsLayout.EXPERIMENT;
    MarkdownTable table = new MarkdownTable("ll", "file", "what is in it");
    files.forEach(path -> table.row("[" + path + "](" + path + ")", content(path)));
    return "## How to run it again\n\nIn the root of the repository:\n\n```sh\n./lockstep run "
        + file
        + "      # runs what is missing and writes this folder again\n./lockstep verify "
        + file
        + "   # runs every trial again and compares every digit\n```\n\n"
        + "Both give the same bytes on every machine, with any number of workers. "
        + seeds()
        + "\n\nNumerics version "
        + Markdown.code(input.configuration().numerics())
        + ", configuration digest "
        + Markdown.code(input.configuration().digest())
        + ".\n\n## Files\n\n"
        + table;
  }

  /** How often each configuration was run with other seeds. */
  private int seedings() {
    return input.repeats() / input.folds().count();
  }

  private String seeds() {
    String where = " are in [" + ResultsLayout.SUMMARY + "](" + ResultsLayout.SUMMARY + ").";
    return seedings() == 1
        ? "The seeds of every trial" + where
        : (survey.paired() ? "Repeat r of every configuration has the same seeds, " : "Seeds are ")
            + "derived from those of the first; all"
            + where;
  }

  private static String content(String file) {
    return switch (file) {
      case ResultsLayout.EXPERIMENT ->
          "the sweep with its defaults filled in; gives the same trials";
      case ResultsLayout.HISTORY -> "loss and metrics of every trial and recorded epoch";
      case ResultsLayout.MANIFEST -> "digest of the configuration, SHA-256 of every other file";
      case ResultsLayout.SUMMARY ->
          "one row a trial: values of the swept keys, seeds, verdict, final and best values";
      default -> Copies.content(file).orElse("figure, shown above");
    };
  }
}
