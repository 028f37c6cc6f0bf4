package lockstep.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lockstep.random.RandomStream;

/**
 * A division into a training part and one or two parts that are held out, as scikit-learn's {@code
 * train_test_split}.
 *
 * <p>To hold k of n samples out, one permutation of the n is drawn; its first k are held out, the
 * others are left in the order of the permutation. Stratified, each class is permuted on its own.
 * In order, the last k are held out. The test part is divided from all samples, then the validation
 * part from what that leaves, with later draws from the same stream.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/model_selection/_split.py}, {@code ShuffleSplit} and
 * {@code StratifiedShuffleSplit}; two parts are two calls of {@code train_test_split} with the same
 * {@code RandomState}.
 *
 * @param validation how large the validation part is, of all samples; empty for none
 * @param test how large the test part is, of all samples; empty for none
 * @param allocation which samples are held out
 */
public record Split(Optional<PartSize> validation, Optional<PartSize> test, Allocation allocation) {
  /** Checks that there is something to hold out. */
  public Split {
    if (validation.isEmpty() && test.isEmpty()) {
      throw new IllegalArgumentException("neither a validation nor a test part");
    }
    if (allocation == Allocation.STRATIFIED_IN_ORDER) {
      throw new IllegalArgumentException("a stratified split is always shuffled");
    }
  }

  /** A test part alone, drawn at random: a share in (0, 1) of the samples. */
  public static Split test(double share) {
    return new Split(Optional.empty(), Optional.of(new PartSize.Share(share)), Allocation.DEFAULT);
  }

  /** The parts that it makes. */
  public Set<Part> parts() {
    Set<Part> parts = EnumSet.of(Part.TRAIN);
    validation.ifPresent(size -> parts.add(Part.VALIDATION));
    test.ifPresent(size -> parts.add(Part.TEST));
    return Collections.unmodifiableSet(parts);
  }

  /**
   * How many samples are held out for a part.
   *
   * @param part a part that is held out
   * @param samples how many there are of all
   * @return 0 for a part that is not made
   */
  public long held(Part part, long samples) {
    return size(part).map(size -> size.of(samples)).orElse(0L);
  }

  private Optional<PartSize> size(Part part) {
    return switch (part) {
      case TRAIN -> throw new IllegalArgumentException("nothing is held out to train on");
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /**
   * Why so many samples cannot be divided.
   *
   * @param samples how many there are of all
   * @param before how many of these are held out already
   * @return what is wrong; empty if nothing is
   */
  public Optional<IndivisibleException> obstacle(long samples, long before) {
    long test = before + held(Part.TEST, samples);
    if (test + held(Part.VALIDATION, samples) < samples) {
      return Optional.empty();
    }
    Part part = test >= samples || validation.isEmpty() ? Part.TEST : Part.VALIDATION;
    String beside = part == Part.TEST || test == 0 ? "" : " beside " + test + " to test";
    return Optional.of(
        new IndivisibleException(
            Optional.of(part),
            part.word()
                + " size "
                + size(part).orElseThrow().text()
                + beside
                + (" leaves none of " + samples + " samples to train on")));
  }

  /**
   * Divides samples.
   *
   * @param places which samples are to be divided; all, or what a fold leaves
   * @param labels the class of each of all samples; empty if there are no classes
   * @param stream where the permutations come from; asked for only if something is drawn
   * @throws IndivisibleException if it cannot be done
   */
  Partition divide(int[] places, int[] labels, Supplier<RandomStream> stream) {
    Division first = holdOut(Part.TEST, places, labels, stream);
    Division second = holdOut(Part.VALIDATION, first.left(), labels, stream);
    return new Partition(
        second.left(), validation.map(size -> second.held()), test.map(size -> first.held()));
  }

  private Division holdOut(Part part, int[] places, int[] labels, Supplier<RandomStream> stream) {
    if (size(part).isEmpty()) {
      return new Division(places, new int[0]);
    }
    int held = Math.toIntExact(held(part, labels.length));
    Division division =
        switch (allocation) {
          case IN_ORDER -> Division.inOrder(places.length, held);
          case SHUFFLED -> Division.shuffled(places.length, held, stream.get());
          default -> strata(part, places, labels, held).divide(held, stream.get());
        };
    return division.within(places);
  }

  private Strata strata(Part part, int[] places, int[] labels, int held) {
    Strata strata = Strata.of(Arrays.stream(places).map(place -> labels[place]).toArray());
    int smaller = Math.min(held, places.length - held);
    if (strata.fewest() < 2) {
      throw new IndivisibleException(
          Optional.empty(), "a class has a single sample, which cannot be in two parts");
    }
    if (smaller < strata.classes()) {
      throw new IndivisibleException(
          Optional.of(part),
          (held <= smaller ? part.word() + " part" : "training part")
              + " of "
              + smaller
              + (smaller == 1 ? " sample" : " samples")
              + " cannot have each of "
              + strata.classes()
              + " classes");
    }
    return strata;
  }
}
