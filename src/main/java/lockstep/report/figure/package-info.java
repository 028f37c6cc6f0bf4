/**
 * Figures as SVG text.
 *
 * <p>Everything is laid out by plain arithmetic and written with two decimals, without measuring
 * fonts, so the same figure has the same bytes on every machine. Colours follow the reader's light
 * or dark scheme and stay apart for colour-blind readers; what a colour tells, a dash or a marker
 * tells as well.
 */
package lockstep.report.figure;
