package lockstep.report;

import lockstep.search.RangeRun;

/**
 * What a learning-rate range test asked, and what it found.
 *
 * @param run the run
 * @param input the same as a trial
 */
record RangeStory(RangeRun run, ReportInput input) {
  private static final int DIGITS = 3;

  private static String rate(double rate) {
    return Digits.rounded(rate, DIGITS);
  }

  /** What was asked, in Markdown. */
  String question() {
    return "At which learning rate does the loss fall fastest, and from which on does it rise? One"
        + " run of "
        + run.rates().epochs()
        + " epochs, whose learning rate grows by the same factor after each, from "
        + Digits.exact(run.rates().first())
        + " to "
        + Digits.exact(run.rates().last())
        + ".";
  }

  /** The answer in a sentence or two of Markdown. */
  String answer() {
    if (run.lowest().isEmpty()) {
      return "**No learning rate can be suggested**: the loss never fell below that of the untrained"
          + " network.";
    }
    if (run.steepest().orElseThrow() == 1) {
      return "**No learning rate can be suggested**: the loss fell fastest in the very first epoch,"
          + " whatever its rate. It was lowest at "
          + rate(run.rate(run.lowest().getAsInt()))
          + ".";
    }
    String steepest = rate(run.rate(run.steepest().orElseThrow()));
    int lowest = run.lowest().getAsInt();
    String most = rate(run.rate(lowest));
    String upper =
        run.stillFalling()
            ? " It was still falling at " + most + ", so the largest useful rate is not known."
            : " It was lowest at " + most + ", beyond which it rose.";
    return "**The loss fell fastest at a learning rate of about "
        + steepest
        + "**, which is the suggestion."
        + upper;
  }

  /** How the run ended. */
  String ending() {
    int last = run.epochs();
    boolean early = last < run.rates().epochs();
    String loss = Digits.rounded(run.loss(0)) + " to " + Digits.rounded(run.loss(last));
    String lowest =
        run.lowest().isEmpty()
            ? ""
            : ", the lowest was " + Digits.rounded(run.loss(run.lowest().getAsInt()));
    String rate = last == 0 ? "" : " at a learning rate of " + rate(run.rate(last));
    return "The loss went from "
        + loss
        + lowest
        + ". The run "
        + (early ? "ended" : "came to its end")
        + " after "
        + Digits.counted(last, "epoch")
        + rate
        + "; its verdict: "
        + input.result().verdict().word()
        + ".";
  }

  /** How the numbers come about, and what they cannot tell. */
  String method() {
    return "## What a range test tells, and what not\n\n"
        + "The figure has the loss after each epoch over the learning rate of that epoch, until"
        + " it is more than twice the initial one. \"Fell"
        + " fastest\" is where the difference of the losses after and before it and its neighbours"
        + " is greatest, among the epochs up to the lowest loss. Both rates depend on where the run"
        + " starts, on how fast the rate grows and on what the epochs before have reached already:"
        + " they are good places to begin with, not limits. Which constant rate training can bear"
        + " to its end is found by "
        + Markdown.code("search: {largest_stable: ...}")
        + ". After Smith (2017), *Cyclical learning rates for training neural networks*, WACV,"
        + " where the rate grows linearly.";
  }
}
