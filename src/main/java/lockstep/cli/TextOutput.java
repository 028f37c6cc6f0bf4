package lockstep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lockstep.config.Experiment;
import lockstep.config.Problem;
import lockstep.config.Search;
import lockstep.expectation.Check;
import lockstep.report.ResultsLayout;
import lockstep.sweep.SweepChecks;
import lockstep.verify.FileDifference;
import lockstep.verify.SelfTest;
import lockstep.verify.Verified;

/** Output for people: results on stdout, mistakes on stderr. */
final class TextOutput implements Output {
  private static final int SHOWN_FAILURES = 10;
  private static final String GREEN = "\u001B[32m";
  private static final String RED = "\u001B[31m";
  private static final String PLAIN = "\u001B[0m";

  private final PrintWriter out;
  private final PrintWriter err;

  TextOutput(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void problems(List<Problem> problems) {
    problems.forEach(problem -> err.print(problem + "\n"));
    if (!problems.isEmpty()) {
      err.print(count(problems.size(), "mistake") + "; nothing was run\n");
    }
    err.flush();
  }

  @Override
  public void valid(Path file, Experiment experiment) {
    out.print("ok    " + file + " (" + experiment.name() + size(experiment) + ")\n");
    out.flush();
  }

  private static String size(Experiment experiment) {
    if (experiment.search().isPresent()) {
      int most = experiment.search().get().mostTrials();
      return experiment.search().get() instanceof Search.RangeTest
          ? ", a range test"
          : ", "
              + (experiment.trials() == 1 ? "1 search" : experiment.trials() + " searches")
              + " of at most "
              + count(most, "trial");
    }
    return experiment.isSweep() ? ", " + count(experiment.trials(), "trial") : "";
  }

  @Override
  public void ran(FinishedRun run) {
    out.print(run.name() + ": " + run.sentence() + "\n");
    if (!run.checks().isEmpty()) {
      out.print("  expectations: " + run.held() + " of " + run.checks().size() + " hold\n");
    }
    failures(run.checks());
    out.print("  report: " + run.folder().resolve(ResultsLayout.REPORT) + "\n");
    out.flush();
  }

  @Override
  public void swept(FinishedSweep sweep) {
    out.print(sweep.name() + ": " + sweep.sentence() + "\n");
    int known = Math.max(0, sweep.trials() - sweep.ran());
    String earlier = known == 0 ? "" : ", " + known + " known already or the same as another";
    String ran = sweep.ran() + (sweep.ran() > sweep.trials() ? " runs up to rungs" : " run now");
    out.print("  trials: " + sweep.trials() + " (" + ran + earlier + ")\n");
    if (sweep.counts().failed() > 0) {
      out.print("  could not be done: " + count(sweep.counts().failed(), "trial") + "\n");
    }
    SweepChecks checks = sweep.checks();
    if (checks.expected() > 0) {
      int held = checks.expected() - checks.failures();
      out.print("  expectations: " + held + " of " + checks.expected() + " hold\n");
      failures(checks.failed());
    }
    out.print("  report: " + sweep.folder().resolve(ResultsLayout.REPORT) + "\n");
    out.flush();
  }

  @Override
  public void noted(String experiment, String note) {
    err.print(experiment + ": " + note + "\n");
    err.flush();
  }

  @Override
  public void failed(String experiment, String reason) {
    err.print(experiment + ": " + reason + "\n");
    err.flush();
  }

  @Override
  public void verified(Verified verified) {
    out.print(
        String.format(
            Locale.ROOT,
            "%s %-36s %-24s %s\n",
            verdict(verified.holds()),
            verified.name(),
            expectations(verified),
            files(verified)));
    verified.problems().forEach(problem -> out.print(indent(problem.toString())));
    failures(verified.checks());
    verified.differences().forEach(this::difference);
    if (verified.checksNothing()) {
      out.print(indent("checks nothing: no expectations and no committed results"));
    }
    out.flush();
  }

  @Override
  public void verifiedAll(List<Verified> all) {
    long passed = all.stream().filter(Verified::holds).count();
    out.print(passed + " passed, " + (all.size() - passed) + " failed\n");
  }

  @Override
  public void answered(SelfTest.Answer answer) {
    String row = verdict(answer.holds()) + " " + answer.name() + " ".repeat(14);
    out.print(row.substring(0, row.length() - answer.name().length()) + answer.digest() + "\n");
    if (!answer.holds()) {
      out.print(indent("known: " + answer.known()));
    }
    out.flush();
  }

  @Override
  public void selfTested(String digest, String numerics, List<SelfTest.Answer> answers) {
    long others = answers.stream().filter(answer -> !answer.holds()).count();
    String verdict =
        others == 0
            ? "the same as on every machine"
            : count((int) others, "digest") + " of " + answers.size() + " should be another";
    out.print("numerics " + numerics + ", digest " + digest + ": " + verdict + "\n");
  }

  /** {@code ok} or {@code FAIL} in five columns, green or red where there are colours. */
  private static String verdict(boolean holds) {
    String word = holds ? "ok   " : "FAIL ";
    return Terminal.showsColours() ? (holds ? GREEN : RED) + word + PLAIN : word;
  }

  private static String expectations(Verified verified) {
    if (verified.expectations() == 0) {
      return "no expectations";
    }
    int held = verified.expectations() - verified.failedChecks().size();
    return held + " of " + verified.expectations() + " expectations";
  }

  private static String files(Verified verified) {
    if (verified.results().isEmpty()) {
      return "no committed results";
    }
    return verified.differences().isEmpty()
        ? verified.filesCompared() + " files identical"
        : count(verified.differences().size(), "file")
            + " of "
            + verified.filesCompared()
            + " differ";
  }

  private void failures(List<Check> checks) {
    List<Check> failed = checks.stream().filter(check -> !check.holds()).toList();
    for (Check check : failed.stream().limit(SHOWN_FAILURES).toList()) {
      out.print(
          indent(check.place() + ": expected " + check.expected() + ", found " + check.exact()));
    }
    if (failed.size() > SHOWN_FAILURES) {
      out.print(indent("... and " + (failed.size() - SHOWN_FAILURES) + " more"));
    }
  }

  private void difference(FileDifference difference) {
    out.print(indent(difference.file() + ": " + difference.message()));
    difference.context().forEach(line -> out.print(indent("  " + line)));
  }

  private static String indent(String lines) {
    return lines.lines().map(line -> "      " + line + "\n").reduce("", String::concat);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
