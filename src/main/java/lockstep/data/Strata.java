package lockstep.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * Samples by class.
 *
 * @param members for each class that occurs, in the order of their numbers, where its samples are
 */
record Strata(List<int[]> members) {

  /** The strata of samples of these classes. */
  static Strata of(int[] labels) {
    SortedMap<Integer, List<Integer>> classes = new TreeMap<>();
    for (int sample = 0; sample < labels.length; sample++) {
      classes.computeIfAbsent(labels[sample], any -> new ArrayList<>()).add(sample);
    }
    return new Strata(
        classes.values().stream()
            .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  int classes() {
    return members.size();
  }

  /** How many samples the class with the fewest has. */
  int fewest() {
    return members.stream().mapToInt(places -> places.length).min().orElse(0);
  }

  /**
   * Places of a training and of a held-out part, in which the classes have the shares that they
   * have in all.
   *
   * <p>Source: scikit-learn 1.2, {@code StratifiedShuffleSplit}: how many of each class are in the
   * parts, a permutation of each class, and one of each part.
   *
   * @param held how many are held out
   * @param stream moved on
   */
  Division divide(int held, RandomStream stream) {
    int[] counts = members.stream().mapToInt(places -> places.length).toArray();
    int[] left = mode(counts, Arrays.stream(counts).sum() - held, stream);
    Arrays.setAll(counts, index -> counts[index] - left[index]);
    int[] moved = mode(counts, held, stream);
    IntStream.Builder train = IntStream.builder();
    IntStream.Builder other = IntStream.builder();
    for (int index = 0; index < members.size(); index++) {
      int[] places = members.get(index);
      int[] order = stream.permutation(places.length);
      for (int at = 0; at < left[index] + moved[index]; at++) {
        (at < left[index] ? train : other).add(places[order[at]]);
      }
    }
    return new Division(shuffled(train, stream), shuffled(other, stream));
  }

  private static int[] shuffled(IntStream.Builder places, RandomStream stream) {
    int[] values = places.build().toArray();
    stream.shuffle(values);
    return values;
  }

  /**
   * About the likeliest numbers of each class among samples that are drawn without replacement: the
   * expected ones rounded down, and one more for those with the largest remainders until there are
   * enough; among equal remainders it is drawn.
   *
   * <p>Source: scikit-learn 1.2, {@code sklearn.utils._approximate_mode}.
   */
  private static int[] mode(int[] counts, int draws, RandomStream stream) {
    double all = Arrays.stream(counts).sum();
    double[] expected = Arrays.stream(counts).mapToDouble(count -> count / all * draws).toArray();
    int[] numbers = Arrays.stream(expected).mapToInt(value -> (int) value).toArray();
    double[] remainders =
        IntStream.range(0, counts.length)
            .mapToDouble(index -> expected[index] - numbers[index])
            .toArray();
    double[] values = Arrays.stream(remainders).distinct().sorted().toArray();
    int missing = draws - Arrays.stream(numbers).sum();
    for (int rank = values.length - 1; missing > 0 && rank >= 0; rank--) {
      double value = values[rank];
      int[] equal =
          IntStream.range(0, counts.length).filter(at -> remainders[at] == value).toArray();
      int added = Math.min(equal.length, missing);
      for (int chosen : stream.choice(equal.length, added)) {
        numbers[equal[chosen]]++;
      }
      missing -= added;
    }
    return numbers;
  }
}
