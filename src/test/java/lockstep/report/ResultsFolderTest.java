package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.report.FolderRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFolderTest {
  private static final Configuration SLOW = configuration("slow", "learning_rate: 0.005");
  private static final Configuration FAST = configuration("fast", "learning_rate: 0.01");

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void choose() {
    folder = temporary.resolve("results").resolve("circles");
  }

  private static Configuration configuration(String digest, String rate) {
    String yaml = "experiment: circles\ntraining:\n  " + rate + "\n  epochs: 150\n";
    return new Configuration(yaml, List.of(), digest, "1");
  }

  private static SortedMap<String, String> files(Configuration configuration, String... paths)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("experiment.yaml", configuration.yaml());
    for (String path : paths) {
      files.put(path, configuration.digest() + " " + path);
    }
    files.put("manifest.json", Manifest.of(configuration, Texts.contents(files)).json());
    return files;
  }

  private void run(Configuration configuration, boolean fresh, String... paths)
      throws IOException, FolderRefusedException {
    try (ResultsFolder results = ResultsFolder.open(folder, configuration, fresh)) {
      results.replace(Texts.contents(files(configuration, paths)));
    }
  }

  /** Every file outside {@code .lockstep}, with its text. */
  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        if (!name.startsWith(".lockstep")) {
          content.put(name, Files.readString(path));
        }
      }
    }
    return content;
  }

  @Test
  void writesExactlyTheFilesAndTheirManifest() throws Exception {
    run(SLOW, false, "report.md", "figures/loss.svg");
    assertThat(content()).isEqualTo(files(SLOW, "report.md", "figures/loss.svg"));
    assertThat(folder.resolve(".lockstep/plan.json")).doesNotExist();
    assertThat(folder.resolve(".lockstep/.gitignore")).hasContent("*\n");
  }

  @Test
  void aSecondRunOfTheSameConfigurationReplacesAndRemovesWhatIsNoLongerWritten() throws Exception {
    run(SLOW, false, "report.md", "figures/loss.svg");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    run(SLOW, false, "report.md", "summary.csv");
    Map<String, String> expected = files(SLOW, "report.md", "summary.csv");
    expected.put("notes.txt", "mine");
    assertThat(content()).isEqualTo(expected);
    assertThat(folder.resolve("figures")).doesNotExist();
  }

  @Test
  void anotherConfigurationIsRefusedWithTheDifferenceAndNothingChanges() throws Exception {
    run(SLOW, false, "report.md");
    Map<String, String> before = content();
    var refused =
        catchThrowableOfType(FolderRefusedException.class, () -> run(FAST, false, "report.md"));
    assertThat(refused.reason()).isEqualTo(Reason.OTHER_CONFIGURATION);
    assertThat(refused.getMessage())
        .endsWith("-   learning_rate: 0.005\n+   learning_rate: 0.01\n")
        .doesNotContain("epochs");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void freshReplacesAnotherConfigurationButLeavesOtherFiles() throws Exception {
    run(SLOW, false, "report.md", "figures/loss.svg", "figures/old.svg");
    Files.writeString(folder.resolve("figures/mine.svg"), "mine");
    run(FAST, true, "report.md", "figures/loss.svg");
    Map<String, String> expected = files(FAST, "report.md", "figures/loss.svg");
    expected.put("figures/mine.svg", "mine");
    assertThat(content()).isEqualTo(expected);
  }

  @Test
  void aFolderOfOtherOriginIsRefusedEvenFreshAndStaysUntouched() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.tex"), "mine");
    for (boolean fresh : new boolean[] {false, true}) {
      var refused =
          catchThrowableOfType(FolderRefusedException.class, () -> run(SLOW, fresh, "report.md"));
      assertThat(refused.reason()).isEqualTo(Reason.FOREIGN_FILES);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(folder.resolve("thesis.tex"));
    }
  }

  @Test
  void aFileInsteadOfAFolderIsRefused() throws Exception {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "mine");
    assertThatThrownBy(() -> run(SLOW, true, "report.md"))
        .isInstanceOf(FolderRefusedException.class);
    assertThat(folder).hasContent("mine");
  }

  @Test
  void aFileOfTheUserInTheWayIsRefused() throws Exception {
    run(SLOW, false, "report.md");
    Files.writeString(folder.resolve("summary.csv"), "mine");
    Map<String, String> before = content();
    assertThatThrownBy(() -> run(SLOW, false, "report.md", "summary.csv"))
        .isInstanceOf(FolderRefusedException.class)
        .hasMessageContaining("summary.csv");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws Exception {
    run(SLOW, false, "report.md", "figures/loss.svg");
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.move(folder.resolve("figures/loss.svg"), outside.resolve("loss.svg"));
    Files.delete(folder.resolve("figures"));
    Files.createSymbolicLink(folder.resolve("figures"), outside);
    assertThatThrownBy(() -> run(SLOW, false, "report.md", "figures/loss.svg"))
        .isInstanceOf(FolderRefusedException.class);
    run(SLOW, false, "report.md");
    assertThat(outside.resolve("loss.svg")).hasContent("slow figures/loss.svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "journal", "run.log", ".gitignore", "plan.json"})
  void whatARunKeepsForItselfIsNotWrittenThroughALink(String name) throws Exception {
    run(SLOW, false, "report.md");
    Path victim = Files.writeString(temporary.resolve("victim"), "mine");
    Path kept = folder.resolve(".lockstep").resolve(name);
    Files.deleteIfExists(kept);
    Files.createSymbolicLink(kept, victim);
    assertIsRefused(kept);
    assertThat(victim).hasContent("mine");
  }

  @Test
  void aFolderThatIsALinkIsNotWrittenTo() throws Exception {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createDirectories(folder.getParent());
    Files.createSymbolicLink(folder, outside);
    assertIsRefused(folder);
    Files.delete(folder);
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve(".lockstep"), outside);
    assertIsRefused(folder.resolve(".lockstep"));
    assertThat(outside).isEmptyDirectory();
  }

  private void assertIsRefused(Path link) {
    for (boolean fresh : new boolean[] {false, true}) {
      assertThatThrownBy(() -> run(SLOW, fresh, "report.md"))
          .isInstanceOf(FolderRefusedException.class)
          .hasMessage(link + " is a link to elsewhere; nothing was written there");
    }
  }

  @Test
  void aSecondWriterIsTurnedAwayUntilTheFirstHasClosed() throws Exception {
    try (ResultsFolder first = ResultsFolder.open(folder, SLOW, false)) {
      assertThat(first.state()).isDirectory();
      var refused =
          catchThrowableOfType(
              FolderRefusedException.class, () -> ResultsFolder.open(folder, SLOW, false));
      assertThat(refused.reason()).isEqualTo(Reason.IN_USE);
    }
    run(SLOW, false, "report.md");
    assertThat(content()).containsKey("report.md");
  }

  @Test
  void anInterruptedRunLeavesOnlyWholeFilesAndTheNextOneCompletesIt() throws Exception {
    run(SLOW, false, "report.md", "summary.csv");
    Map<String, String> before = content();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(FAST, true, "report.md", "figures/loss.svg"))
        .isInstanceOf(ClosedByInterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(content()).isEqualTo(before);
    run(FAST, true, "report.md", "figures/loss.svg");
    assertThat(content()).isEqualTo(files(FAST, "report.md", "figures/loss.svg"));
  }

  @Test
  void aFailureInTheMiddleLeavesWholeFilesThatTheNextRunKnows() throws Exception {
    run(SLOW, false, "report.md", "old.csv");
    Files.createDirectories(folder.resolve("summary.csv/in/the/way"));
    assertThatThrownBy(() -> replaceWithoutLooking(FAST, "figures/loss.svg", "report.md"))
        .isInstanceOf(IOException.class);
    assertThat(content())
        .containsEntry("report.md", "fast report.md")
        .containsEntry("old.csv", "slow old.csv")
        .allSatisfy((path, text) -> assertThat(path).doesNotContain("unfinished"));
    Files.delete(folder.resolve("summary.csv/in/the/way"));
    Files.delete(folder.resolve("summary.csv/in/the"));
    Files.delete(folder.resolve("summary.csv/in"));
    Files.delete(folder.resolve("summary.csv"));
    run(FAST, false, "report.md");
    assertThat(content()).isEqualTo(files(FAST, "report.md"));
  }

  /** A run in whose way a folder has come that an earlier run seems to have written. */
  private void replaceWithoutLooking(Configuration configuration, String... paths)
      throws IOException, FolderRefusedException {
    SortedMap<String, String> known = files(SLOW, "report.md", "old.csv", "summary.csv");
    String manifest = Manifest.of(SLOW, Texts.contents(known)).json();
    Files.writeString(folder.resolve("manifest.json"), manifest);
    try (ResultsFolder results = ResultsFolder.open(folder, configuration, true)) {
      SortedMap<String, String> files = files(configuration, paths);
      files.put("summary.csv", "trial\n");
      results.replace(Texts.contents(files));
    }
  }

  @Test
  void aLeftOverOfAKilledRunDoesNotDisturb() throws Exception {
    run(SLOW, false, "report.md");
    Files.writeString(CompleteFile.unfinished(folder.resolve("report.md")), "half");
    run(SLOW, false, "report.md");
    assertThat(content()).isEqualTo(files(SLOW, "report.md"));
  }

  @Test
  void aManifestThatNamesFilesElsewhereIsNotBelieved() throws Exception {
    Files.createDirectories(folder);
    Path victim = Files.writeString(temporary.resolve("results/victim"), "mine");
    String manifest = "{\"configuration\": \"slow\", \"files\": {\"../victim\": \"\"}}";
    Files.writeString(folder.resolve("manifest.json"), manifest);
    assertThatThrownBy(() -> run(SLOW, true, "report.md"))
        .isInstanceOf(FolderRefusedException.class);
    assertThat(victim).hasContent("mine");
  }

  @Test
  void aFileThatCannotBeLockedIsClosedAgain() throws IOException {
    Path file = Files.writeString(temporary.resolve("lock"), "");
    FileChannel readOnly = FileChannel.open(file, StandardOpenOption.READ);
    assertThatThrownBy(() -> ResultsFolder.locked(readOnly))
        .isInstanceOf(NonWritableChannelException.class);
    assertThat(readOnly.isOpen()).isFalse();
  }

  @Test
  void aLockedFileStaysOpenAndASecondChannelToItDoesNot() throws IOException {
    Path file = Files.writeString(temporary.resolve("lock"), "");
    try (FileChannel first = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(ResultsFolder.locked(first)).isTrue();
      FileChannel second = FileChannel.open(file, StandardOpenOption.WRITE);
      assertThat(ResultsFolder.locked(second)).isFalse();
      assertThat(first.isOpen()).isTrue();
      assertThat(second.isOpen()).isFalse();
    }
  }

  /** Longer than any array, and nothing on the disk. */
  private void grow(String name) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(3L << 30);
    }
  }

  @Test
  void aHugeGitignoreIsReplacedUnread() throws Exception {
    run(SLOW, false, "report.md");
    grow(".lockstep/.gitignore");
    run(SLOW, false, "report.md");
    assertThat(folder.resolve(".lockstep/.gitignore")).hasContent("*\n");
  }

  @Test
  void whatIsNotTextIsNeitherAManifestNorTheGitignoreOfARun() throws Exception {
    byte[] notText = {(byte) 0xff, (byte) 0xfe};
    run(SLOW, false, "report.md");
    Files.write(folder.resolve(".lockstep/.gitignore"), notText);
    run(SLOW, false, "report.md");
    assertThat(folder.resolve(".lockstep/.gitignore")).hasContent("*\n");
    Files.write(folder.resolve("manifest.json"), notText);
    assertThatThrownBy(() -> run(SLOW, true, "report.md"))
        .isInstanceOf(FolderRefusedException.class);
  }

  @Test
  void aHugeManifestIsNone() throws Exception {
    run(SLOW, false, "report.md");
    grow("manifest.json");
    var refused =
        catchThrowableOfType(FolderRefusedException.class, () -> run(SLOW, true, "report.md"));
    assertThat(refused.reason()).isEqualTo(Reason.FOREIGN_FILES);
    assertThat(folder.resolve("manifest.json")).hasSize(3L << 30);
  }

  @Test
  void aHugePlanIsNone() throws Exception {
    run(SLOW, false, "report.md");
    grow(".lockstep/plan.json");
    run(SLOW, false, "report.md");
    assertThat(content()).isEqualTo(files(SLOW, "report.md"));
    assertThat(folder.resolve(".lockstep/plan.json")).doesNotExist();
  }

  @Test
  void aHugeConfigurationIsRefusedWithoutTheDifference() throws Exception {
    run(SLOW, false, "report.md");
    grow("experiment.yaml");
    assertThatThrownBy(() -> run(FAST, false, "report.md"))
        .isInstanceOf(FolderRefusedException.class)
        .hasMessage(
            folder
                + " holds the results of another configuration, whose experiment.yaml is too large"
                + " to be shown");
  }

  /** The test holds both ends, so that a run that opened it would not wait but be found out. */
  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(strings = {"journal", "run.log", ".gitignore", "plan.json", "lock"})
  void aPipeIsNotOpened(String name) throws Exception {
    run(SLOW, false, "report.md");
    Path pipe = folder.resolve(".lockstep").resolve(name);
    Files.deleteIfExists(pipe);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (RandomAccessFile ends = new RandomAccessFile(pipe.toFile(), "rw")) {
      assertThatThrownBy(() -> run(SLOW, true, "report.md"))
          .isInstanceOf(FolderRefusedException.class)
          .hasMessage(pipe + " is a pipe or a device; nothing was written there");
      assertThat(ends.getFD().valid()).isTrue();
    }
  }
}
