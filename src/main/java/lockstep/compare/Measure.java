package lockstep.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Spelling;
import lockstep.data.Part;
import lockstep.training.Metric;

/**
 * A number of a trial: a column of a summary.
 *
 * @param name {@code final_} or {@code best_} before a column of the history, as {@code
 *     final_test_loss}
 */
public record Measure(String name) {
  private static final String FINAL = "final_";
  private static final String BEST = "best_";
  private static final String LOSS = "loss";
  private static final List<String> DEFAULTS =
      List.of(FINAL + Part.TEST.column(LOSS), FINAL + Part.VALIDATION.column(LOSS), FINAL + LOSS);

  /** Whether a column of a summary is a number that trials can be compared by. */
  static boolean isMeasure(String column) {
    return column.startsWith(FINAL) || column.startsWith(BEST) && !column.equals("best_epoch");
  }

  /**
   * The measure that was asked for, or else the final test loss, validation loss or loss.
   *
   * @param written its name; the final value is meant if it says neither {@code final_} nor {@code
   *     best_}
   * @param known what all results have
   * @throws NotComparableException if there is none; the message names those that there are
   */
  static Measure choose(Optional<String> written, List<String> known)
      throws NotComparableException {
    if (written.isEmpty()) {
      return DEFAULTS.stream()
          .filter(known::contains)
          .findFirst()
          .map(Measure::new)
          .orElseThrow(() -> unknown("loss", known));
    }
    String name = written.get();
    return List.of(name, FINAL + name).stream()
        .filter(known::contains)
        .findFirst()
        .map(Measure::new)
        .orElseThrow(() -> unknown(name, known));
  }

  private static NotComparableException unknown(String name, List<String> known) {
    List<String> words =
        known.stream()
            .map(each -> each.startsWith(FINAL) ? each.substring(FINAL.length()) : each)
            .toList();
    String nearest = Spelling.nearest(name, words);
    return new NotComparableException(
        "there is no metric '"
            + name
            + "' in all of these results; they have "
            + String.join(", ", words)
            + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?"));
  }

  /** The column of the history that it comes from. */
  public String column() {
    return name.substring(name.indexOf('_') + 1);
  }

  /** It in words: {@code final test loss}. */
  public String words() {
    return name.replace('_', ' ');
  }

  /** It in words, without saying that it is the final value. */
  public String shortWords() {
    return (name.startsWith(FINAL) ? column() : name).replace('_', ' ');
  }

  /** Whether a larger value is better; empty if neither is said to be. */
  public Optional<Boolean> largerIsBetter() {
    String quantity = Part.quantity(column());
    return quantity.equals(LOSS)
        ? Optional.of(false)
        : Arrays.stream(Metric.values())
            .filter(metric -> metric.column().equals(quantity))
            .map(Metric::largerIsBetter)
            .findFirst();
  }
}
