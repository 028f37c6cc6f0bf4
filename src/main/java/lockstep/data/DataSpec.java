package lockstep.data;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.random.Purpose;
import lockstep.random.Streams;

/**
 * Which data an experiment uses.
 *
 * @param generator where the samples come from
 * @param targets how the targets are encoded
 * @param split what is held out; empty to train on everything
 */
public record DataSpec(Generator generator, TargetEncoding targets, Optional<Split> split) {

  /** Checks that the targets can be encoded and that samples are left to train on. */
  public DataSpec {
    DataShape shape = generator.shape();
    Stream.of(
            targets.obstacle(shape),
            split
                .flatMap(division -> division.obstacle(shape.samples()))
                .map(Split.Obstacle::reason))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /** The number of input columns. */
  public int inputColumns() {
    return generator.shape().inputs();
  }

  /** The number of target columns after encoding. */
  public int targetColumns() {
    return targets.columns(generator.shape());
  }

  /** The parts that the samples are divided into: the training part alone without a split. */
  public Set<Part> parts() {
    return split.map(Split::parts).orElse(EnumSet.of(Part.TRAIN));
  }

  /** The number of samples of a part; 0 if there is no such part. */
  public long count(Part part) {
    long samples = generator.shape().samples();
    return split
        .map(division -> division.count(part, samples))
        .orElse(part == Part.TRAIN ? samples : 0);
  }

  /**
   * Makes the data of one trial: draws from the stream for {@link Purpose#DATA}, then, if there is
   * a split, from the one for {@link Purpose#SPLIT}.
   *
   * @param streams the trial's streams; moved on
   * @throws IllegalArgumentException if there are more samples than a matrix can hold
   */
  public DataSet build(Streams streams) {
    Samples made = generator.generate(streams.open(Purpose.DATA));
    Samples encoded = new Samples(made.inputs(), targets.encode(made.targets(), generator.shape()));
    return split
        .map(part -> part.divide(encoded, streams.open(Purpose.SPLIT)))
        .orElseGet(() -> DataSet.whole(encoded));
  }
}
