package lockstep.report;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that appear complete or not at all. */
public final class CompleteFile {
  private static final String UNFINISHED = ".unfinished";

  private CompleteFile() {}

  /** Where a file is written before it takes its place. */
  static Path unfinished(Path file) {
    return file.resolveSibling("." + file.getFileName() + UNFINISHED);
  }

  /** Writes a short text, as {@link #write(Path, Content)}. */
  public static void write(Path file, String text) throws IOException {
    write(file, Content.text(text));
  }

  /**
   * Writes a file under another name in the same folder, waits until the disk has it, and renames
   * it. After an exception the old file is as it was and nothing else is left.
   *
   * @param file where; its folder exists
   * @param content what
   * @throws IOException if the content cannot be made, the disk refuses, or the thread was
   *     interrupted
   */
  static void write(Path file, Content content) throws IOException {
    Path unfinished = unfinished(file);
    Files.deleteIfExists(unfinished);
    try {
      writeAndSync(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeAndSync(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.writeTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  /** Waits until the disk has a folder's new names, where the system can do that. */
  static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Windows cannot open folders; there the renames are in the journal of the file system.
      return;
    }
  }
}
