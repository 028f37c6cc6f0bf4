package lockstep.config.format;

import java.util.Collections;
import java.util.List;
import lockstep.network.Dropout;

/**
 * What a file says under {@code network.dropout}.
 *
 * @param rates how often units are silenced
 * @param stream the random numbers of the masks; of no use where no unit is silenced
 */
public record DropoutSection(Rates rates, StreamSection stream) {

  /** A rate with a stream of its own. */
  static DropoutSection of(Rates rates) {
    return new DropoutSection(rates, StreamSection.DEFAULT);
  }

  /** What means some dropout, where there is any. */
  public static DropoutSection of(Dropout dropout, StreamSection stream) {
    List<Double> rates = dropout.rates();
    return new DropoutSection(
        dropout.isUniform() ? Rates.everywhere(rates.get(0)) : Rates.listed(rates), stream);
  }

  /**
   * Rates as a file gives them.
   *
   * @param everywhere whether the only one is that of every hidden layer
   * @param each the only one, or one for each hidden layer
   */
  public record Rates(boolean everywhere, List<Double> each) {
    /** Copies the list. */
    public Rates {
      each = List.copyOf(each);
    }

    static Rates everywhere(double rate) {
      return new Rates(true, List.of(rate));
    }

    static Rates listed(List<Double> each) {
      return new Rates(false, each);
    }

    /** Whether any unit is ever silenced. */
    public boolean silence() {
      return each.stream().anyMatch(rate -> rate > 0);
    }

    /**
     * The rate of every hidden layer.
     *
     * @param hiddenLayers their number, if no list says it
     */
    public Dropout resolve(int hiddenLayers) {
      return new Dropout(everywhere ? Collections.nCopies(hiddenLayers, each.get(0)) : each);
    }
  }
}
