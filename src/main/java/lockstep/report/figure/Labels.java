package lockstep.report.figure;

/**
 * What is written around a figure.
 *
 * @param title what it shows
 * @param description the same in a sentence or two, for those who cannot see it
 * @param horizontal the title of the horizontal axis, with its unit
 * @param vertical the title of the vertical axis, with its unit
 */
public record Labels(String title, String description, String horizontal, String vertical) {}
