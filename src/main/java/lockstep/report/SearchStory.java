package lockstep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.Search.LargestStable;
import lockstep.search.Ended;
import lockstep.search.Finding;
import lockstep.search.Finding.Kind;

/** What a search for a largest stable value asked, and what it found. */
final class SearchStory {
  private static final String DEAD =
      " Whether it learned there, or died and so held still, the losses below tell.";

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
        + " with which training is stable? Searched by bisection between "
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
          + Found.shown(first.unstable().orElseThrow())
          + " it "
          + verb(first.unstable().orElseThrow())
          + "."
          + exceptions(only);
    }
    return "**The largest stable "
        + key()
        + " is "
        + only.mean()
        + "**, the mean over "
        + bracketed
        + " repeats"
        + spread(only)
        + "."
        + exceptions(only);
  }

  private static String verb(Ended unstable) {
    String why = Found.instability(unstable);
    return unstable.ending().diverged() ? why : "was not, with " + why;
  }

  private static String spread(Found one) {
    return one.sample().values().stream().distinct().count() == 1
        ? ", the same in each"
        : " (95 % interval "
            + one.intervalInWords().orElseThrow()
            + "; single repeats from "
            + one.range().orElseThrow()
            + ")";
  }

  /** The answer where no search ended between two neighbours. */
  private String nothing(Found only) {
    int repeats = only.findings().size();
    if (only.count(Kind.ALWAYS_STABLE) == repeats) {
      return "**Training is stable up to " + key() + " " + high() + "**" + inAll(repeats) + DEAD;
    }
    if (only.count(Kind.NEVER_STABLE) == repeats) {
      return "**Training is not stable even at " + key() + " " + low() + "**" + inAll(repeats);
    }
    return "**No largest stable " + key() + " was found.**" + exceptions(only);
  }

  private static String inAll(int repeats) {
    return repeats == 1 ? "." : ", in all of " + repeats + " repeats.";
  }

  private String exceptions(Found only) {
    List<String> parts = new ArrayList<>();
    add(parts, only.count(Kind.ALWAYS_STABLE), "training is stable up to " + high());
    add(parts, only.count(Kind.NEVER_STABLE), "it is not stable even at " + low());
    add(parts, only.count(Kind.FAILED), "a trial could not be done");
    String dead = only.count(Kind.ALWAYS_STABLE) > 0 ? DEAD : "";
    String apart = only.count(Kind.BRACKETED) > 0 ? "; the mean is that of the others" : "";
    return parts.isEmpty() ? "" : " In " + String.join(", in ", parts) + apart + "." + dead;
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
        + lowest.mean()
        + "**, with "
        + axes.code(lowest.configuration())
        + ", **and "
        + highest.mean()
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
        + " stable and the smallest known not to be, until these two are neighbours with "
        + Digits.counted(search.digits(), "significant digit")
        + ". That finds one place where stability ends, and takes for granted that there is only"
        + " one: values that were not tried are not known, and where a higher value is stable again"
        + " (which happens), the ends decide which place is found. At high rates a"
        + " network may die, and then holds without learning: the losses in the table tell. Stable"
        + " means that no sign of"
        + " divergence was seen"
        + within
        + ", and that the loss was not above the initial one at the end; with more epochs, a value just below the limit may still diverge.";
  }
}
