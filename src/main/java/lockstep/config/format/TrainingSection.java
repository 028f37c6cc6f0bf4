package lockstep.config.format;

import lockstep.training.TrainingSpec;

/**
 * What a file says under {@code training}.
 *
 * @param spec how to train
 * @param shuffle the random numbers of the order of the samples; of no use where they are not
 *     shuffled
 */
public record TrainingSection(TrainingSpec spec, StreamSection shuffle) {}
