package lockstep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.search.Finding;
import lockstep.search.Finding.Kind;

/** What a search for a largest stable value asked, and what it found. */
final class SearchStory {
  private final Experiment experiment;
  private final LargestStable search;
  private final List<Found> found;
  private final Axes axes;

  SearchStory(Experiment experiment, List<Found> found, Axes axes) {
    this.experiment = experiment;
    this.search = (LargestStable) experiment.search().orElseThrow();
    this.found = found;
    this.axes = axes;
  }

  private String key() {
    return Markdown.code(search.key());
  }

  private String low() {
    return Digits.exact(search.low().doubleValue());
  }

  private String high() {
    return Digits.exact(search.high().doubleValue());
  }

  /** What was asked, in Markdown. */
  String question() {
    int repeats = experiment.repeats();
    int configurations = experiment.configurations();
    String runs = repeats == 1 ? "" : ", in " + repeats + " repeats with seeds of their own";
    String each = configurations == 1 ? "" : ", for each of " + configurations + " configurations";
    return "What is the largest "
        + key()
        + " with which training does not diverge? Searched by bisection between "
        + low()
        + " and "
        + high()
        + ", to "
        + Digits.counted(search.digits(), "significant digit")
        + runs
        + each
        + ".";
  }

  /** The answer in Markdown, no surer than the searches are. */
  String answer() {
    return found.size() == 1 ? one(found.get(0)) : many();
  }

  private String one(Found only) {
    int bracketed = only.count(Kind.BRACKETED);
    if (bracketed == 0) {
      return nothing(only);
    }
    Finding first =
        only.findings().stream().filter(f -> f.kind() == Kind.BRACKETED).findFirst().orElseThrow();
    if (bracketed == 1) {
      return "**The largest stable "
          + key()
          + " is "
          + Found.shown(first.stable().orElseThrow())
          + "**: with "
          + Found.shown(first.diverged().orElseThrow())
          + ", training "
          + Found.divergence(first.diverged().orElseThrow())
          + "."
          + exceptions(only);
    }
    return "**The largest stable "
        + key()
        + " is "
        + Digits.rounded(only.sample().mean().orElseThrow())
        + "**, the mean over "
        + bracketed
        + " repeats"
        + spread(only)
        + "."
        + exceptions(only);
  }

  private static String spread(Found one) {
    double least = one.sample().minimum().orElseThrow();
    double most = one.sample().maximum().orElseThrow();
    return one.interval()
        .filter(interval -> least < most)
        .map(
            interval ->
                " (95 % interval "
                    + Found.span(interval.low(), interval.high())
                    + "; single repeats from "
                    + Found.span(least, most)
                    + ")")
        .orElse(", the same in each");
  }

  /** The answer where no search ended between two neighbours. */
  private String nothing(Found only) {
    int repeats = only.findings().size();
    if (only.count(Kind.NEVER_DIVERGED) == repeats) {
      return "**Training does not diverge up to " + key() + " " + high() + "**" + inAll(repeats);
    }
    if (only.count(Kind.ALWAYS_DIVERGED) == repeats) {
      return "**Training diverges even at " + key() + " " + low() + "**" + inAll(repeats);
    }
    return "**No largest stable " + key() + " was found.**" + exceptions(only);
  }

  private static String inAll(int repeats) {
    return repeats == 1 ? "." : ", in any of " + repeats + " repeats.";
  }

  private String exceptions(Found only) {
    List<String> parts = new ArrayList<>();
    add(parts, only.count(Kind.NEVER_DIVERGED), "training does not diverge up to " + high());
    add(parts, only.count(Kind.ALWAYS_DIVERGED), "it diverges even at " + low());
    add(parts, only.count(Kind.FAILED), "a trial could not be done");
    String apart = only.count(Kind.BRACKETED) > 0 ? "; the mean is that of the others" : "";
    return parts.isEmpty()
        ? ""
        : " In " + String.join(", in ", parts) + (parts.isEmpty() ? "" : apart) + ".";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(Digits.counted(count, "repeat") + " " + what);
    }
  }

  private String many() {
    List<Found> known = found.stream().filter(one -> one.sample().size() > 0).toList();
    if (known.isEmpty()) {
      return "**No configuration has a largest stable " + key() + "** between the ends.";
    }
    Comparator<Found> order = Comparator.comparingDouble(one -> mean(one));
    Found lowest = known.stream().min(order).orElseThrow();
    Found highest = known.stream().max(order).orElseThrow();
    String without =
        known.size() == found.size()
            ? ""
            : " "
                + (found.size() - known.size())
                + " of the configurations have none between the"
                + " ends.";
    String mean = experiment.repeats() == 1 ? "" : " in the mean";
    return "**The largest stable "
        + key()
        + mean
        + " is between "
        + Digits.rounded(mean(lowest))
        + "**, with "
        + axes.code(lowest.configuration())
        + ", **and "
        + Digits.rounded(mean(highest))
        + "**, with "
        + axes.code(highest.configuration())
        + "."
        + without;
  }

  private static double mean(Found one) {
    return one.sample().mean().orElseThrow();
  }

  /** How it was searched, and what that can miss. */
  String method(Optional<Integer> epochs) {
    String within = epochs.map(n -> " within " + Digits.counted(n, "epoch")).orElse("");
    return "## What was searched, and what that can miss\n\n"
        + "Each search tries "
        + low()
        + " and "
        + high()
        + " first, and then always the decimal in the middle between the largest value known to be"
        + " stable and the smallest known to diverge, until these two are neighbours with "
        + Digits.counted(search.digits(), "significant digit")
        + ". That finds one place where stability ends, and takes for granted that there is only"
        + " one: values that were not tried are not known, and where a higher value is stable again"
        + " (which happens), the ends decide which place is found. Stable means that no sign of"
        + " divergence was seen"
        + within
        + "; with more epochs, a value just below the limit may still diverge.";
  }
}
