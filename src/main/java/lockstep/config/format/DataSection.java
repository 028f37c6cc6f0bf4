package lockstep.config.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lockstep.data.DataSpec;
import lockstep.data.Fold;
import lockstep.data.Folds;
import lockstep.data.Generator;
import lockstep.data.ScalingSpec;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/**
 * What a file says under {@code data}.
 *
 * @param generator where the samples come from
 * @param stream the generator's random numbers
 * @param encoding how targets are encoded
 * @param folds how a cross-validation divides the samples
 * @param split what is held out
 * @param scaling what is scaled
 */
public record DataSection(
    Generator generator,
    StreamSection stream,
    TargetEncoding encoding,
    Optional<FoldsSection> folds,
    Optional<SplitSection> split,
    ScalingSpec scaling) {

  /**
   * What a file says under {@code data.folds}.
   *
   * @param folds how samples come into folds
   * @param number the fold that is held out, from 1; empty for each in turn
   * @param stream the random numbers of the folds
   */
  public record FoldsSection(Folds folds, Optional<Integer> number, StreamSection stream) {
    /** The fold that is held out: the one that is given, or the first. */
    public Fold fold() {
      return folds.fold(number.orElse(1));
    }
  }

  /**
   * What a file says under {@code data.split}.
   *
   * @param split which parts are held out
   * @param stream the random numbers of the division
   */
  public record SplitSection(Split split, StreamSection stream) {}

  /** What a file says that means data and the streams that they are drawn from. */
  public static DataSection of(DataSpec data, Map<Purpose, StreamSpec> streams) {
    StreamSection drawn = StreamSection.of(streams.get(Purpose.SPLIT));
    boolean byFolds = data.fold().filter(one -> one.folds().allocation().draws()).isPresent();
    boolean bySplit = data.drawsParts() && !byFolds;
    StreamSection ofFolds = byFolds ? drawn : StreamSection.DEFAULT;
    StreamSection ofSplit = bySplit ? drawn : StreamSection.DEFAULT;
    return new DataSection(
        data.generator(),
        StreamSection.of(streams.get(Purpose.DATA)),
        data.targets(),
        data.fold().map(one -> new FoldsSection(one.folds(), Optional.of(one.number()), ofFolds)),
        data.split().map(split -> new SplitSection(split, ofSplit)),
        data.scaling());
  }

  /** The data that are meant. */
  public DataSpec spec() {
    return new DataSpec(
        generator,
        encoding,
        folds.map(FoldsSection::fold),
        split.map(SplitSection::split),
        scaling);
  }

  /**
   * The streams of the data and of what is held out.
   *
   * @param seed what seeds that are not given are derived from
   */
  public Map<Purpose, StreamSpec> streams(long seed) {
    Map<Purpose, StreamSpec> streams = new EnumMap<>(Purpose.class);
    streams.put(Purpose.DATA, stream.resolve(seed, Purpose.DATA));
    streams.put(
        Purpose.SPLIT,
        partStream().map(own -> own.resolve(seed, Purpose.SPLIT)).orElse(StreamSection.UNUSED));
    return streams;
  }

  /** By what parts are drawn: the stream of the folds, or else of the split; empty if by none. */
  public Optional<StreamSection> partStream() {
    return foldStream()
        .or(
            () ->
                split
                    .filter(section -> section.split().allocation().draws())
                    .map(SplitSection::stream));
  }

  /** The stream of folds that are drawn. */
  public Optional<StreamSection> foldStream() {
    return folds.filter(section -> section.folds().allocation().draws()).map(FoldsSection::stream);
  }
}
