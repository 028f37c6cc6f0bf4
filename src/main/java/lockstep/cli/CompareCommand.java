package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import lockstep.compare.CompareFiles;
import lockstep.compare.CompareReport;
import lockstep.compare.CompareRequest;
import lockstep.compare.NotComparableException;
import lockstep.compare.ResultsComparison;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code lockstep compare RESULT...}: results against each other. */
final class CompareCommand implements Callable<Integer> {
  private final CommandDefinition.Values<String> results;
  private final CommandDefinition.OptionalWord baseline;
  private final CommandDefinition.OptionalWord metric;
  private final CommandDefinition.Flag failIfWorse;
  private final CommandDefinition.OptionalReal ratio;
  private final CommandDefinition.OptionalPath out;
  private final CommandDefinition.Flag json;
  private final CommandSpec spec;

  CompareCommand() {
    CommandDefinition definition = described();
    results = definition.words("RESULT", "What is compared.");
    baseline =
        definition.option(
            "--baseline",
            "RESULT",
            "Compares all others with this configuration, and not each with each.",
            "The folder may be left out if all results are in one.");
    metric =
        definition.option(
            "--metric",
            "NAME",
            "What to compare by: a column of history.csv, as accuracy, for its final value, or"
                + " best_accuracy for its best one.",
            "Default: test_loss, or loss without test samples.");
    failIfWorse =
        definition.flag(
            "Exits with 1 if one is shown to be worse than the baseline or to diverge more often,"
                + " and if nothing can be tested. Without --baseline the first result is the"
                + " baseline.",
            "--fail-if-worse");
    ratio =
        definition.real(
            "--test-train-ratio",
            "RATIO",
            "For repeats whose training sets overlap: the size of a test set over that of a"
                + " training set, 1/(k-1) for k folds. Takes the corrected resampled t-test.");
    out =
        definition.path(
            "--out",
            "DIR",
            "Writes compare.md, CSV files and figures there, and prints the answer only.");
    json = definition.json();
    spec = definition.spec();
  }

  private CommandDefinition described() {
    CommandDefinition definition =
        CommandDefinition.of(
            "compare",
            this,
            "Compares results: what differs in configuration, their metrics with intervals and"
                + " tests, and where their learning curves part.",
            "A RESULT is a results folder; FOLDER:KEY=VALUE[,KEY=VALUE...] chooses configurations"
                + " of a sweep by their swept values, FOLDER:NUMBER one by its number in"
                + " summary.csv. A sweep alone has all its configurations compared with each"
                + " other.");
    definition.examples(
        "  lockstep compare results/two_circles results/two_circles_half_rate",
        "  lockstep compare results/initial_values --baseline weights=he",
        "  lockstep compare results/old results/new:learning_rate=0.1 --fail-if-worse");
    return definition;
  }

  /** The command for picocli. */
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    try {
      ResultsComparison comparison = ResultsComparison.of(request());
      Optional<Path> folder = out.path();
      if (folder.isPresent()) {
        CompareFiles.write(comparison, folder.get());
      }
      print(comparison, folder);
      return exitCode(comparison);
    } catch (NotComparableException refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }

  private CompareRequest request() {
    OptionalDouble overlap = ratio.number();
    double share = overlap.orElse(1);
    if (!(share > 0 && Double.isFinite(share))) {
      throw new ParameterException(
          spec.commandLine(), "--test-train-ratio is a number above 0, as 0.25 for 5 folds");
    }
    Optional<String> first =
        failIfWorse.on() ? Optional.of(results.all().get(0)) : Optional.empty();
    return new CompareRequest(
        results.all(), baseline.word().or(() -> first), metric.word(), overlap);
  }

  private void print(ResultsComparison comparison, Optional<Path> folder) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json.on()) {
      CompareJson.lines(comparison).forEach(line -> writer.print(line + "\n"));
    } else if (folder.isPresent()) {
      Path file = folder.get().resolve(CompareFiles.REPORT);
      writer.print(CompareReport.answer(comparison) + "\n\nreport: " + file + "\n");
    } else {
      writer.print(CompareReport.of(comparison, ""));
    }
    writer.flush();
  }

  private int exitCode(ResultsComparison comparison) {
    if (failIfWorse.on() && comparison.unanswered()) {
      spec.commandLine()
          .getErr()
          .print("lockstep: nothing could be tested, so it is not known whether one is worse\n");
      return ExitCode.CHECK_FAILED;
    }
    return failIfWorse.on() && comparison.anyWorse() ? ExitCode.CHECK_FAILED : ExitCode.FINE;
  }
}
