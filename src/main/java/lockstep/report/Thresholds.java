package lockstep.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From which value of a number on a sweep diverged, where that can be said in a sentence: nothing
 * diverged below it and everything did from it on, for each value of another key if two are swept.
 *
 * @param ranking the configurations
 * @param axes what distinguishes them
 */
record Thresholds(Ranking ranking, Axes axes) {
  private static final int MOST_OTHERS = 6;

  /** The sentence; empty if there is none. */
  Optional<String> text() {
    List<Axis> varying = axes.varying();
    Optional<Axis> along =
        varying.stream()
            .filter(Axis::numeric)
            .max(Comparator.comparingInt(axis -> axis.values().size()));
    if (along.isEmpty() || varying.size() > 2) {
      return Optional.empty();
    }
    return varying.size() == 1
        ? alone(along.get())
        : crossed(along.get(), varying.get(1 - varying.indexOf(along.get())));
  }

  private Optional<String> alone(Axis along) {
    Optional<OptionalInt> first = first(along, ranking.standings());
    return first
        .filter(place -> place.isPresent() && place.getAsInt() > 0)
        .map(OptionalInt::getAsInt)
        .map(
            place ->
                "Up to "
                    + Markdown.code(along.key() + ": " + along.values().get(place - 1))
                    + " nothing diverged; from "
                    + Markdown.code(along.values().get(place))
                    + " on, every configuration did"
                    + often()
                    + ".");
  }

  private String often() {
    return ranking.best().repeats() == 1 ? "" : " in at least one run";
  }

  private Optional<String> crossed(Axis along, Axis other) {
    if (other.values().size() > MOST_OTHERS) {
      return Optional.empty();
    }
    List<String> diverged = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (int value = 0; value < other.values().size(); value++) {
      Optional<OptionalInt> first = first(along, with(other, value));
      if (first.isEmpty()) {
        return Optional.empty();
      }
      if (first.get().isPresent()) {
        String from = from(along, first.get().getAsInt(), diverged.isEmpty());
        diverged.add(from + " with " + name(other, value, diverged.isEmpty()));
      } else {
        held.add(" with " + name(other, value, false));
      }
    }
    return diverged.isEmpty() ? Optional.empty() : Optional.of(sentence(diverged, held));
  }

  private List<Standing> with(Axis other, int value) {
    return ranking.standings().stream()
        .filter(one -> other.places()[one.configuration()] == value)
        .toList();
  }

  private String sentence(List<String> diverged, List<String> held) {
    String none = held.isEmpty() ? "" : "; none did" + String.join(" nor", held);
    return "Every configuration diverged"
        + often()
        + " "
        + String.join(", ", diverged)
        + none
        + ".";
  }

  private static String name(Axis other, int value, boolean first) {
    String text = Axes.cut(other.values().get(value));
    return Markdown.code(first ? other.key() + ": " + text : text);
  }

  private static String from(Axis along, int place, boolean first) {
    String value = along.values().get(place);
    return "from " + Markdown.code(first ? along.key() + ": " + value : value) + " on";
  }

  /** The first place from which on everything diverged; empty if something did before it. */
  private static Optional<OptionalInt> first(Axis along, List<Standing> standings) {
    boolean[] diverged = new boolean[along.values().size()];
    boolean[] there = new boolean[along.values().size()];
    for (Standing standing : standings) {
      int place = along.places()[standing.configuration()];
      diverged[place] = standing.count(Outcome.DIVERGED) > 0;
      there[place] = true;
    }
    int first = diverged.length;
    while (first > 0 && (diverged[first - 1] || !there[first - 1])) {
      first--;
    }
    while (first < there.length && !there[first]) {
      first++;
    }
    for (boolean before : Arrays.copyOf(diverged, first)) {
      if (before) {
        return Optional.empty();
      }
    }
    return Optional.of(first < diverged.length ? OptionalInt.of(first) : OptionalInt.empty());
  }
}
