package lockstep.sweep;

import java.util.OptionalInt;

/**
 * Trials that run side by side.
 *
 * @param trials which, from 0; never changed
 * @param until after how many epochs they end for now; empty if they run to their ends
 */
record Stage(int[] trials, OptionalInt until) {}
