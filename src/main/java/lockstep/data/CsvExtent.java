package lockstep.data;

/**
 * How large the table of a text is, counted before any of its cells is looked into. A quoted cell
 * with commas or lines of its own counts as several.
 *
 * @param rows lines that are not empty
 * @param columns cells of the first line
 */
record CsvExtent(long rows, long columns) {
  /** A text as its bytes and as characters. */
  private static final double BYTES_A_CHARACTER = 2;

  /** Two arrays, for inputs and targets, and what refers to them. */
  private static final double BYTES_A_ROW = 48;

  private static final double BYTES_A_NUMBER = 8;

  /** What is read is copied, so that nobody can change it. */
  private static final double COPIES = 2;

  /** A name with its place. */
  private static final double BYTES_A_NAME = 120;

  /**
   * Counts.
   *
   * @param text a table
   */
  static CsvExtent of(String text) {
    long rows = 0;
    long columns = 1;
    boolean empty = true;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean end = unit == '\n' || unit == '\r';
      columns += rows == 0 && unit == ',' ? 1 : 0;
      rows += end && !empty ? 1 : 0;
      empty = end;
    }
    return new CsvExtent(empty ? rows : rows + 1, columns);
  }

  /**
   * What reading the table needs, in bytes.
   *
   * @param characters the length of the text
   */
  double bytes(int characters) {
    double row = COPIES * (BYTES_A_ROW + columns * BYTES_A_NUMBER);
    return characters * BYTES_A_CHARACTER + columns * BYTES_A_NAME + rows * row;
  }
}
