package lockstep.config.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which files the values of a text may name. A file from somebody else could otherwise make a run
 * read, and an error show, what is none of its business.
 *
 * @param folder what relative paths are relative to
 * @param allowed folders beside that one whose files may be named; empty if any file may be, as
 *     where the user types the path
 */
public record Reach(Path folder, Optional<List<Path>> allowed) {
  /** Copies the list. */
  public Reach {
    allowed = allowed.map(List::copyOf);
  }

  /** Any file; relative paths start at the working folder. */
  public static Reach everywhere() {
    return new Reach(Path.of(""), Optional.empty());
  }

  /**
   * The files below the folder of a file.
   *
   * @param file the file with the text
   * @param allowed further folders
   */
  public static Reach around(Path file, List<Path> allowed) {
    Path folder = file.getParent();
    return new Reach(folder == null ? Path.of("") : folder, Optional.of(allowed));
  }

  /** The file that a path in the text means. */
  public Path resolve(String path) {
    return folder.resolve(path).normalize();
  }

  /**
   * Why a file may not be named.
   *
   * @param file from {@link #resolve}; links are followed to where they lead
   * @return what is wrong; empty if nothing is
   */
  public Optional<String> refusal(Path file) {
    Path real = real(file);
    boolean inside =
        allowed.isEmpty()
            || Stream.concat(Stream.of(folder), allowed.get().stream())
                .anyMatch(root -> real.startsWith(real(root)));
    return inside ? Optional.empty() : Optional.of(file + " is not below " + shown());
  }

  /** What a user can do about a refusal. */
  public static String remedy() {
    return "a file below that folder, or --allow DIR on the command line";
  }

  private String shown() {
    return folder.toString().isEmpty() ? "this file's folder" : folder.toString();
  }

  /** Where a path leads; of a file that is not there, where it would be. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return Files.exists(absolute) ? absolute.toRealPath() : beside(absolute);
    } catch (IOException unreadable) {
      return absolute;
    }
  }

  private static Path beside(Path missing) throws IOException {
    Path parent = missing.getParent();
    return parent != null && Files.exists(parent)
        ? parent.toRealPath().resolve(missing.getFileName())
        : missing;
  }
}
