package lockstep.report.figure;

/**
 * A part of the horizontal axis that is marked.
 *
 * @param from its left end
 * @param to its right end
 * @param label what is the matter there
 */
public record Shade(double from, double to, String label) {}
