package lockstep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What every JVM with an incubating module prints first, which no option silences and which tells
 * the users of a program nothing.
 */
final class IncubatorWarning {
  private static final String TEXT = "WARNING: Using incubator modules: jdk.incubator.vector";

  private static final int CHUNK = 8192;

  private IncubatorWarning() {}

  /**
   * Copies everything, at once when it comes, but for the warning if that is the first line.
   *
   * @param from what a JVM prints on stderr
   * @param to where it goes on to
   */
  static void passOn(InputStream from, OutputStream to) throws IOException {
    byte[] start = firstLine(from);
    if (!isWarning(start)) {
      to.write(start);
    }
    byte[] chunk = new byte[CHUNK];
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      to.write(chunk, 0, read);
    }
  }

  /**
   * As much as agrees with the warning, its end of line included, and the first byte that does not.
   */
  private static byte[] firstLine(InputStream from) throws IOException {
    byte[] start = new byte[TEXT.length() + 2];
    int length = 0;
    for (int next = from.read(); next >= 0; next = from.read()) {
      start[length++] = (byte) next;
      boolean agrees = length > TEXT.length() || next == TEXT.charAt(length - 1);
      if (!agrees || next == '\n' || length == start.length) {
        break;
      }
    }
    return Arrays.copyOf(start, length);
  }

  private static boolean isWarning(byte[] start) {
    String line = new String(start, StandardCharsets.US_ASCII);
    return line.equals(TEXT + "\n") || line.equals(TEXT + "\r\n");
  }
}
