package lockstep.data;

import java.util.Optional;

/**
 * Which data an experiment uses.
 *
 * @param generator where the samples come from
 * @param targets how the targets are encoded
 * @param split what is held out; empty to train on everything
 */
public record DataSpec(Generator generator, TargetEncoding targets, Optional<Split> split) {}
