package lockstep.sweep;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens a journal: finds its records, and repairs what an interruption or the disk has done to it.
 */
final class JournalOpening {
  private static final Pattern FIRST_LINE =
      Pattern.compile("lockstep journal ([0-9]+), numerics ([^\n]*)\n");

  private static final int LONGEST_FIRST_LINE = 200;

  private final Path path;
  private final JournalLayout layout;
  private final List<String> notes = new ArrayList<>();

  private JournalOpening(Path path, JournalLayout layout) {
    this.path = path;
    this.layout = layout;
  }

  /**
   * A journal that is ready for use.
   *
   * @param file the file, open
   * @param index where its records are
   * @param end where the next record goes
   * @param next its number
   * @param notes what was wrong, in sentences
   */
  record Opened(RandomAccessFile file, DigestIndex index, long end, long next, List<String> notes) {
    /** Copies the notes. */
    Opened {
      notes = List.copyOf(notes);
    }
  }

  /** Opens a journal for reading and writing; makes it if it is missing. */
  static Opened forWriting(Path path, JournalLayout layout) throws IOException {
    return new JournalOpening(path, layout).open("rw");
  }

  /** Opens an existing journal for reading only; nothing is repaired. */
  static Opened forReading(Path path, JournalLayout layout) throws IOException {
    return new JournalOpening(path, layout).open("r");
  }

  private Opened open(String mode) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), mode);
    try {
      DigestIndex index = new DigestIndex();
      JournalScan.Found found = JournalScan.of(layout, file, index);
      tell(found, file);
      if (mode.equals("rw") && needsNewFile(found)) {
        replace(found, index, file);
        return open(mode);
      }
      if (mode.equals("rw") && found.tornBytes() > 0) {
        file.setLength(found.end());
      }
      return new Opened(file, index, found.end(), found.next(), notes);
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  private static boolean needsNewFile(JournalScan.Found found) {
    return !found.ownHeader() || found.damagedBytes() > 0;
  }

  private void tell(JournalScan.Found found, RandomAccessFile file) throws IOException {
    if (!found.ownHeader() && found.records() == 0) {
      foreign(file).ifPresent(notes::add);
    } else if (found.damagedBytes() > 0) {
      notes.add(
          "the journal "
              + path
              + " is damaged: "
              + found.damagedBytes()
              + " bytes with "
              + found.damagedRecords()
              + " records cannot be used, and their trials are run again");
    }
    if (found.ownHeader() && found.tornBytes() > 0) {
      notes.add(
          "the journal "
              + path
              + " ends in "
              + found.tornBytes()
              + " bytes that are no whole record; their trial is run again");
    }
  }

  /** What is to be told of a file without a valid record; nothing of a new one. */
  private Optional<String> foreign(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(LONGEST_FIRST_LINE, file.length())];
    file.seek(0);
    file.readFully(bytes);
    String beginning = new String(bytes, StandardCharsets.ISO_8859_1);
    if (layout.line().startsWith(beginning)) {
      return Optional.empty();
    }
    Matcher line = FIRST_LINE.matcher(beginning);
    String reason =
        line.lookingAt()
            ? "has format " + line.group(1) + " and numerics " + line.group(2)
            : "has another format";
    return Optional.of(
        "the journal " + path + " " + reason + ", not those of this version: it is not used");
  }

  /** Puts a new file with the valid records in place; one without any is kept beside it. */
  private void replace(JournalScan.Found found, DigestIndex index, RandomAccessFile file)
      throws IOException {
    Path made = path.resolveSibling(path.getFileName() + ".unfinished");
    try (FileOutputStream target = new FileOutputStream(made.toFile());
        BufferedOutputStream out = new BufferedOutputStream(target, 1 << 16)) {
      out.write(layout.header());
      for (long position : positions(index)) {
        out.write(record(file, position));
      }
      out.flush();
      target.getFD().sync();
    }
    boolean keep = found.records() == 0 && foreign(file).isPresent();
    file.close();
    if (keep) {
      Path old = path.resolveSibling(path.getFileName() + ".old");
      Files.move(path, old, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  private static long[] positions(DigestIndex index) {
    return Arrays.stream(index.places()).map(Journal::position).sorted().toArray();
  }

  private byte[] record(RandomAccessFile file, long position) throws IOException {
    byte[] head = new byte[JournalLayout.HEAD];
    file.seek(position);
    file.readFully(head);
    long length = layout.head(head, 0).orElseThrow().recordLength();
    byte[] record = Arrays.copyOf(head, Math.toIntExact(length));
    file.readFully(record, head.length, record.length - head.length);
    return record;
  }

  /** Waits until the disk has the new name, where the system can do that. */
  private void syncFolder() {
    Path folder = path.toAbsolutePath().getParent();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Windows cannot open folders; there the renames are in the journal of the file system.
      return;
    }
  }
}
