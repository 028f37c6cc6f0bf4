package lockstep.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * A division into k parts of about equal size, of which each is held out once: k-fold
 * cross-validation.
 *
 * <p>The first n mod k folds have ⌊n/k⌋ + 1 samples, the others ⌊n/k⌋. Unless they are stratified,
 * they are pieces of the samples in their order or of a random order.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/model_selection/_split.py}, {@code KFold} and {@code
 * StratifiedKFold}.
 *
 * @param k how many folds, at least 2
 * @param allocation by what rule samples come into folds
 */
public record Folds(int k, Allocation allocation) {
  /** Checks the range. */
  public Folds {
    if (k < 2) {
      throw new IllegalArgumentException("folds " + k);
    }
  }

  /** The samples that are held out and those that are left, with one of the folds. */
  public Fold fold(int number) {
    return new Fold(this, number);
  }

  /**
   * Why so many samples cannot be divided.
   *
   * @param samples how many there are
   * @return what is wrong; empty if nothing is
   */
  public Optional<IndivisibleException> obstacle(long samples) {
    return k <= samples
        ? Optional.empty()
        : Optional.of(
            new IndivisibleException(Optional.empty(), k + " folds of " + samples + " samples"));
  }

  /** How many samples a fold has, counted from 1. */
  long size(int number, long samples) {
    return samples / k + (number <= samples % k ? 1 : 0);
  }

  /**
   * The fold of each sample, from 0.
   *
   * @param labels the class of each sample; 0 if there are no classes
   * @param stream where a random order comes from; asked for only if something is drawn
   * @throws IndivisibleException if it cannot be done
   */
  int[] assign(int[] labels, Supplier<RandomStream> stream) {
    obstacle(labels.length)
        .ifPresent(
            obstacle -> {
              throw obstacle;
            });
    return allocation.stratifies() ? stratified(labels, stream) : pieces(labels.length, stream);
  }

  private int[] pieces(int samples, Supplier<RandomStream> stream) {
    int[] order = IntStream.range(0, samples).toArray();
    if (allocation.draws()) {
      stream.get().shuffle(order);
    }
    int[] foldOf = new int[samples];
    int from = 0;
    for (int number = 1; number <= k; number++) {
      int to = from + (int) size(number, samples);
      for (int place = from; place < to; place++) {
        foldOf[order[place]] = number - 1;
      }
      from = to;
    }
    return foldOf;
  }

  /**
   * Classes are dealt to the folds in the order in which they first occur, as if all samples were
   * sorted by class; then the folds of each class are shuffled among its samples.
   */
  private int[] stratified(int[] labels, Supplier<RandomStream> stream) {
    Strata strata = Strata.of(labels);
    if (strata.fewest() < k) {
      throw new IndivisibleException(
          Optional.empty(),
          "a class has only " + strata.fewest() + " of the samples, fewer than " + k + " folds");
    }
    int[] foldOf = new int[labels.length];
    int dealt = 0;
    for (int[] members : strata.members().stream().sorted(Folds::byFirst).toList()) {
      int from = dealt;
      int[] folds = IntStream.range(0, members.length).map(at -> (from + at) % k).toArray();
      Arrays.sort(folds);
      if (allocation.draws()) {
        stream.get().shuffle(folds);
      }
      for (int at = 0; at < members.length; at++) {
        foldOf[members[at]] = folds[at];
      }
      dealt += members.length;
    }
    return foldOf;
  }

  private static int byFirst(int[] one, int[] other) {
    return Integer.compare(one[0], other[0]);
  }
}
