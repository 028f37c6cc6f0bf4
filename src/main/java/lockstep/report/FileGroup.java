package lockstep.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Files of which each appears complete or not at all, as {@link CompleteFile} writes one. The disk
 * is asked for all of them side by side, and while the next ones are made: waiting for one after
 * the other took longer than writing them.
 */
final class FileGroup implements AutoCloseable {
  /** So many files may be on their way to the disk. */
  private static final int AT_A_TIME = 8;

  private final ExecutorService disk = Executors.newFixedThreadPool(AT_A_TIME);
  private final List<Future<?>> waiting = new ArrayList<>();
  private final List<Path> unfinished = new ArrayList<>();

  /**
   * Writes a file under another name in the same folder.
   *
   * @param file where it will appear; its folder exists
   * @param content what
   * @throws IOException if the content cannot be made, the disk refuses, or the thread was
   *     interrupted
   */
  void add(Path file, Content content) throws IOException {
    Path place = CompleteFile.unfinished(file);
    Files.deleteIfExists(place);
    unfinished.add(place);
    FileChannel channel =
        FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean written = false;
    try {
      content.writeTo(Channels.newOutputStream(channel));
      written = true;
    } finally {
      if (!written) {
        channel.close();
      }
    }
    waiting.add(disk.submit(() -> sync(channel)));
  }

  private static boolean sync(FileChannel channel) throws IOException {
    try (channel) {
      channel.force(true);
    }
    return true;
  }

  /**
   * Waits until the disk has all files.
   *
   * @throws IOException if it refuses one, or the thread was interrupted
   */
  void sync() throws IOException {
    try {
      for (Future<?> file : waiting) {
        // What is done already would be got in spite of the interruption.
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        file.get();
      }
    } catch (ExecutionException refusal) {
      throw new IOException(refusal.getCause().getMessage(), refusal.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the disk");
    }
  }

  /**
   * Gives a file its name; only after {@link #sync}.
   *
   * @param file one that was added
   * @throws IOException if the system refuses; the old file is as it was
   */
  void appear(Path file) throws IOException {
    Files.move(CompleteFile.unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what has not appeared. */
  @Override
  public void close() throws IOException {
    disk.shutdownNow();
    for (Path place : unfinished) {
      Files.deleteIfExists(place);
    }
  }
}
