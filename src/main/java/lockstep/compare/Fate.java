package lockstep.compare;

/** What became of a trial, as far as its numbers can be averaged. */
public enum Fate {
  /** It ended by its own rules: its numbers count. */
  MEASURED("measured"),
  /** It diverged: its numbers are those of a wreck. */
  DIVERGED("diverged"),
  /** It was ended early because others were better: its last numbers are of another epoch. */
  PRUNED("pruned"),
  /** It was not done. */
  FAILED("failed"),
  /** It ended by its own rules, but has no finite number. */
  NUMBERLESS("without a number");

  private final String word;

  Fate(String word) {
    this.word = word;
  }

  /** The word for it; of a trial that diverged, was pruned or failed it is the verdict's. */
  public String word() {
    return word;
  }

  /** The fate that a verdict of a summary tells. */
  static Fate of(String verdict) {
    for (Fate fate : new Fate[] {DIVERGED, PRUNED, FAILED}) {
      if (fate.word.equals(verdict)) {
        return fate;
      }
    }
    return MEASURED;
  }
}
