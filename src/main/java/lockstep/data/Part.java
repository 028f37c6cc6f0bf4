package lockstep.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * What samples are used for. A quantity that is measured on one of the parts has a name that says
 * so: {@code loss} on the training part, {@code validation_loss}, {@code test_loss}.
 */
public enum Part {
  /** What the network is trained on. */
  TRAIN(""),
  /** What training is watched with and configurations are chosen by. */
  VALIDATION("validation_"),
  /** What nothing is chosen by: it only measures what came out. */
  TEST("test_");

  private final String prefix;

  Part(String prefix) {
    this.prefix = prefix;
  }

  /** The part that a name is about; the training part if it names none. */
  public static Part of(String column) {
    return Arrays.stream(values())
        .filter(part -> part.isHeldOut() && column.startsWith(part.prefix))
        .findFirst()
        .orElse(TRAIN);
  }

  /** What a name is about whatever the part: {@code loss} of {@code test_loss}. */
  public static String quantity(String column) {
    return column.substring(of(column).prefix.length());
  }

  /** The name of a quantity that is measured on this part. */
  public String column(String quantity) {
    return prefix + quantity;
  }

  /** Its name in words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether no training sees it. */
  public boolean isHeldOut() {
    return this != TRAIN;
  }
}
