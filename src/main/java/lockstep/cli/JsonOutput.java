package lockstep.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lockstep.config.Experiment;
import lockstep.config.Problem;
import lockstep.decimal.ShortestDecimal;
import lockstep.expectation.Check;
import lockstep.training.History;
import lockstep.training.Verdict;
import lockstep.verify.FileDifference;
import lockstep.verify.SelfTest;
import lockstep.verify.Verified;

/**
 * Output for programs: one JSON object a line on stdout, mistakes too, told apart by {@code type}.
 * Numbers that are not finite are texts, since JSON has none.
 */
final class JsonOutput implements Output {
  private final PrintWriter out;

  JsonOutput(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void problems(List<Problem> problems) {
    problems.forEach(problem -> print(problem(problem)));
  }

  @Override
  public void valid(Path file, Experiment experiment) {
    JsonObject line = object("valid", experiment.name());
    line.addProperty("file", file.toString());
    line.addProperty("trials", experiment.trials());
    print(line);
  }

  @Override
  public void ran(FinishedRun run) {
    JsonObject line = object("result", run.name());
    Verdict verdict = run.result().verdict();
    line.addProperty("verdict", verdict.word());
    if (verdict instanceof Verdict.Diverged diverged) {
      line.addProperty("cause", diverged.cause().name().toLowerCase(Locale.ROOT));
    }
    verdict.at().ifPresent(epoch -> line.addProperty("at", epoch));
    History history = run.result().history();
    line.addProperty("epochs", history.lastEpoch());
    JsonObject last = new JsonObject();
    history
        .columns()
        .forEach(column -> last.add(column, number(history.at(column, history.lastEpoch()))));
    line.add("final", last);
    line.addProperty("expectations", run.checks().size());
    line.addProperty("expectations_held", run.held());
    line.addProperty("results", run.folder().toString());
    print(line);
  }

  @Override
  public void swept(FinishedSweep sweep) {
    JsonObject line = object("sweep", sweep.name());
    line.addProperty("trials", sweep.trials());
    line.addProperty("ran", sweep.ran());
    line.addProperty("diverged", sweep.counts().diverged());
    line.addProperty("pruned", sweep.counts().pruned());
    line.addProperty("failed", sweep.counts().failed());
    line.addProperty("expectations", sweep.checks().expected());
    line.addProperty("expectations_held", sweep.checks().expected() - sweep.checks().failures());
    line.addProperty("results", sweep.folder().toString());
    print(line);
  }

  @Override
  public void noted(String experiment, String note) {
    JsonObject line = object("note", experiment);
    line.addProperty("note", note);
    print(line);
  }

  @Override
  public void failed(String experiment, String reason) {
    JsonObject line = object("failure", experiment);
    line.addProperty("reason", reason);
    print(line);
  }

  @Override
  public void verified(Verified verified) {
    JsonObject line = object("verified", verified.name());
    line.addProperty("holds", verified.holds());
    line.addProperty("checks_nothing", verified.checksNothing());
    line.addProperty("file", verified.file().toString());
    line.addProperty("expectations", verified.expectations());
    line.add("failed", array(verified.failedChecks().stream().map(JsonOutput::check).toList()));
    line.addProperty("files_compared", verified.filesCompared());
    line.add(
        "differences", array(verified.differences().stream().map(JsonOutput::difference).toList()));
    line.add("problems", array(verified.problems().stream().map(JsonOutput::problem).toList()));
    print(line);
  }

  @Override
  public void answered(SelfTest.Answer answer) {
    JsonObject line = object("answer", answer.name());
    line.addProperty("digest", answer.digest());
    line.addProperty("known", answer.known());
    line.addProperty("holds", answer.holds());
    print(line);
  }

  @Override
  public void selfTested(String digest, String numerics, List<SelfTest.Answer> answers) {
    JsonObject line = new JsonObject();
    line.addProperty("type", "selftest");
    line.addProperty("numerics", numerics);
    line.addProperty("digest", digest);
    line.addProperty("holds", answers.stream().allMatch(SelfTest.Answer::holds));
    print(line);
  }

  @Override
  public void verifiedAll(List<Verified> all) {
    // The lines of the experiments say it all.
  }

  private void print(JsonObject line) {
    out.print(line + "\n");
    out.flush();
  }

  private static JsonObject problem(Problem problem) {
    JsonObject line = new JsonObject();
    line.addProperty("type", "problem");
    line.addProperty("file", problem.file());
    line.addProperty("line", problem.line());
    line.addProperty("column", problem.column());
    line.addProperty("key", problem.key());
    line.addProperty("message", problem.message());
    line.addProperty("expected", problem.expected());
    line.addProperty("suggestion", problem.suggestion());
    return line;
  }

  private static JsonObject check(Check check) {
    JsonObject line = new JsonObject();
    line.addProperty("place", check.place());
    line.addProperty("expected", check.expected());
    line.addProperty("found", check.exact());
    return line;
  }

  private static JsonObject difference(FileDifference difference) {
    JsonObject line = new JsonObject();
    line.addProperty("file", difference.file());
    line.addProperty("message", difference.message());
    return line;
  }

  private static JsonObject object(String type, String experiment) {
    JsonObject line = new JsonObject();
    line.addProperty("type", type);
    line.addProperty("experiment", experiment);
    return line;
  }

  private static JsonArray array(List<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }

  private static JsonElement number(double value) {
    String text = ShortestDecimal.format(value);
    return Double.isFinite(value)
        ? new JsonPrimitive(new BigDecimal(text))
        : new JsonPrimitive(text);
  }
}
