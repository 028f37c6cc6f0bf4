package lockstep.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a file holds: text that is made while it is written, so that a file may be larger than the
 * memory. It can be written as often as wanted, and is the same every time.
 */
public final class Content {
  private static final int BUFFER = 1 << 16;

  private final Source source;
  private volatile Optional<String> sha256 = Optional.empty();

  private Content(Source source) {
    this.source = source;
  }

  /** Somebody who writes a text. */
  @FunctionalInterface
  public interface Source {

    /**
     * Writes the whole text.
     *
     * @param out where; it is not to be closed
     * @throws IOException if what the text is made of cannot be read, or the text not be written
     */
    void writeTo(Appendable out) throws IOException;
  }

  /** A text that is at hand. */
  public static Content text(String text) {
    return new Content(out -> out.append(text));
  }

  /** A text that is made when it is needed. */
  public static Content of(Source source) {
    return new Content(source);
  }

  /**
   * Writes the text as UTF-8, and remembers its SHA-256.
   *
   * @param out where; it is flushed but not closed
   * @throws IOException as {@link Source#writeTo}
   */
  public void writeTo(OutputStream out) throws IOException {
    DigestOutputStream digested = new DigestOutputStream(out, digest());
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(digested, StandardCharsets.UTF_8), BUFFER);
    source.writeTo(writer);
    writer.flush();
    sha256 = Optional.of(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  /**
   * The SHA-256 of the UTF-8 bytes, 64 hexadecimal digits. If the text was not written yet, it is
   * made for this.
   *
   * @throws IOException as {@link Source#writeTo}
   */
  public String sha256() throws IOException {
    if (sha256.isEmpty()) {
      writeTo(OutputStream.nullOutputStream());
    }
    return sha256.orElseThrow();
  }

  /**
   * The whole text in memory.
   *
   * @throws IOException as {@link Source#writeTo}
   */
  public String text() throws IOException {
    StringBuilder text = new StringBuilder();
    source.writeTo(text);
    return text.toString();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }
}
