package lockstep.report;

/**
 * A finished figure.
 *
 * @param file its path in the results folder
 * @param alternative what it shows, for those who cannot see it
 * @param svg its text
 */
record Figure(String file, String alternative, String svg) {}
