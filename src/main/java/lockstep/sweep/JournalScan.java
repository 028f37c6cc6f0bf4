package lockstep.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads a journal from its beginning and finds every valid record, also behind damaged ones. Memory
 * does not depend on the journal's length.
 */
final class JournalScan {
  private static final int WINDOW = 1 << 16;

  private final JournalLayout layout;
  private final RandomAccessFile file;
  private final DigestIndex index;
  private final long size;
  private final byte[] window = new byte[WINDOW];
  private long start;
  private int filled;
  private long end;
  private long next;
  private long damagedBytes;
  private long damagedRecords;

  private JournalScan(JournalLayout layout, RandomAccessFile file, DigestIndex index)
      throws IOException {
    this.layout = layout;
    this.file = file;
    this.index = index;
    this.size = file.length();
  }

  /**
   * What was found.
   *
   * @param ownHeader whether the file begins with the first line of this layout
   * @param records how many valid records there are
   * @param end where the last valid record ends, or the first line if there is none
   * @param next the number for the next record
   * @param damagedBytes how many bytes before the end belong to no valid record
   * @param damagedRecords how many records these were, as far as the numbers tell
   * @param tornBytes how many bytes there are behind the end
   */
  record Found(
      boolean ownHeader,
      long records,
      long end,
      long next,
      long damagedBytes,
      long damagedRecords,
      long tornBytes) {}

  /**
   * Scans a file.
   *
   * @param layout what is valid
   * @param file the journal
   * @param index gets the place of every valid record, as {@link Journal} counts them
   * @throws IOException if it cannot be read
   */
  static Found of(JournalLayout layout, RandomAccessFile file, DigestIndex index)
      throws IOException {
    return new JournalScan(layout, file, index).scan();
  }

  private Found scan() throws IOException {
    boolean ownHeader = skipHeader();
    long records = 0;
    long position = end;
    while (position + JournalLayout.HEAD <= size) {
      Optional<JournalLayout.Head> head = valid(position);
      if (head.isPresent()) {
        accept(head.get(), position);
        records++;
        position = end;
      } else {
        position = nextMarker(position + 1);
      }
    }
    return new Found(ownHeader, records, end, next, damagedBytes, damagedRecords, size - end);
  }

  private boolean skipHeader() throws IOException {
    byte[] header = layout.header();
    if (size < header.length) {
      return false;
    }
    int from = at(0, header.length);
    boolean own = Arrays.equals(header, Arrays.copyOfRange(window, from, from + header.length));
    end = own ? header.length : 0;
    return own;
  }

  private void accept(JournalLayout.Head head, long position) {
    if (position > end) {
      damagedBytes += position - end;
      damagedRecords += head.number() - next;
    }
    index.put(head.digest(), Journal.place(position, head.failed()));
    end = position + head.recordLength();
    next = head.number() + 1;
  }

  private Optional<JournalLayout.Head> valid(long position) throws IOException {
    Optional<JournalLayout.Head> head = layout.head(window, at(position, JournalLayout.HEAD));
    return head.filter(found -> found.number() >= next && fits(found, position)).isPresent()
            && wholeIsValid(head.get(), position)
        ? head
        : Optional.empty();
  }

  private boolean fits(JournalLayout.Head head, long position) {
    return position + head.recordLength() <= size;
  }

  private boolean wholeIsValid(JournalLayout.Head head, long position) throws IOException {
    CRC32C checksum = layout.checksum();
    long checked = position + head.recordLength() - JournalLayout.CHECKSUM;
    for (long from = position; from < checked; ) {
      int length = (int) Math.min(WINDOW, checked - from);
      checksum.update(window, at(from, length), length);
      from += length;
    }
    int stored = ByteBuffer.wrap(window).getInt(at(checked, JournalLayout.CHECKSUM));
    return stored == (int) checksum.getValue();
  }

  private long nextMarker(long position) throws IOException {
    long candidate = position;
    while (candidate + JournalLayout.HEAD <= size
        && !JournalLayout.marked(window, at(candidate, Integer.BYTES))) {
      candidate++;
    }
    return candidate;
  }

  /** Where in the window some bytes of the file are, once it has been moved over them. */
  private int at(long position, int length) throws IOException {
    if (position < start || position + length > start + filled) {
      start = position;
      filled = (int) Math.min(WINDOW, size - position);
      file.seek(position);
      file.readFully(window, 0, filled);
    }
    return (int) (position - start);
  }
}
