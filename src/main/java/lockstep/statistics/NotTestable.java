package lockstep.statistics;

/**
 * A test that the values do not allow.
 *
 * @param reason why
 */
public record NotTestable(Reason reason) implements TestResult {

  /** Why a test is not possible. */
  public enum Reason {
    /** A rank test of no values. */
    NO_VALUES("there are no values"),
    /** A t-test needs two pairs for a standard deviation. */
    TOO_FEW_PAIRS("there are fewer than two pairs"),
    /** A t-test needs two values in each sample for a standard deviation. */
    TOO_FEW_VALUES("a sample has fewer than two values"),
    /**
     * There is a difference, but no variation to hold it against: the t statistic would be infinite
     * or made of rounding.
     */
    NO_VARIATION("the values do not vary");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The reason as a clause for people. */
    public String text() {
      return text;
    }
  }
}
