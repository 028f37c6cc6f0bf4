/**
 * What users look at: the files of a results folder, as Markdown, CSV, JSON and SVG.
 *
 * <p>{@link lockstep.report.Report} turns a finished trial into texts without touching the disk;
 * {@link lockstep.report.ResultsFolder} puts texts into a folder, each complete or not at all.
 */
package lockstep.report;
