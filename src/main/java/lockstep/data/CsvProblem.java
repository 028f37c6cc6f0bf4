package lockstep.data;

/**
 * One mistake in a CSV file.
 *
 * @param line its line, from 1
 * @param column its column in characters, from 1
 * @param message what is wrong
 * @param expected what would be right; may be empty
 */
public record CsvProblem(int line, int column, String message, String expected) {}
