package lockstep.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files of a results folder that others may have changed: they are as large as they like. */
final class StoredText {
  private StoredText() {}

  /**
   * The text of a file, of which no more is read than could have been written there.
   *
   * @param file any path; pipes and devices are not opened
   * @param most how long it may be, in bytes
   * @return empty if it is no file, longer, or not UTF-8
   * @throws IOException if it cannot be read
   */
  static Optional<String> read(Path file, int most) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > most) {
      return Optional.empty();
    }
    byte[] bytes = bytes(file, most);
    return bytes.length > most ? Optional.empty() : decode(bytes);
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** A file may have grown, and some that systems make up have more bytes than their size says. */
  private static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(most + 1);
    }
  }
}
