package lockstep.data;

import java.util.Optional;

/**
 * The samples of one trial.
 *
 * @param train what the network is trained on, targets encoded
 * @param test what was held out, targets encoded; empty without a split
 */
public record DataSet(Samples train, Optional<Samples> test) {}
