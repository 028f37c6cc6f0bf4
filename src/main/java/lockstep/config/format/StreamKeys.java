package lockstep.config.format;

import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;

/** The keys that say where a purpose's random numbers come from. */
public final class StreamKeys {
  /** The most draws that can be skipped: about ten seconds' worth. */
  static final long LARGEST_SKIP = 1_000_000_000;

  static final Whole SEEDS = new Whole(0, StreamSpec.Seeded.LARGEST_SEED);

  /** The key {@code seed} of a stream. */
  public static final Key<Long> SEED =
      Key.of("seed", SEEDS, "The seed of this part's own random stream.", "42")
          .otherwise("derived from the experiment's seed and the part's name");

  /** The key {@code continues}. */
  public static final Key<Purpose> CONTINUES =
      Key.of(
              "continues",
              Words.of(Purpose.class),
              "Draws on from where the stream of an earlier part stopped, as scripts do that seed"
                  + " once.",
              "data")
          .otherwise("a stream of its own");

  static final Key<Long> SKIP =
      Key.of(
              "skip",
              new Whole(0, LARGEST_SKIP),
              "How many uniform draws are thrown away before the first one is used.",
              "3")
          .byDefault(StreamSection.DEFAULT.skip());

  static final Key<StreamSection> STREAM =
      Key.spread(
          Block.of(StreamSection.class)
              .maybe(SEED, StreamSection::seed)
              .maybe(CONTINUES, StreamSection::continues)
              .with(SKIP, StreamSection::skip)
              .exclusive(SEED, CONTINUES)
              .make(v -> new StreamSection(v.find(SEED), v.find(CONTINUES), v.of(SKIP))));

  private StreamKeys() {}
}
