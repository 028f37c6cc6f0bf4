package lockstep.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.config.Experiment;
import lockstep.config.TrialPoint;
import lockstep.experiment.Work;
import lockstep.report.Csv;
import lockstep.search.Attempts;
import lockstep.search.SearchPlan;
import lockstep.search.SearchPlan.Row;

/**
 * The plan of a search as text, comma-separated values or JSON: which trials it takes follows from
 * how they end, so that only the most of them are known before.
 *
 * @param out where it goes
 * @param plan what is told
 */
record SearchPlanOutput(PrintWriter out, SearchPlan plan) implements PlanText {

  /** The counts. */
  @Override
  public void text() throws IOException {
    Experiment experiment = plan.experiment();
    List<Row> rows = plan.rows();
    int most = plan.mostTrials();
    long open = rows.stream().filter(row -> row.next().isPresent()).count();
    out.print(
        String.format(
            Locale.ROOT,
            "%s: at most %,d trials (%,d %s of at most %,d)\n",
            experiment.name(),
            (long) most * rows.size(),
            rows.size(),
            rows.size() == 1 ? "search" : "searches",
            most));
    plan.notes().forEach(note -> out.print("  note: " + note + "\n"));
    out.print(
        String.format(
            Locale.ROOT,
            "  state: %,d trials done, %,d searches over, %,d not\n",
            rows.stream().mapToInt(Row::known).sum(),
            rows.size() - open,
            open));
    double work = Work.of(experiment, Double.POSITIVE_INFINITY);
    out.print(String.format(Locale.ROOT, "  work: at most about %.3g multiply-adds\n", work));
    out.flush();
  }

  /** Every search. */
  @Override
  public void csv() throws IOException {
    Experiment experiment = plan.experiment();
    List<String> header = new ArrayList<>(List.of("search", "configuration", "repeat"));
    header.addAll(experiment.keys());
    header.addAll(List.of("trials_done", "most_trials", "next_value"));
    Csv csv = Csv.headed(out, header.stream().map(Csv::exact).toList());
    for (Row row : plan.rows()) {
      csv.row(cells(row).stream().map(Csv::exact).toList());
    }
    out.flush();
  }

  private List<String> cells(Row row) {
    TrialPoint point = plan.experiment().point(row.search());
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(row.search() + 1));
    cells.add(Integer.toString(point.configuration() + 1));
    cells.add(Integer.toString(point.repeat()));
    cells.addAll(point.values());
    cells.add(Integer.toString(row.known()));
    cells.add(Integer.toString(plan.mostTrials()));
    cells.add(row.next().map(Attempts::shown).orElse(""));
    return cells;
  }

  /** One object for the whole and one for every search. */
  @Override
  public void json() throws IOException {
    List<Row> rows = plan.rows();
    JsonObject whole = new JsonObject();
    whole.addProperty("type", "search_plan");
    whole.addProperty("experiment", plan.experiment().name());
    whole.addProperty("searches", rows.size());
    whole.addProperty("most_trials", (long) plan.mostTrials() * rows.size());
    whole.addProperty("trials_done", rows.stream().mapToInt(Row::known).sum());
    out.print(whole + "\n");
    rows.forEach(row -> out.print(json(row) + "\n"));
    out.flush();
  }

  private JsonObject json(Row row) {
    TrialPoint point = plan.experiment().point(row.search());
    JsonObject line = new JsonObject();
    line.addProperty("type", "search");
    line.addProperty("experiment", plan.experiment().name());
    line.addProperty("search", row.search() + 1);
    line.addProperty("configuration", point.configuration() + 1);
    line.addProperty("repeat", point.repeat());
    JsonObject values = new JsonObject();
    for (int key = 0; key < plan.experiment().keys().size(); key++) {
      values.addProperty(plan.experiment().keys().get(key), point.values().get(key));
    }
    line.add("values", values);
    line.addProperty("trials_done", row.known());
    row.next().ifPresent(next -> line.addProperty("next_value", Attempts.shown(next)));
    line.addProperty("over", row.next().isEmpty());
    return line;
  }
}
