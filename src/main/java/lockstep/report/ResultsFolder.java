package lockstep.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.report.FolderRefusedException.Reason;

/**
 * A results folder that this process alone may write to, until it is closed.
 *
 * <p>Only files that a manifest names are ever replaced or removed, and nothing outside the folder
 * is touched. Before the first file changes, the new manifest is put aside as a plan in {@code
 * .lockstep}; so a run that was killed leaves whole files, and the next run knows them as its own.
 */
public final class ResultsFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String PLAN = "plan.json";
  private static final String IGNORE = ".gitignore";
  private static final String ALL = "*\n";

  /** An older configuration is shown beside the new one up to this size: 16 MiB. */
  private static final int LARGEST_SHOWN = 16 << 20;

  private final Path folder;
  private final Configuration configuration;
  private final FileChannel channel;

  private ResultsFolder(Path folder, Configuration configuration, FileChannel channel) {
    this.folder = folder;
    this.configuration = configuration;
    this.channel = channel;
  }

  /**
   * Takes a folder for the results of a configuration, and makes it if it is missing.
   *
   * @param folder where the results go
   * @param configuration what they are the results of
   * @param fresh whether results of another configuration may be replaced
   * @throws FolderRefusedException if it belongs to another configuration, has files of another
   *     origin, or is in use; then nothing in it has changed
   * @throws IOException if the disk refuses
   */
  public static ResultsFolder open(Path folder, Configuration configuration, boolean fresh)
      throws IOException, FolderRefusedException {
    refuse(folder, configuration, fresh);
    Path state = Files.createDirectories(folder).toRealPath().resolve(ResultsLayout.PRIVATE_FOLDER);
    Files.createDirectories(state);
    FileChannel channel = lock(folder, state.resolve(LOCK));
    try {
      refuse(folder, configuration, fresh);
      ignore(state.resolve(IGNORE));
      return new ResultsFolder(folder.toRealPath(), configuration, channel);
    } catch (IOException | FolderRefusedException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /**
   * Keeps version control away from a folder. To write that again would be to wait for the disk.
   */
  private static void ignore(Path file) throws IOException {
    if (!StoredText.read(file, ALL.length()).equals(Optional.of(ALL))) {
      CompleteFile.write(file, ALL);
    }
  }

  private static FileChannel lock(Path folder, Path file)
      throws IOException, FolderRefusedException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked(channel)) {
      return channel;
    }
    throw inUse(folder);
  }

  /**
   * Locks a file, or closes it: it stays open only if this returns true.
   *
   * @return whether nobody else, in this process or another, has locked it
   * @throws IOException if the system cannot lock files there
   */
  static boolean locked(FileChannel channel) throws IOException {
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked;
  }

  private static FolderRefusedException inUse(Path folder) {
    return new FolderRefusedException(
        Reason.IN_USE, folder + " is being written by another run; wait until that has ended");
  }

  private static void refuse(Path folder, Configuration configuration, boolean fresh)
      throws IOException, FolderRefusedException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    refuseLinks(folder);
    Optional<Manifest> owner = owner(folder);
    if (owner.isEmpty() && !empty(folder)) {
      throw new FolderRefusedException(
          Reason.FOREIGN_FILES,
          folder
              + " is not empty and has no "
              + ResultsLayout.MANIFEST
              + "; nothing was written there");
    }
    if (owner.isPresent() && !fresh && !owner.get().digest().equals(configuration.digest())) {
      throw new FolderRefusedException(
          Reason.OTHER_CONFIGURATION, difference(folder, configuration));
    }
  }

  /**
   * The folder and what a run keeps in it are written to as they are: none may lead elsewhere. To
   * open a pipe would be to wait for whoever reads it.
   */
  private static void refuseLinks(Path folder) throws IOException, FolderRefusedException {
    Path state = folder.resolve(ResultsLayout.PRIVATE_FOLDER);
    List<Path> entries = new ArrayList<>(List.of(folder, state));
    if (!Files.isSymbolicLink(folder) && Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> kept = Files.list(state)) {
        kept.sorted().forEach(entries::add);
      }
    }
    for (Path entry : entries) {
      if (Files.isSymbolicLink(entry)) {
        throw new FolderRefusedException(
            Reason.FOREIGN_FILES, entry + " is a link to elsewhere; nothing was written there");
      }
      if (Files.exists(entry) && !Files.isRegularFile(entry) && !Files.isDirectory(entry)) {
        throw new FolderRefusedException(
            Reason.FOREIGN_FILES, entry + " is a pipe or a device; nothing was written there");
      }
    }
  }

  /** Whom the folder belongs to: an unfinished run, or else the run that wrote it. */
  private static Optional<Manifest> owner(Path folder) throws IOException {
    Path plan = folder.resolve(ResultsLayout.PRIVATE_FOLDER).resolve(PLAN);
    Optional<Manifest> unfinished = Manifest.read(plan);
    return unfinished.isPresent()
        ? unfinished
        : Manifest.read(folder.resolve(ResultsLayout.MANIFEST));
  }

  private static boolean empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(
          entry -> entry.getFileName().toString().equals(ResultsLayout.PRIVATE_FOLDER));
    }
  }

  private static String difference(Path folder, Configuration configuration) throws IOException {
    Path file = folder.resolve(ResultsLayout.EXPERIMENT);
    String other = folder + " holds the results of another configuration";
    if (Files.isRegularFile(file) && Files.size(file) > LARGEST_SHOWN) {
      return other + ", whose " + ResultsLayout.EXPERIMENT + " is too large to be shown";
    }
    return other
        + " (- what is there, + what would be run):\n"
        + LineDifference.of(StoredText.read(file, LARGEST_SHOWN).orElse(""), configuration.yaml());
  }

  /**
   * Whether results always have the same bytes; so it is unless their manifest says otherwise.
   *
   * @param manifest the text of the manifest
   * @throws IOException if it cannot be made
   */
  public static boolean isReproducible(Content manifest) throws IOException {
    return Manifest.parse(manifest.text()).map(Manifest::reproducible).orElse(true);
  }

  /** What the results are of. */
  public Configuration configuration() {
    return configuration;
  }

  /**
   * Where what differs from run to run may be kept, such as a log.
   *
   * @return an existing folder
   */
  public Path state() {
    return folder.resolve(ResultsLayout.PRIVATE_FOLDER);
  }

  /**
   * Replaces the results: every file appears complete or not at all, the manifest last, and files
   * of an earlier run that are not among the new ones are removed. If it is interrupted, doing it
   * again gives the same folder.
   *
   * @param files contents by relative path, as {@link Report#files} gives them; the manifest among
   *     them is made anew of what was written
   * @throws FolderRefusedException if a file of another origin is in the way of one of them; then
   *     nothing has changed
   * @throws IOException if a content cannot be made, the disk refuses or the thread was
   *     interrupted; every file is then either the old or the new one
   */
  public void replace(SortedMap<String, Content> files) throws IOException, FolderRefusedException {
    SortedSet<String> names = new TreeSet<>(files.keySet());
    names.remove(ResultsLayout.MANIFEST);
    SortedSet<String> known = known();
    refuseForeign(names, known);
    CompleteFile.write(state().resolve(PLAN), plan(names, known).json());
    known.removeAll(names);
    try (FileGroup group = new FileGroup()) {
      for (String name : figuresLast(names)) {
        group.add(inside(name), files.get(name));
      }
      String manifest = Manifest.of(configuration, files).json();
      group.add(inside(ResultsLayout.MANIFEST), Content.text(manifest));
      group.sync();
      appear(group, names, known);
    }
    CompleteFile.sync(folder);
    Files.delete(state().resolve(PLAN));
  }

  /** Figures are still being drawn while other files are written. */
  private static List<String> figuresLast(SortedSet<String> names) {
    List<String> ordered = new ArrayList<>(names);
    ordered.removeIf(ResultsLayout::isFigure);
    names.stream().filter(ResultsLayout::isFigure).forEach(ordered::add);
    return ordered;
  }

  private void appear(FileGroup group, SortedSet<String> names, SortedSet<String> stale)
      throws IOException {
    for (String name : names) {
      group.appear(folder.resolve(name));
    }
    for (String name : stale) {
      remove(name);
    }
    group.appear(folder.resolve(ResultsLayout.MANIFEST));
  }

  /** The files that earlier runs have written or were about to write. */
  private SortedSet<String> known() throws IOException {
    SortedSet<String> known = new TreeSet<>();
    for (Path file : new Path[] {state().resolve(PLAN), folder.resolve(ResultsLayout.MANIFEST)}) {
      Manifest.read(file).ifPresent(manifest -> known.addAll(manifest.files().keySet()));
    }
    return known;
  }

  /** A manifest of the new and the old files, so that a later run knows them as its own. */
  private Manifest plan(SortedSet<String> names, SortedSet<String> known) {
    SortedMap<String, String> files = new TreeMap<>();
    names.forEach(path -> files.put(path, ""));
    known.forEach(path -> files.put(path, ""));
    return new Manifest(
        configuration.digest(), configuration.numerics(), configuration.reproducible(), files);
  }

  private void refuseForeign(Set<String> files, Set<String> known)
      throws IOException, FolderRefusedException {
    for (String path : files) {
      Path parent = folder.resolve(path).getParent();
      boolean elsewhere = Files.exists(parent) && !parent.toRealPath().equals(parent);
      boolean foreign = Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
      if (elsewhere || foreign && !known.contains(path)) {
        throw new FolderRefusedException(
            Reason.FOREIGN_FILES,
            (elsewhere
                    ? parent + " leads out of the folder"
                    : folder.resolve(path) + " is in the way")
                + " and does not come from an earlier run; nothing was written");
      }
    }
  }

  private Path inside(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void remove(String path) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (!Files.exists(parent) || !parent.toRealPath().equals(parent)) {
      return;
    }
    Files.deleteIfExists(CompleteFile.unfinished(file));
    Files.deleteIfExists(file);
    if (!parent.equals(folder) && empty(parent)) {
      Files.deleteIfExists(parent);
    }
  }

  /** Lets other processes write to the folder. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
