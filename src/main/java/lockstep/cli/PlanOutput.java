package lockstep.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.experiment.Work;
import lockstep.report.Csv;
import lockstep.sweep.Plan;

/**
 * A plan as text, comma-separated values or JSON.
 *
 * @param out where it goes
 * @param plan what is told
 */
record PlanOutput(PrintWriter out, Plan plan) implements PlanText {
  private static final int MOST = 20;
  private static final int FIRST = 12;
  private static final int LAST = 4;
  private static final int DIGEST = 16;

  /** The counts, and the first and last trials. */
  @Override
  public void text() {
    Experiment experiment = plan.experiment();
    out.print(experiment.name() + ": " + count() + "\n");
    plan.notes().forEach(note -> out.print("  note: " + note + "\n"));
    again().ifPresent(note -> out.print("  note: " + note + "\n"));
    out.print("  state: " + states() + "\n");
    double work = Work.of(experiment, Double.POSITIVE_INFINITY);
    out.print(String.format(Locale.ROOT, "  work: about %.3g multiply-adds\n", work));
    if (experiment.halving().isPresent()) {
      out.print("  halving ends some of them early, so there is less to do\n");
    }
    table().forEach(line -> out.print("  " + line + "\n"));
    out.flush();
  }

  /** How many configurations are there more than once; empty if none is. */
  private Optional<String> again() {
    long again = plan.again();
    String what = again == 1 ? "1 configuration is" : again + " configurations are";
    return again == 0
        ? Optional.empty()
        : Optional.of(what + " the same as an earlier one: run once, and ranked once");
  }

  private String count() {
    Experiment experiment = plan.experiment();
    String trials = String.format(Locale.ROOT, "%,d trials", experiment.trials());
    if (experiment.trials() == 1) {
      return "1 trial";
    }
    return experiment.repeats() == 1 ? trials : trials + " (" + configurations() + ")";
  }

  /** How many configurations there are, and how often each is run. */
  private String configurations() {
    Experiment experiment = plan.experiment();
    int count = experiment.configurations();
    int folds = experiment.folds();
    int repeats = experiment.repeats() / folds;
    String what = count == 1 ? "1 configuration, " : "%,d configurations, each ";
    String times = repeats == 1 ? "once" : "%,d times";
    String where = folds == 1 ? "" : " on each of %,d folds";
    return String.format(Locale.ROOT, what, count)
        + String.format(Locale.ROOT, times, repeats)
        + String.format(Locale.ROOT, where, folds);
  }

  private String states() {
    List<String> states = new ArrayList<>();
    for (Map.Entry<Plan.State, Integer> state : plan.counts().entrySet()) {
      states.add(String.format(Locale.ROOT, "%,d %s", state.getValue(), state.getKey().words()));
    }
    return String.join(", ", states);
  }

  private List<String> table() {
    int trials = plan.experiment().trials();
    boolean cut = trials > MOST;
    List<List<String>> rows = new ArrayList<>(List.of(header()));
    for (int trial = 0; trial < trials; trial++) {
      if (!cut || trial < FIRST || trial >= trials - LAST) {
        rows.add(cells(plan.row(trial)));
      }
    }
    List<String> lines = new ArrayList<>(aligned(rows));
    if (cut) {
      int left = trials - FIRST - LAST;
      String more = String.format(Locale.ROOT, "... %,d more here; --csv lists all", left);
      lines.add(FIRST + 1, more);
    }
    return lines;
  }

  private static List<String> aligned(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(one -> one.get(at).length()).max().orElse(0);
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("trial", "configuration", "repeat"));
    if (plan.experiment().folds() > 1) {
      header.add("fold");
    }
    header.addAll(plan.experiment().keys());
    header.addAll(List.of("digest", "work", "state"));
    return header;
  }

  private static List<String> cells(Plan.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(row.trial() + 1));
    cells.add(Integer.toString(row.point().configuration() + 1));
    cells.add(Integer.toString(row.point().repeat()));
    row.point().fold().ifPresent(fold -> cells.add(Integer.toString(fold)));
    cells.addAll(row.point().values());
    cells.add(row.digest().substring(0, DIGEST));
    cells.add(String.format(Locale.ROOT, "%.3g", row.work()));
    cells.add(row.state().words());
    return cells;
  }

  /** Every trial. */
  @Override
  public void csv() throws IOException {
    Csv csv = Csv.headed(out, exact(header()));
    for (int trial = 0; trial < plan.experiment().trials(); trial++) {
      csv.row(exact(cells(plan.row(trial))));
    }
    out.flush();
  }

  private static List<String> exact(List<String> cells) {
    return cells.stream().map(Csv::exact).toList();
  }

  /** One object for the whole and one for every trial. */
  @Override
  public void json() {
    JsonObject whole = new JsonObject();
    whole.addProperty("type", "plan");
    whole.addProperty("experiment", plan.experiment().name());
    whole.addProperty("trials", plan.experiment().trials());
    whole.addProperty("configurations", plan.experiment().configurations());
    whole.addProperty("repeats", plan.experiment().repeats() / plan.experiment().folds());
    if (plan.experiment().folds() > 1) {
      whole.addProperty("folds", plan.experiment().folds());
    }
    whole.addProperty("repeated_configurations", plan.again());
    plan.counts().forEach((state, count) -> whole.addProperty(name(state), count));
    out.print(whole + "\n");
    for (int trial = 0; trial < plan.experiment().trials(); trial++) {
      out.print(json(plan.row(trial)) + "\n");
    }
    out.flush();
  }

  private JsonObject json(Plan.Row row) {
    JsonObject line = new JsonObject();
    line.addProperty("type", "trial");
    line.addProperty("experiment", plan.experiment().name());
    line.addProperty("trial", row.trial() + 1);
    line.addProperty("configuration", row.point().configuration() + 1);
    line.addProperty("repeat", row.point().repeat());
    row.point().fold().ifPresent(fold -> line.addProperty("fold", fold));
    JsonObject values = new JsonObject();
    for (int key = 0; key < plan.experiment().keys().size(); key++) {
      values.addProperty(plan.experiment().keys().get(key), row.point().values().get(key));
    }
    line.add("values", values);
    line.addProperty("digest", row.digest());
    line.addProperty("multiply_adds", Math.round(row.work()));
    line.addProperty("state", name(row.state()));
    return line;
  }

  private static String name(Plan.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
