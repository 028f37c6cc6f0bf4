package lockstep.sweep;

import java.util.Optional;

/**
 * What became of a sweep.
 *
 * @param ran how many trials were run now; a trial counts again at each rung of a halving
 * @param failed how many of them could not be done
 * @param results all trials, failed ones included; empty if a failure ended the sweep
 */
public record SweepOutcome(int ran, int failed, Optional<SweepResults> results) {}
