package lockstep.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the cells of one line after the other, with their places.
 *
 * <p>The CSV library tells the line of a record but not the column of a cell, so columns are
 * counted here: a quoted cell has two quotes more in the file than in its text, and every quote in
 * it twice.
 */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<List<CsvCell>> {
  private List<CsvCell> cells = new ArrayList<>();
  private int line = 1;
  private int column;

  /** The line that is being read, from 1. */
  int line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    cells = new ArrayList<>();
    line = Math.toIntExact(startingLineNumber);
    column = 1;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    String text = new String(buffer, offset, length);
    cells.add(new CsvCell(line, column, text));
    moveOver(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    column++;
  }

  /** Ends a line; the cells of the next one go into a new list. */
  @Override
  protected List<CsvCell> buildRecord() {
    return cells;
  }

  private void moveOver(String text) {
    int lastBreak = text.lastIndexOf('\n');
    line += (int) text.chars().filter(character -> character == '\n').count();
    column = lastBreak < 0 ? column + text.length() : text.length() - lastBreak;
  }
}
