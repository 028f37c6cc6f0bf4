package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileGroupTest {
  @TempDir private Path folder;

  @Test
  void nothingAppearsBeforeItIsAskedFor() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "old");
    try (FileGroup group = new FileGroup()) {
      group.add(old, Content.text("changed"));
      group.add(folder.resolve("new"), Content.text("new"));
      group.sync();
      assertThat(old).hasContent("old");
      assertThat(folder.resolve("new")).doesNotExist();
      group.appear(folder.resolve("new"));
      group.appear(old);
      assertThat(old).hasContent("changed");
      assertThat(folder.resolve("new")).hasContent("new");
    }
    assertThat(names()).containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void manyMoreFilesThanAreSyncedAtATimeAllAppear() throws IOException {
    try (FileGroup group = new FileGroup()) {
      for (int i = 0; i < 50; i++) {
        group.add(folder.resolve("file" + i), Content.text("text " + i));
      }
      group.sync();
      for (int i = 0; i < 50; i++) {
        group.appear(folder.resolve("file" + i));
      }
    }
    assertThat(names()).hasSize(50);
    assertThat(folder.resolve("file49")).hasContent("text 49");
  }

  @Test
  void aContentThatCannotBeMadeLeavesNothing() throws IOException {
    Content broken =
        Content.of(
            out -> {
              out.append("half");
              throw new IOException("broken");
            });
    try (FileGroup group = new FileGroup()) {
      group.add(folder.resolve("whole"), Content.text("whole"));
      assertThatThrownBy(() -> group.add(folder.resolve("half"), broken)).hasMessage("broken");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void anInterruptionWhileWaitingForTheDiskIsToldAndKept() throws IOException {
    try (FileGroup group = new FileGroup()) {
      group.add(folder.resolve("file"), Content.text("text"));
      Thread.currentThread().interrupt();
      assertThatThrownBy(group::sync).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsWrittenAnew() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(CompleteFile.unfinished(file), "half a text that is longer");
    try (FileGroup group = new FileGroup()) {
      group.add(file, Content.text("text"));
      group.sync();
      group.appear(file);
    }
    assertThat(file).hasContent("text");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
