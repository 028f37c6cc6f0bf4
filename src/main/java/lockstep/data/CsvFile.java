package lockstep.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The text of a CSV file: UTF-8, with or without a byte order mark. */
final class CsvFile {
  /** Larger files are refused: 32 MiB. */
  static final int MOST_BYTES = 32 << 20;

  private static final int PIECE = 1 << 13;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvFile() {}

  /**
   * Reads a file.
   *
   * @param file where it is
   * @param problems where it is told why there is no text
   * @return its text without the byte order mark; empty if there was a problem
   */
  static Optional<String> read(Path file, CsvProblems problems) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? tooLarge(problems) : decode(bytes, problems);
    } catch (IOException e) {
      problems.add(new CsvProblem(1, 1, "the file cannot be read: " + reason(file, e), ""));
      return Optional.empty();
    }
  }

  private static String reason(Path file, IOException e) {
    if (Files.notExists(file)) {
      return "there is no such file";
    }
    return Files.isDirectory(file) ? "it is a folder" : e.getClass().getSimpleName();
  }

  private static Optional<String> tooLarge(CsvProblems problems) {
    problems.add(new CsvProblem(1, 1, "the file is too large", "at most " + MOST_BYTES + " bytes"));
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, CsvProblems problems) {
    int readable = readable(bytes);
    String decoded = new String(bytes, 0, readable, StandardCharsets.UTF_8);
    if (readable < bytes.length) {
      problems.add(notUtf8(decoded, bytes[readable]));
      return Optional.empty();
    }
    boolean marked = decoded.startsWith(BYTE_ORDER_MARK);
    return Optional.of(marked ? decoded.substring(1) : decoded);
  }

  /** How many bytes are UTF-8, found without keeping the characters of all. */
  private static int readable(byte[] bytes) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer piece = CharBuffer.allocate(PIECE);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(source, piece.clear(), true);
    }
    return source.position();
  }

  /** The place is behind all that could be decoded. */
  private static CsvProblem notUtf8(String before, byte found) {
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    String message = String.format(Locale.ROOT, "the byte 0x%02x is not UTF-8", found & 0xff);
    return new CsvProblem(line, column, message, "a file in UTF-8");
  }
}
