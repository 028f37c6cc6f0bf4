package lockstep.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * A random division into a training part and one or two parts that are held out, as scikit-learn's
 * {@code train_test_split}.
 *
 * <p>To hold k of n samples out, one permutation of the n is drawn; its first k are held out, the
 * others are left in the order of the permutation. The test part is divided from all samples, then
 * the validation part from what that leaves, with a second permutation from the same stream.
 *
 * <p>Source: scikit-learn 1.2, {@code sklearn/model_selection/_split.py}, {@code ShuffleSplit}; two
 * parts are two calls of {@code train_test_split} with the same {@code RandomState}.
 *
 * @param validation how large the validation part is, of all samples; empty for none
 * @param test how large the test part is, of all samples; empty for none
 */
public record Split(Optional<PartSize> validation, Optional<PartSize> test) {
  /** Checks that there is something to hold out. */
  public Split {
    if (validation.isEmpty() && test.isEmpty()) {
      throw new IllegalArgumentException("neither a validation nor a test part");
    }
  }

  /** A test part alone, which is a share in (0, 1) of the samples. */
  public static Split test(double share) {
    return new Split(Optional.empty(), Optional.of(new PartSize.Share(share)));
  }

  /** The parts that it makes. */
  public Set<Part> parts() {
    Set<Part> parts = EnumSet.of(Part.TRAIN);
    validation.ifPresent(size -> parts.add(Part.VALIDATION));
    test.ifPresent(size -> parts.add(Part.TEST));
    return Collections.unmodifiableSet(parts);
  }

  /**
   * How many samples a part has.
   *
   * @param part which part
   * @param samples how many there are of all
   * @return 0 for a part that is not made; below 1 for the training part if nothing is left for it
   */
  public long count(Part part, long samples) {
    return switch (part) {
      case TRAIN -> samples - count(Part.VALIDATION, samples) - count(Part.TEST, samples);
      case VALIDATION -> validation.map(size -> size.of(samples)).orElse(0L);
      case TEST -> test.map(size -> size.of(samples)).orElse(0L);
    };
  }

  /**
   * Why samples cannot be divided.
   *
   * @param part whose size is wrong
   * @param reason what is wrong with it
   */
  public record Obstacle(Part part, String reason) {}

  /**
   * Why so many samples cannot be divided.
   *
   * @param samples how many there are
   * @return what is wrong; empty if nothing is
   */
  public Optional<Obstacle> obstacle(long samples) {
    if (count(Part.TRAIN, samples) > 0) {
      return Optional.empty();
    }
    boolean ofTest = count(Part.TEST, samples) >= samples || validation.isEmpty();
    Part part = ofTest ? Part.TEST : Part.VALIDATION;
    String size = (ofTest ? test : validation).orElseThrow().text();
    String beside = ofTest || test.isEmpty() ? "" : " beside a test size of " + test.get().text();
    String left = " leaves none of " + samples + " samples to train on";
    return Optional.of(new Obstacle(part, part.word() + " size " + size + beside + left));
  }

  /**
   * Divides samples.
   *
   * @param samples all of them; not changed
   * @param stream where the permutations come from
   * @throws IllegalArgumentException if none would be left to train on
   */
  public DataSet divide(Samples samples, RandomStream stream) {
    int count = samples.count();
    obstacle(count)
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(obstacle.reason());
            });
    Division rest = new Division(IntStream.range(0, count).toArray(), new int[0]);
    Division first = rest.holdOut(Math.toIntExact(count(Part.TEST, count)), stream);
    Division second = first.holdOut(Math.toIntExact(count(Part.VALIDATION, count)), stream);
    return new DataSet(
        samples.select(second.left),
        validation.map(size -> samples.select(second.held)),
        test.map(size -> samples.select(first.held)));
  }

  /** Which samples are left, and which were held out last. */
  private record Division(int[] left, int[] held) {

    Division holdOut(int count, RandomStream stream) {
      if (count == 0) {
        return this;
      }
      int[] order = stream.permutation(left.length);
      int[] moved = Arrays.stream(order).map(place -> left[place]).toArray();
      return new Division(
          Arrays.copyOfRange(moved, count, moved.length), Arrays.copyOf(moved, count));
    }
  }
}
