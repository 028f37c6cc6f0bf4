/**
 * Streams of random numbers that give the same bits as those of the libraries they are named after.
 *
 * <p>To add an algorithm: one class that implements {@link lockstep.random.RandomStream}, one
 * constant in {@link lockstep.random.RandomAlgorithm}, and its rows of the reference file in {@code
 * GoldenStreamTest}.
 */
package lockstep.random;
