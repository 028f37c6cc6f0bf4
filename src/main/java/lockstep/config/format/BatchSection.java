package lockstep.config.format;

import lockstep.training.Batching;

/**
 * What a file says under {@code training.batch}.
 *
 * @param batching which samples go into one update
 * @param stream the random numbers of their order; of no use where they are not shuffled
 */
public record BatchSection(Batching batching, StreamSection stream) {
  /** What holds where nothing is said. */
  static final BatchSection DEFAULT = of(Batching.DEFAULT);

  /** Batches that need no random numbers. */
  static BatchSection of(Batching batching) {
    return new BatchSection(batching, StreamSection.DEFAULT);
  }
}
