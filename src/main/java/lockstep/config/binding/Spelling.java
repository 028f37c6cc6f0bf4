package lockstep.config.binding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the known word that was probably meant. */
public final class Spelling {
  private static final Map<String, List<String>> SYNONYMS = new LinkedHashMap<>();

  static {
    SYNONYMS.put("yes", List.of("true", "on"));
    SYNONYMS.put("no", List.of("false", "off"));
    SYNONYMS.put("true", List.of("on"));
    SYNONYMS.put("false", List.of("off"));
    SYNONYMS.put("on", List.of("true"));
    SYNONYMS.put("off", List.of("false"));
    SYNONYMS.put("linear", List.of("identity"));
    SYNONYMS.put("lr", List.of("learning_rate"));
    SYNONYMS.put("iterations", List.of("epochs"));
    SYNONYMS.put("activation", List.of("activations"));
    SYNONYMS.put("binary_cross_entropy", List.of("bce"));
    SYNONYMS.put("cross_entropy", List.of("bce"));
    SYNONYMS.put("mean_squared_error", List.of("mse"));
    SYNONYMS.put("rmse", List.of("root_mean_squared_error"));
    SYNONYMS.put("mae", List.of("mean_absolute_error"));
    SYNONYMS.put("gaussian", List.of("normal"));
    SYNONYMS.put("glorot", List.of("xavier"));
    SYNONYMS.put("sgd", List.of("gradient_descent"));
    SYNONYMS.put("n_samples", List.of("samples"));
  }

  private Spelling() {}

  /**
   * The word of a list that is nearest to what was written: at most a third of its letters wrong,
   * or another name for the same thing.
   *
   * @return empty if none is near
   */
  public static String nearest(String written, List<String> known) {
    String normal = written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    List<String> synonyms = SYNONYMS.getOrDefault(normal, List.of());
    return synonyms.stream()
        .filter(known::contains)
        .findFirst()
        .orElseGet(() -> similar(normal, known));
  }

  private static String similar(String written, List<String> known) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String word : known) {
      int most = Math.max(1, word.length() / 3);
      if (Math.abs(written.length() - word.length()) <= most) {
        int distance = distance(written, word);
        if (distance <= most && distance < Math.min(least, word.length())) {
          nearest = word;
          least = distance;
        }
      }
    }
    return nearest;
  }

  /** How many letters must be inserted, left out, changed or swapped with their neighbour. */
  static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > to.length()) {
      return from.length();
    }
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    Arrays.setAll(cost[0], column -> column);
    for (int i = 1; i <= from.length(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= to.length(); j++) {
        cost[i][j] = cheapest(cost, from, to, new int[] {i, j});
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int[] at) {
    int i = at[0];
    int j = at[1];
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean canSwap = i > 1 && j > 1;
    boolean swapped =
        canSwap && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
