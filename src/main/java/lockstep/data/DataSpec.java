package lockstep.data;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.random.Purpose;
import lockstep.random.RandomStream;
import lockstep.random.Streams;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Which data an experiment uses.
 *
 * @param generator where the samples come from
 * @param targets how the targets are encoded
 * @param fold which fold of a cross-validation is the test part; empty without one
 * @param split what else is held out; empty to train on everything that is left
 * @param scaling what is scaled
 */
public record DataSpec(
    Generator generator,
    TargetEncoding targets,
    Optional<Fold> fold,
    Optional<Split> split,
    ScalingSpec scaling) {

  /** Checks that the targets can be encoded and that samples are left to train on. */
  public DataSpec {
    DataShape shape = generator.shape();
    Optional<String> sizes = sizes(fold, split, shape).map(IndivisibleException::getMessage);
    Stream.of(targets.obstacle(shape), sizes, kinds(shape, fold, split, scaling))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /** Data without folds and scaling. */
  public DataSpec(Generator generator, TargetEncoding targets, Optional<Split> split) {
    this(generator, targets, Optional.empty(), split, ScalingSpec.NONE);
  }

  private static Optional<IndivisibleException> sizes(
      Optional<Fold> fold, Optional<Split> split, DataShape shape) {
    long samples = shape.samples();
    long before = fold.map(one -> one.held(samples)).orElse(0L);
    return fold.flatMap(one -> one.folds().obstacle(samples))
        .or(() -> split.flatMap(division -> division.obstacle(samples, before)));
  }

  private static Optional<String> kinds(
      DataShape shape, Optional<Fold> fold, Optional<Split> split, ScalingSpec scaling) {
    boolean stratified =
        Stream.of(fold.map(one -> one.folds().allocation()), split.map(Split::allocation))
            .flatMap(Optional::stream)
            .anyMatch(Allocation::stratifies);
    if (stratified && !shape.classification()) {
      return Optional.of("only classes can be stratified");
    }
    if (fold.isPresent() && split.flatMap(Split::test).isPresent()) {
      return Optional.of("the folds are the test parts");
    }
    return scaling.targets().isPresent() && shape.classification()
        ? Optional.of("classes cannot be scaled")
        : Optional.empty();
  }

  /** The number of input columns. */
  public int inputColumns() {
    return generator.shape().inputs();
  }

  /** The number of target columns after encoding. */
  public int targetColumns() {
    return targets.columns(generator.shape());
  }

  /**
   * The parts that the samples are divided into: the training part alone if nothing is held out.
   */
  public Set<Part> parts() {
    Set<Part> parts = EnumSet.of(Part.TRAIN);
    split.ifPresent(division -> parts.addAll(division.parts()));
    fold.ifPresent(one -> parts.add(Part.TEST));
    return Collections.unmodifiableSet(parts);
  }

  /** The number of samples of a part; 0 if there is no such part. */
  public long count(Part part) {
    long samples = generator.shape().samples();
    if (part == Part.TRAIN) {
      return samples - count(Part.VALIDATION) - count(Part.TEST);
    }
    long ofFold = part == Part.TEST ? fold.map(one -> one.held(samples)).orElse(0L) : 0;
    return ofFold + split.map(division -> division.held(part, samples)).orElse(0L);
  }

  /** Whether random numbers decide what is held out. */
  public boolean drawsParts() {
    return fold.filter(one -> one.folds().allocation().draws()).isPresent()
        || split.filter(division -> division.allocation().draws()).isPresent();
  }

  /**
   * Makes the data of one trial: draws from the stream for {@link Purpose#DATA}, then, if something
   * is held out at random, from the one for {@link Purpose#SPLIT}: first for the folds.
   *
   * @param streams the trial's streams; moved on
   * @throws IndivisibleException if the samples that were made cannot be divided
   * @throws IllegalArgumentException if there are more samples than a matrix can hold, or a column
   *     cannot be scaled
   */
  public DataSet build(Streams streams) {
    Samples made = generator.generate(streams.open(Purpose.DATA));
    Samples encoded = new Samples(made.inputs(), targets.encode(made.targets(), generator.shape()));
    if (fold.isEmpty() && split.isEmpty()) {
      return scaling.apply(DataSet.whole(encoded));
    }
    Partition partition = partition(labels(made.targets()), () -> streams.open(Purpose.SPLIT));
    return scaling.apply(partition.of(encoded));
  }

  /**
   * Makes the samples and divides them, as {@link #build} does, to see whether that can be done.
   *
   * @param streams the trial's streams; moved on
   * @return why it cannot be done; empty if it can
   */
  public Optional<IndivisibleException> obstacle(Streams streams) {
    int[] labels = labels(generator.generate(streams.open(Purpose.DATA)).targets());
    try {
      partition(labels, () -> streams.open(Purpose.SPLIT));
      return Optional.empty();
    } catch (IndivisibleException obstacle) {
      return Optional.of(obstacle);
    }
  }

  private Partition partition(int[] labels, Supplier<RandomStream> stream) {
    int[] all = IntStream.range(0, labels.length).toArray();
    if (fold.isEmpty()) {
      return split.orElseThrow().divide(all, labels, stream);
    }
    int[] foldOf = fold.get().folds().assign(labels, stream);
    fold.get()
        .obstacle(foldOf, labels)
        .ifPresent(
            obstacle -> {
              throw obstacle;
            });
    Division division = Division.ofFold(foldOf, fold.get().number() - 1);
    Partition rest =
        split
            .map(other -> other.divide(division.left(), labels, stream))
            .orElseGet(() -> new Partition(division.left(), Optional.empty(), Optional.empty()));
    return new Partition(rest.train(), rest.validation(), Optional.of(division.held()));
  }

  /** The class of each sample; 0 where there are no classes. */
  private int[] labels(RealMatrix generated) {
    boolean classes = generator.shape().classification();
    return IntStream.range(0, generated.getRowDimension())
        .map(row -> classes ? (int) generated.getEntry(row, 0) : 0)
        .toArray();
  }
}
