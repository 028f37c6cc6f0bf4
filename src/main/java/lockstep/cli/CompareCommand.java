package lockstep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import lockstep.compare.CompareFiles;
import lockstep.compare.CompareReport;
import lockstep.compare.CompareRequest;
import lockstep.compare.NotComparableException;
import lockstep.compare.ResultsComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lockstep compare RESULT...}: results against each other. */
@Command(
    name = "compare",
    description = {
      "Compares results: what differs in configuration, their metrics with intervals and tests,"
          + " and where their learning curves part.",
      "A RESULT is a results folder; FOLDER:KEY=VALUE[,KEY=VALUE...] chooses configurations of a"
          + " sweep by their swept values, FOLDER:NUMBER one by its number in summary.csv. A sweep"
          + " alone has all its configurations compared with each other."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep compare results/two_circles results/two_circles_half_rate",
      "  lockstep compare results/initial_values --baseline weights=he",
      "  lockstep compare results/old results/new:learning_rate=0.1 --fail-if-worse"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(arity = "1..*", paramLabel = "RESULT", description = "What is compared.")
  private List<String> results;

  @Option(
      names = "--baseline",
      paramLabel = "RESULT",
      description = {
        "Compares all others with this configuration, and not each with each.",
        "The folder may be left out if all results are in one."
      })
  private Optional<String> baseline;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = {
        "What to compare by: a column of history.csv, as accuracy, for its final value, or"
            + " best_accuracy for its best one.",
        "Default: test_loss, or loss without test samples."
      })
  private Optional<String> metric;

  @Option(
      names = "--fail-if-worse",
      description = {
        "Exits with 1 if one is shown to be worse than the baseline or to diverge more often, and"
            + " if nothing can be tested.",
        "Without --baseline the first result is the baseline."
      })
  private boolean failIfWorse;

  @Option(
      names = "--test-train-ratio",
      paramLabel = "RATIO",
      description =
          "For repeats whose training sets overlap: the size of a test set over that of a training"
              + " set, 1/(k-1) for k folds. Takes the corrected resampled t-test.")
  private Optional<Double> ratio;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes compare.md, CSV files and figures there, and prints the answer only.")
  private Optional<Path> out;

  @Override
  public Integer call() throws IOException {
    try {
      ResultsComparison comparison = ResultsComparison.of(request());
      if (out.isPresent()) {
        CompareFiles.write(comparison, out.get());
      }
      print(comparison);
      return exitCode(comparison);
    } catch (NotComparableException refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }

  private CompareRequest request() {
    if (ratio.isPresent() && !(ratio.get() > 0 && Double.isFinite(ratio.get()))) {
      throw new ParameterException(
          spec.commandLine(), "--test-train-ratio is a number above 0, as 0.25 for 5 folds");
    }
    Optional<String> first = failIfWorse ? Optional.of(results.get(0)) : Optional.empty();
    OptionalDouble overlap =
        ratio.isPresent() ? OptionalDouble.of(ratio.get()) : OptionalDouble.empty();
    return new CompareRequest(results, baseline.or(() -> first), metric, overlap);
  }

  private void print(ResultsComparison comparison) {
    if (json.on()) {
      CompareJson.lines(comparison).forEach(line -> spec.commandLine().getOut().print(line + "\n"));
    } else if (out.isPresent()) {
      String file = out.get().resolve(CompareFiles.REPORT).toString();
      spec.commandLine()
          .getOut()
          .print(CompareReport.answer(comparison) + "\n\nreport: " + file + "\n");
    } else {
      spec.commandLine().getOut().print(CompareReport.of(comparison, ""));
    }
    spec.commandLine().getOut().flush();
  }

  private int exitCode(ResultsComparison comparison) {
    if (failIfWorse && comparison.unanswered()) {
      spec.commandLine()
          .getErr()
          .print("lockstep: nothing could be tested, so it is not known whether one is worse\n");
      return ExitCode.CHECK_FAILED;
    }
    return failIfWorse && comparison.anyWorse() ? ExitCode.CHECK_FAILED : ExitCode.FINE;
  }
}
