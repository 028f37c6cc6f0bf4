package lockstep.data;

/** By what rule samples come into parts or folds. */
public enum Allocation {
  /** At random, whatever their class. */
  SHUFFLED(true, false),
  /** At random, each class on its own, so that every part has the classes in about equal shares. */
  STRATIFIED(true, true),
  /** In the order in which they are. */
  IN_ORDER(false, false),
  /** Each class on its own, in the order in which its samples are; of folds only. */
  STRATIFIED_IN_ORDER(false, true);

  /** The allocation of a split or of folds where nothing is said. */
  public static final Allocation DEFAULT = SHUFFLED;

  private final boolean draws;
  private final boolean stratifies;

  Allocation(boolean draws, boolean stratifies) {
    this.draws = draws;
    this.stratifies = stratifies;
  }

  /** The allocation that draws, or does not, and looks at classes, or does not. */
  public static Allocation of(boolean draws, boolean stratifies) {
    if (draws) {
      return stratifies ? STRATIFIED : SHUFFLED;
    }
    return stratifies ? STRATIFIED_IN_ORDER : IN_ORDER;
  }

  /** Whether random numbers are drawn for it. */
  public boolean draws() {
    return draws;
  }

  /** Whether it looks at classes. */
  public boolean stratifies() {
    return stratifies;
  }
}
