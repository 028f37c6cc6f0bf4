package lockstep.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.ExperimentSpec;
import lockstep.data.DataSet;
import lockstep.data.DataSpec;
import lockstep.experiment.DataSource;
import lockstep.experiment.Seeds;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;

/**
 * Data sets that several trials use, generated once and kept while there is room. Trials with equal
 * data get the very same object, which nobody changes.
 *
 * <p>Where a trial draws something else from the stream that its data came from, such as its
 * initial values, that stream must have generated the data; then the data are made anew.
 */
final class SharedData implements DataSource {
  /** The share of the largest possible heap that data sets may take, at most. */
  private static final int SHARE_OF_MEMORY = 8;

  /** What a data set takes beside its numbers, about. */
  private static final long OVERHEAD = 2048;

  private final Map<Recipe, Shared> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long room;
  private long taken;

  /** Shares data as far as this process has memory. */
  SharedData() {
    this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
  }

  /**
   * Shares data as far as there is room.
   *
   * @param room in bytes
   */
  SharedData(long room) {
    this.room = room;
  }

  /** All that decides the data of a trial. */
  private record Recipe(RandomAlgorithm rng, List<StreamSpec> streams, DataSpec data) {}

  @Override
  public DataSet of(ExperimentSpec spec, Streams streams) {
    long bytes = bytes(spec.data());
    if (bytes > room || drawsElsewhere(spec)) {
      return DataSource.NEW.of(spec, streams);
    }
    return shared(recipe(spec), bytes).data(spec, streams);
  }

  private synchronized Shared shared(Recipe recipe, long bytes) {
    Shared known = kept.get(recipe);
    if (known != null) {
      return known;
    }
    Shared made = new Shared(bytes);
    kept.put(recipe, made);
    taken += bytes;
    Iterator<Shared> oldest = kept.values().iterator();
    while (taken > room) {
      taken -= oldest.next().bytes;
      oldest.remove();
    }
    return made;
  }

  private static long bytes(DataSpec data) {
    long samples = data.generator().shape().samples();
    long columns = data.inputColumns() + (long) data.targetColumns();
    double bytes = (double) samples * columns * Double.BYTES;
    return (long) bytes + OVERHEAD;
  }

  /** Whether a purpose that is not for the data has the same stream as one that is. */
  private static boolean drawsElsewhere(ExperimentSpec spec) {
    List<Purpose> used = purposes(spec);
    List<Purpose> origins = used.stream().map(purpose -> Seeds.origin(spec, purpose)).toList();
    return spec.streams().keySet().stream()
        .filter(purpose -> !used.contains(purpose))
        .anyMatch(purpose -> origins.contains(Seeds.origin(spec, purpose)));
  }

  private static List<Purpose> purposes(ExperimentSpec spec) {
    return spec.data().drawsParts() ? List.of(Purpose.DATA, Purpose.SPLIT) : List.of(Purpose.DATA);
  }

  /** The streams of the data; what they continue is among them, or they would not be shared. */
  private static Recipe recipe(ExperimentSpec spec) {
    List<StreamSpec> streams = new ArrayList<>();
    for (Purpose purpose : purposes(spec)) {
      streams.add(spec.streams().get(purpose));
    }
    return new Recipe(spec.rng(), streams, spec.data());
  }

  /** A data set that the first trial that needs it makes, while others wait for it. */
  private static final class Shared {
    private final long bytes;
    private Optional<DataSet> made = Optional.empty();

    Shared(long bytes) {
      this.bytes = bytes;
    }

    synchronized DataSet data(ExperimentSpec spec, Streams streams) {
      if (made.isEmpty()) {
        made = Optional.of(DataSource.NEW.of(spec, streams));
      }
      return made.get();
    }
  }
}
