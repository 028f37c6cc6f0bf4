package lockstep.verify;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps one line of what is written to it, and those before it, each as far as people read it. */
final class LineWindow extends OutputStream {
  private static final int CONTEXT = 2;
  private static final int LONGEST_LINE = 160;
  private static final int MOST_BYTES = 4 * (LONGEST_LINE + 1);

  private final long wanted;
  private final SortedMap<Long, ByteArrayOutputStream> lines = new TreeMap<>();
  private long line;

  /**
   * An empty window.
   *
   * @param wanted the line to keep, from 0
   */
  LineWindow(long wanted) {
    this.wanted = wanted;
    begin();
  }

  private void begin() {
    if (line >= wanted - CONTEXT && line <= wanted) {
      lines.put(line, new ByteArrayOutputStream());
    }
  }

  @Override
  public void write(int written) {
    if (written == '\n') {
      line++;
      begin();
    } else if (lines.containsKey(line) && lines.get(line).size() < MOST_BYTES) {
      lines.get(line).write(written);
    }
  }

  /** The lines before the wanted one, at most two. */
  List<String> before() {
    return lines.headMap(wanted).values().stream().map(LineWindow::cut).toList();
  }

  /** The wanted line. */
  String line() {
    return lines.containsKey(wanted) ? cut(lines.get(wanted)) : "(end of file)";
  }

  private static String cut(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "...";
  }
}
