package lockstep.report;

import lockstep.sweep.Ending;

/** What became of a trial, as far as a ranking is concerned. */
enum Outcome {
  /** Trained to its own end. */
  FINISHED("finished"),
  /** The same, but the gradient vanished on the way. */
  STALLED("stalled"),
  /** Ended early because others were better. */
  PRUNED("pruned"),
  /** Diverged, whatever was reached before. */
  DIVERGED("diverged"),
  /** Could not be done. */
  FAILED("failed");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The outcome of an ending. */
  static Outcome of(Ending ending) {
    for (Outcome outcome : values()) {
      if (outcome.word.equals(ending.word())) {
        return outcome;
      }
    }
    return FINISHED;
  }

  /** The participle for it. */
  String word() {
    return word;
  }

  /** Whether the numbers at the end are those of a whole training. */
  boolean whole() {
    return this == FINISHED || this == STALLED;
  }
}
