package lockstep.sweep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import lockstep.sweep.DigestIndex.Digest;

/**
 * The bytes of a journal: a line that names the format and the numerics, then records.
 *
 * <p>A record is a head of {@value #HEAD} bytes, the payload, and a checksum. The head is a marker,
 * the length of the payload, the record's number, its digest, its flags, and a checksum of the head
 * up to there. The last checksum is of the whole record. Both checksums, CRC-32C, begin with the
 * journal's line, so that a record of another format or other numerics is not valid in this one,
 * wherever it is found.
 *
 * @param line the first line of the file, with its line feed
 */
record JournalLayout(String line) {
  /** The version of this layout and of {@link RecordFormat}. */
  static final int VERSION = 2;

  /** The length of a head in bytes. */
  static final int HEAD = 56;

  /** The length of a checksum in bytes. */
  static final int CHECKSUM = Integer.BYTES;

  private static final int MARKER = 0x8A4C530A;
  private static final int CHECKED_HEAD = HEAD - CHECKSUM;
  private static final int FAILED = 1;

  /** The layout for records of some numerics. */
  static JournalLayout of(String numerics) {
    return new JournalLayout("lockstep journal " + VERSION + ", numerics " + numerics + "\n");
  }

  /**
   * What stands before a payload.
   *
   * @param length the payload's length in bytes
   * @param number the record's number; later records have higher numbers
   * @param digest the trial's
   * @param failed whether the trial could not be done
   */
  record Head(int length, long number, Digest digest, boolean failed) {

    /** The length of the whole record in bytes. */
    long recordLength() {
      return (long) HEAD + length + CHECKSUM;
    }
  }

  /** The first line as bytes. */
  byte[] header() {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /** A record as bytes. */
  byte[] record(Head head, byte[] payload) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(head.recordLength()));
    bytes.putInt(MARKER).putInt(head.length()).putLong(head.number());
    Digest digest = head.digest();
    bytes.putLong(digest.first()).putLong(digest.second());
    bytes.putLong(digest.third()).putLong(digest.fourth());
    bytes.putInt(head.failed() ? FAILED : 0);
    bytes.putInt(checksum(bytes.array(), 0, CHECKED_HEAD));
    bytes.put(payload);
    bytes.putInt(checksum(bytes.array(), 0, HEAD + payload.length));
    return bytes.array();
  }

  /** Whether a record may begin here, looking at its marker only. */
  static boolean marked(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at) == MARKER;
  }

  /**
   * Reads a head.
   *
   * @param bytes where it is
   * @param at from where on; {@value #HEAD} bytes are there
   * @return empty if it is not valid
   */
  Optional<Head> head(byte[] bytes, int at) {
    ByteBuffer in = ByteBuffer.wrap(bytes, at, HEAD);
    if (in.getInt() != MARKER) {
      return Optional.empty();
    }
    int length = in.getInt();
    long number = in.getLong();
    Digest digest = new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    boolean failed = in.getInt() == FAILED;
    boolean valid = in.getInt() == checksum(bytes, at, CHECKED_HEAD) && length >= 0;
    return valid ? Optional.of(new Head(length, number, digest, failed)) : Optional.empty();
  }

  /** A checksum that has taken in the journal's line. */
  CRC32C checksum() {
    CRC32C checksum = new CRC32C();
    checksum.update(header());
    return checksum;
  }

  /**
   * Whether a record is as it was written.
   *
   * @param head its head
   * @param rest its payload and checksum
   */
  boolean whole(byte[] head, byte[] rest) {
    CRC32C checksum = checksum();
    checksum.update(head);
    checksum.update(rest, 0, rest.length - CHECKSUM);
    return ByteBuffer.wrap(rest).getInt(rest.length - CHECKSUM) == (int) checksum.getValue();
  }

  private int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = checksum();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }
}
