package lockstep.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lockstep.config.ExperimentFile;
import lockstep.config.Reading;
import lockstep.report.Content;
import lockstep.report.ResultsLayout;
import lockstep.sweep.SweepSettings;

/**
 * The promise of the same bytes, held against this machine: a fixed set of experiments that comes
 * with the program is run, and the digests of all their files are compared with known ones.
 *
 * <p>The experiments and the known digests are resources beside this class, in {@code selftest}.
 */
public final class SelfTest {
  /** The known digests: a name and 64 hexadecimal digits a line, in the order of the runs. */
  static final String ANSWERS = "answers.txt";

  private SelfTest() {}

  /**
   * One experiment of the set.
   *
   * @param name its name
   * @param digest the SHA-256 of its manifest, which holds those of all its other files
   * @param known what it should be
   */
  public record Answer(String name, String digest, String known) {
    /** Whether the bytes are the known ones. */
    public boolean holds() {
      return digest.equals(known);
    }
  }

  /**
   * Runs the set; nothing is left on the disk.
   *
   * @param settings how trials of sweeps are run
   * @param observer is told of each experiment when it is done
   * @return one answer for each experiment
   * @throws IOException if there is no room for temporary files
   */
  public static List<Answer> run(SweepSettings settings, Consumer<Answer> observer)
      throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (Map.Entry<String, String> known : known().entrySet()) {
      Answer answer =
          new Answer(known.getKey(), digest(known.getKey(), settings), known.getValue());
      observer.accept(answer);
      answers.add(answer);
    }
    return answers;
  }

  /**
   * One digest of all: the SHA-256 of lines of a name, a space and a digest.
   *
   * @param answers in the order of the runs
   * @throws IOException never
   */
  public static String digest(List<Answer> answers) throws IOException {
    return Content.text(
            answers.stream()
                .map(answer -> answer.name() + " " + answer.digest() + "\n")
                .collect(Collectors.joining()))
        .sha256();
  }

  /** Name to known digest, in the order of the runs. */
  static Map<String, String> known() throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line : resource(ANSWERS).lines().toList()) {
      String[] words = line.split(" ");
      known.put(words[0], words[1]);
    }
    return known;
  }

  /** The digest of one experiment's files as this machine makes them. */
  private static String digest(String name, SweepSettings settings) throws IOException {
    Path file = Files.createTempFile("lockstep-", ".yaml");
    try {
      Files.writeString(file, resource(name + ".yaml"));
      Reading reading = ExperimentFile.read(file, List.of());
      return Rerun.of(
          reading.experiment().orElseThrow(() -> new IllegalStateException(name + reading)),
          settings,
          outcome -> outcome.results().files().get(ResultsLayout.MANIFEST).sha256());
    } finally {
      Files.delete(file);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = SelfTest.class.getResourceAsStream("selftest/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the program has no resource selftest/" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
