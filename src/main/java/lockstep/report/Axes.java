package lockstep.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.TrialPoint;

/**
 * What distinguishes the configurations of a sweep.
 *
 * @param all every swept key on its own, in the order of the sweep
 * @param varying those with more than one value; keys that change in step are one axis
 */
record Axes(List<Axis> all, List<Axis> varying) {
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST_NUMBER = 7;
  private static final int DIGITS = 3;

  /** Copies the lists. */
  Axes {
    all = List.copyOf(all);
    varying = List.copyOf(varying);
  }

  /** The axes of a sweep; asks for every configuration once. */
  static Axes of(Experiment experiment) {
    int configurations = experiment.configurations();
    int keys = experiment.keys().size();
    List<Map<String, Integer>> seen =
        IntStream.range(0, keys)
            .<Map<String, Integer>>mapToObj(k -> new LinkedHashMap<>())
            .toList();
    int[][] places = new int[keys][configurations];
    for (int configuration = 0; configuration < configurations; configuration++) {
      TrialPoint point = experiment.point(configuration * experiment.repeats());
      for (int key = 0; key < keys; key++) {
        Map<String, Integer> values = seen.get(key);
        String value = point.values().get(key);
        places[key][configuration] = values.computeIfAbsent(value, any -> values.size());
      }
    }
    List<Axis> all = new ArrayList<>();
    for (int key = 0; key < keys; key++) {
      List<String> values = List.copyOf(seen.get(key).keySet());
      all.add(sorted(experiment.keys().get(key), values, places[key]));
    }
    return new Axes(all, varying(all));
  }

  private static Axis sorted(String key, List<String> values, int[] places) {
    Axis axis = new Axis(List.of(key), values, places);
    if (!axis.numeric()) {
      return axis;
    }
    double[] numbers = axis.numbers();
    Integer[] order = IntStream.range(0, numbers.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(index -> numbers[index]));
    int[] rank = new int[order.length];
    IntStream.range(0, order.length).forEach(index -> rank[order[index]] = index);
    List<String> ascending = Arrays.stream(order).map(values::get).toList();
    return new Axis(List.of(key), ascending, Arrays.stream(places).map(p -> rank[p]).toArray());
  }

  private static List<Axis> varying(List<Axis> all) {
    List<Axis> varying = new ArrayList<>();
    for (Axis axis : all) {
      if (axis.values().size() > 1) {
        Optional<Axis> leader = varying.stream().filter(axis::inStepWith).findFirst();
        if (leader.isPresent()) {
          List<String> keys = new ArrayList<>(leader.get().keys());
          keys.addAll(axis.keys());
          varying.set(
              varying.indexOf(leader.get()),
              new Axis(keys, leader.get().values(), leader.get().places()));
        } else {
          varying.add(axis);
        }
      }
    }
    return varying;
  }

  /** The keys that differ, one an axis; of a sweep of one configuration, all. */
  private List<Axis> telling() {
    return varying.isEmpty() ? all : varying;
  }

  /** A configuration in plain text: {@code learning_rate 0.1, layers [2, 4, 1]}. */
  String plain(int configuration) {
    List<String> parts =
        telling().stream()
            .map(axis -> axis.shortName() + " " + shown(axis.value(configuration)))
            .toList();
    return String.join(", ", parts);
  }

  /** A value where the exact one is not needed: a long number is rounded, a long text cut. */
  static String shown(String value) {
    return cut(rounded(value));
  }

  /** A value in full, but for a long number, which is rounded. */
  static String rounded(String value) {
    boolean rounded = value.length() > LONGEST_NUMBER && Axis.isNumber(value);
    return rounded ? Digits.rounded(Double.parseDouble(value), DIGITS) : whole(value);
  }

  /** A value in full, visible if it is empty. */
  static String whole(String value) {
    return value.isEmpty() ? "–" : value;
  }

  /** A configuration in Markdown: the keys with their values, as code. */
  String code(int configuration) {
    List<String> parts =
        telling().stream()
            .map(axis -> Markdown.code(axis.key() + ": " + cut(axis.value(configuration))))
            .toList();
    return parts.isEmpty() ? "the only configuration" : String.join(", ", parts);
  }

  /** A value that fits into a table or a figure. */
  static String cut(String value) {
    return cut(value, LONGEST_VALUE);
  }

  /** A text of at most so many characters; an ellipsis is the last one of a longer text. */
  static String cut(String value, int longest) {
    int length = value.codePointCount(0, value.length());
    return length <= longest
        ? whole(value)
        : value.substring(0, value.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
