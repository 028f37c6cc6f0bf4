package lockstep.expectation;

/**
 * One expected fact held against the run.
 *
 * @param place what was looked at: {@code epoch 145: loss}, {@code end: layer 1 weights[2,1]}
 * @param expected what the file expects, as printed there
 * @param found what the run gave: a number that holds is rounded to the expected digits, one that
 *     does not is shown in full
 * @param exact what the run gave, a number in its shortest exact form
 * @param holds whether it is what was expected
 */
public record Check(String place, String expected, String found, String exact, boolean holds) {}
