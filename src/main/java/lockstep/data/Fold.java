package lockstep.data;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the folds of a cross-validation: it is the test part, all others are trained on.
 *
 * @param folds all of them
 * @param number which one, from 1 to {@link Folds#k}
 */
public record Fold(Folds folds, int number) {
  /** Checks the number. */
  public Fold {
    if (number < 1 || number > folds.k()) {
      throw new IllegalArgumentException("fold " + number + " of " + folds.k());
    }
  }

  /** How many of so many samples it holds out. */
  public long held(long samples) {
    return folds.size(number, samples);
  }

  /**
   * Why folds are no good for telling classes apart.
   *
   * @param foldOf the fold of each sample, from 0
   * @param labels the class of each sample
   * @return what is wrong with one of the folds; empty if each has samples of every class
   */
  Optional<IndivisibleException> obstacle(int[] foldOf, int[] labels) {
    BitSet all = new BitSet();
    List<BitSet> seen = Stream.generate(BitSet::new).limit(folds.k()).toList();
    for (int sample = 0; sample < labels.length; sample++) {
      all.set(labels[sample]);
      seen.get(foldOf[sample]).set(labels[sample]);
    }
    return IntStream.range(0, folds.k())
        .filter(fold -> !seen.get(fold).equals(all))
        .mapToObj(fold -> lacking(fold + 1, seen.get(fold), all))
        .findFirst();
  }

  private static IndivisibleException lacking(int number, BitSet seen, BitSet all) {
    BitSet missing = (BitSet) all.clone();
    missing.andNot(seen);
    String reason = "fold " + number + " has no sample of class " + missing.nextSetBit(0);
    return new IndivisibleException(Optional.empty(), reason);
  }
}
