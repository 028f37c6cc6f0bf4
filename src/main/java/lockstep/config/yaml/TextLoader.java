package lockstep.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Loads files as text and says where they are none. */
public final class TextLoader {
  /** The largest file that is read, in bytes. */
  public static final int LARGEST_FILE = 1_000_000;

  private final String name;
  private final Path file;
  private final List<Path> allowed;
  private final int rank;
  private final int largest;

  private TextLoader(Path file, List<Path> allowed, int rank, int largest) {
    this.name = file.toString();
    this.file = file;
    this.allowed = allowed;
    this.rank = rank;
    this.largest = largest;
  }

  /**
   * Loads a file.
   *
   * @param file the file
   * @param allowed folders beside its own whose files its values may name
   * @param rank its place among the files, see {@link SourceText#rank}
   * @param mistakes gets what is wrong
   * @return its text; empty if it cannot be used
   */
  public static Optional<SourceText> load(
      Path file, List<Path> allowed, int rank, List<Mistake> mistakes) {
    return load(new TextLoader(file, allowed, rank, LARGEST_FILE), mistakes);
  }

  /**
   * Loads a file that names no others.
   *
   * @param file the file
   * @param rank as above
   * @param largest how large it may be, in bytes
   * @param mistakes as above
   */
  public static Optional<SourceText> load(
      Path file, int rank, int largest, List<Mistake> mistakes) {
    return load(new TextLoader(file, List.of(), rank, largest), mistakes);
  }

  private static Optional<SourceText> load(TextLoader loader, List<Mistake> mistakes) {
    try {
      return loader.decode(loader.bytes());
    } catch (Unusable unusable) {
      mistakes.add(unusable.mistake);
      return Optional.empty();
    }
  }

  private byte[] bytes() throws Unusable {
    try {
      if (Files.isDirectory(file)) {
        throw unusable(source(""), "this is a folder", "an experiment file");
      }
      if (Files.size(file) > largest) {
        throw tooLarge("the file has " + Files.size(file) + " bytes");
      }
      return bytesToTheEnd();
    } catch (NoSuchFileException e) {
      throw unusable(source(""), "there is no such file", "");
    } catch (IOException e) {
      throw unusable(source(""), "the file cannot be read: " + e.getMessage(), "");
    }
  }

  /** A pipe or a device has no size that could be asked for. */
  private byte[] bytesToTheEnd() throws IOException, Unusable {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw tooLarge("the file does not end after " + largest + " bytes");
      }
      return bytes;
    }
  }

  private Unusable tooLarge(String message) {
    return unusable(source(""), message, "at most " + largest);
  }

  private Optional<SourceText> decode(byte[] bytes) throws Unusable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    String decoded = text.toString();
    SourceText source = source(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    if (result.isError()) {
      int end = source.text().length();
      throw new Unusable(
          new Mistake(
              place(source, end), "", "this is not UTF-8 text", "a file saved as UTF-8", ""));
    }
    refuseControlCharacters(source);
    return Optional.of(source);
  }

  /**
   * Whether a text has no control characters.
   *
   * @param mistakes gets the first one otherwise
   */
  public static boolean isReadable(SourceText source, List<Mistake> mistakes) {
    try {
      refuseControlCharacters(source);
      return true;
    } catch (Unusable unusable) {
      mistakes.add(unusable.mistake);
      return false;
    }
  }

  private static void refuseControlCharacters(SourceText source) throws Unusable {
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      if (!readable(text.charAt(i))) {
        String message = "the character U+" + hex(text.charAt(i)) + " cannot be used";
        throw new Unusable(new Mistake(place(source, i), "", message, "readable text", ""));
      }
    }
  }

  private static boolean readable(char unit) {
    boolean space = unit == '\t' || unit == '\n' || unit == '\r' || unit == '\u0085';
    return space
        || unit >= ' ' && unit < '\u007F'
        || unit > '\u009F' && unit != '\uFEFF' && unit < '\uFFFE';
  }

  private static String hex(char unit) {
    return Integer.toHexString(0x10000 + unit).substring(1).toUpperCase(Locale.ROOT);
  }

  private static Place place(SourceText source, int index) {
    String before = source.text().substring(0, index);
    int line = 1 + (int) before.chars().filter(unit -> unit == '\n').count();
    return source.at(line, index - before.lastIndexOf('\n'));
  }

  private SourceText source(String text) {
    return new SourceText(name, Reach.around(file, allowed), rank, text);
  }

  private static Unusable unusable(SourceText source, String message, String expected) {
    return new Unusable(new Mistake(source.at(1, 1), "", message, expected, ""));
  }

  /** Why a file cannot be used. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Mistake mistake;

    Unusable(Mistake mistake) {
      super(mistake.message());
      this.mistake = mistake;
    }
  }
}
