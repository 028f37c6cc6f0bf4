package lockstep.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import lockstep.compare.Candidate;
import lockstep.compare.Comparison;
import lockstep.compare.Contrast;
import lockstep.compare.Fate;
import lockstep.compare.Parting;
import lockstep.compare.ResultsComparison;
import lockstep.decimal.ShortestDecimal;
import lockstep.statistics.Sample;

/**
 * A comparison for programs: an object for each configuration, comparison and pair of curves, told
 * apart by {@code type}. What does not apply is left out.
 */
final class CompareJson {
  private final ResultsComparison all;

  private CompareJson(ResultsComparison all) {
    this.all = all;
  }

  static List<JsonObject> lines(ResultsComparison all) {
    CompareJson json = new CompareJson(all);
    List<JsonObject> lines = new ArrayList<>();
    for (int index = 0; index < all.candidates().all().size(); index++) {
      lines.add(json.configuration(index));
    }
    all.comparisons().forEach(one -> lines.add(json.comparison(one)));
    all.partings().forEach(one -> lines.add(parting(one)));
    return lines;
  }

  private JsonObject configuration(int index) {
    Candidate candidate = all.candidates().all().get(index);
    JsonObject line = object("configuration");
    line.addProperty("name", candidate.name());
    line.addProperty("folder", candidate.folder().toString());
    line.addProperty("configuration", candidate.number() + 1);
    JsonObject settings = new JsonObject();
    for (int key = 0; key < all.differences().keys().size(); key++) {
      String value = all.differences().values().get(index).get(key);
      settings.addProperty(all.differences().keys().get(key), value);
    }
    line.add("settings", settings);
    line.addProperty("metric", all.measure().name());
    Sample sample = candidate.sample(all.measure());
    line.addProperty("runs", sample.size());
    number(line, "mean", sample.mean());
    number(line, "sd", sample.standardDeviation());
    for (Fate fate : List.of(Fate.DIVERGED, Fate.PRUNED, Fate.FAILED, Fate.NUMBERLESS)) {
      line.addProperty(fate.word().replace(" a ", "_"), candidate.count(fate, all.measure()));
    }
    return line;
  }

  private JsonObject comparison(Comparison one) {
    Contrast values = one.values();
    JsonObject line = object("comparison");
    line.addProperty("first", one.first().name());
    line.addProperty("second", one.second().name());
    line.addProperty("metric", one.measure().name());
    line.addProperty("finding", one.finding().name().toLowerCase(Locale.ROOT));
    line.addProperty("worse", one.worse());
    line.addProperty("paired", values.paired());
    number(line, "difference", values.difference());
    values.interval().ifPresent(interval -> number(line, "low", interval.low()));
    values.interval().ifPresent(interval -> number(line, "high", interval.high()));
    number(line, "effect", values.effect());
    number(line, "p", values.deciding().pValueIfTested());
    number(line, "p_holm", one.corrected().deciding());
    number(line, "rank_p", values.ranks().pValueIfTested());
    number(line, "rank_p_holm", one.corrected().ranks());
    number(line, "divergence_p_holm", one.corrected().divergence());
    if (all.testToTrainingRatio().isEmpty() && values.more().isPresent()) {
      line.addProperty("more_repeats", values.more().getAsInt());
    }
    return line;
  }

  private static JsonObject parting(Parting one) {
    JsonObject line = object("curves");
    line.addProperty("first", one.first().name());
    line.addProperty("second", one.second().name());
    line.addProperty("curve", one.column());
    line.addProperty("repeat", one.repeat());
    one.parted().ifPresent(epoch -> line.addProperty("part_at_epoch", epoch.epoch()));
    line.addProperty("last_epoch", one.end().epoch());
    number(line, "first_at_last", one.end().first());
    number(line, "second_at_last", one.end().second());
    return line;
  }

  private static JsonObject object(String type) {
    JsonObject line = new JsonObject();
    line.addProperty("type", type);
    return line;
  }

  private static void number(JsonObject line, String name, OptionalDouble value) {
    value.ifPresent(present -> number(line, name, present));
  }

  private static void number(JsonObject line, String name, double value) {
    String text = ShortestDecimal.format(value);
    line.add(
        name,
        Double.isFinite(value) ? new JsonPrimitive(new BigDecimal(text)) : new JsonPrimitive(text));
  }
}
