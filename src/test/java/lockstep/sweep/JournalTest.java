package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final int RECORDS = 3;

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("journal");
  }

  @Test
  void whatWasPutInIsFoundAtOnceAndAfterwards() throws IOException {
    try (Journal journal = Journal.open(path)) {
      journal.put(Sweeps.digest(1), Sweeps.record(1));
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(1));
      assertThat(journal.find(Sweeps.digest(2))).isEmpty();
    }
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(1));
      assertThat(journal.has(Sweeps.digest(1))).isTrue();
      assertThat(journal.has(Sweeps.digest(2))).isFalse();
      assertThat(journal.notes()).isEmpty();
    }
  }

  @Test
  void manyRecordsAreFoundAgain() throws IOException {
    int count = 5000;
    write(count);
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.size()).isEqualTo(count);
      for (int number = 0; number < count; number++) {
        assertThat(journal.find(Sweeps.digest(number))).contains(Sweeps.record(number));
      }
    }
  }

  @Test
  void aRecordLongerThanTheWindowOfTheScanIsFoundAgain() throws IOException {
    String longText = "x".repeat(200_000);
    try (Journal journal = Journal.open(path)) {
      journal.put(Sweeps.digest(1), Sweeps.failure(longText));
      journal.put(Sweeps.digest(2), Sweeps.record(2));
    }
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.failure(longText));
      assertThat(journal.find(Sweeps.digest(2))).contains(Sweeps.record(2));
    }
  }

  @Test
  void theLastRecordOfADigestCounts() throws IOException {
    try (Journal journal = Journal.open(path)) {
      journal.put(Sweeps.digest(1), Sweeps.record(1));
      journal.put(Sweeps.digest(1), Sweeps.record(2));
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(2));
    }
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(2));
      assertThat(journal.size()).isEqualTo(1);
    }
  }

  @Test
  void aFailedTrialIsKeptButIsToBeTriedAgain() throws IOException {
    try (Journal journal = Journal.open(path)) {
      journal.put(Sweeps.digest(1), Sweeps.failure("a bug"));
    }
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.has(Sweeps.digest(1))).isFalse();
      assertThat(journal.failed(Sweeps.digest(1))).isTrue();
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.failure("a bug"));
      journal.put(Sweeps.digest(1), Sweeps.record(1));
      assertThat(journal.has(Sweeps.digest(1))).isTrue();
    }
  }

  @Test
  void aTailTornAtAnyByteIsDroppedAndTheJournalGoesOn() throws IOException {
    byte[] whole = write(RECORDS);
    List<Integer> ends = ends();
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      int limit = length;
      int kept = (int) ends.stream().filter(end -> end <= limit).count();
      try (Journal journal = Journal.open(path)) {
        assertThat(found(journal)).as("cut at %d", length).isEqualTo(kept);
        boolean between = ends.contains(length) || length <= header();
        assertThat(journal.notes()).as("cut at %d", length).hasSize(between ? 0 : 1);
      }
    }
  }

  @Test
  void whatIsPutInBehindATornTailIsFoundAgain() throws IOException {
    byte[] whole = write(RECORDS);
    for (int length = 0; length < whole.length; length += 31) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (Journal journal = Journal.open(path)) {
        journal.put(Sweeps.digest(9), Sweeps.record(9));
      }
      int limit = length;
      int kept = (int) ends().stream().filter(end -> end <= limit).count();
      try (Journal journal = Journal.open(path)) {
        assertThat(journal.find(Sweeps.digest(9))).contains(Sweeps.record(9));
        assertThat(journal.size()).isEqualTo(kept + 1);
        assertThat(journal.notes()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x80})
  void aDamagedByteCostsItsOwnRecordOnly(int bits) throws IOException {
    byte[] whole = write(RECORDS);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) bits;
      Files.write(path, damaged);
      try (Journal journal = Journal.look(path)) {
        assertHasAllBut(hit(at), journal, "byte " + at);
        assertThat(journal.notes()).as("byte %d", at).hasSize(1);
      }
    }
  }

  @Test
  void aDamagedJournalIsRepairedOnce() throws IOException {
    byte[] whole = write(RECORDS);
    for (int at = 0; at < whole.length; at += 37) {
      byte[] damaged = whole.clone();
      damaged[at]++;
      Files.write(path, damaged);
      try (Journal journal = Journal.open(path)) {
        assertHasAllBut(hit(at), journal, "byte " + at);
        assertThat(journal.notes()).as("byte %d", at).hasSize(1);
      }
      try (Journal journal = Journal.open(path)) {
        assertHasAllBut(hit(at), journal, "after the repair of byte " + at);
        assertThat(journal.notes()).as("after the repair of byte %d", at).isEmpty();
      }
    }
  }

  /** The record that a byte belongs to; -1 for the first line. */
  private static int hit(int at) throws IOException {
    return at < header() ? -1 : ends().indexOf(firstAbove(ends(), at));
  }

  private static void assertHasAllBut(int hit, Journal journal, String when) throws IOException {
    for (int number = 0; number < RECORDS; number++) {
      Optional<TrialRecord> expected =
          number == hit ? Optional.empty() : Optional.of(Sweeps.record(number));
      assertThat(journal.find(Sweeps.digest(number)))
          .as("record %d, %s", number, when)
          .isEqualTo(expected);
    }
  }

  @Test
  void itIsToldHowMuchWasLostInTheMiddle() throws IOException {
    byte[] whole = write(RECORDS);
    int length = ends().get(1) - ends().get(0);
    whole[ends().get(0) + 1]++;
    Files.write(path, whole);
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.notes().get(0)).contains(length + " bytes with 1 records cannot be used");
    }
  }

  @Test
  void aChangeBehindTheBackIsNoRecord() throws IOException {
    write(RECORDS);
    try (Journal journal = Journal.open(path)) {
      byte[] bytes = Files.readAllBytes(path);
      bytes[ends().get(0) - 1]++;
      Files.write(path, bytes);
      assertThatThrownBy(() -> journal.find(Sweeps.digest(0)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has changed");
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(1));
    }
  }

  @Test
  void recordsOfOtherNumericsDoNotCountAndAreKeptAside() throws IOException {
    byte[] whole = write(RECORDS);
    try (Journal journal = Journal.open(path, "next")) {
      assertThat(journal.size()).isZero();
      assertThat(journal.notes()).hasSize(1);
      assertThat(journal.notes().get(0)).contains("has format 2 and numerics ", "is not used");
      journal.put(Sweeps.digest(1), Sweeps.record(1));
    }
    assertThat(folder.resolve("journal.old")).hasBinaryContent(whole);
    try (Journal journal = Journal.open(path, "next")) {
      assertThat(journal.size()).isEqualTo(1);
      assertThat(journal.notes()).isEmpty();
    }
  }

  @Test
  void recordsOfOtherNumericsDoNotCountUnderAFalseFirstLine() throws IOException {
    byte[] whole = write(RECORDS);
    byte[] line = JournalLayout.of("x").header();
    byte[] records = Arrays.copyOfRange(whole, header(), whole.length);
    byte[] forged = Arrays.copyOf(line, line.length + records.length);
    System.arraycopy(records, 0, forged, line.length, records.length);
    Files.write(path, forged);
    try (Journal journal = Journal.open(path, "x")) {
      assertThat(journal.size()).isZero();
      assertThat(journal.notes()).hasSize(1);
    }
  }

  @Test
  void aFileOfAnotherOriginIsKeptAside() throws IOException {
    Files.writeString(path, "not a journal\n");
    try (Journal journal = Journal.open(path)) {
      assertThat(journal.notes().get(0)).contains("has another format");
    }
    assertThat(folder.resolve("journal.old")).hasContent("not a journal\n");
  }

  @Test
  void lookingChangesNothing() throws IOException {
    byte[] whole = write(RECORDS);
    byte[] torn = Arrays.copyOf(whole, whole.length - 1);
    Files.write(path, torn);
    try (Journal journal = Journal.look(path)) {
      assertThat(found(journal)).isEqualTo(RECORDS - 1);
      assertThatThrownBy(() -> journal.put(Sweeps.digest(9), Sweeps.record(9)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(path).hasBinaryContent(torn);
  }

  @Test
  void aTemporaryStoreLeavesNothing() throws IOException {
    try (TrialStore store = new TemporaryStore(Files.createDirectory(folder.resolve("t")))) {
      store.put(Sweeps.digest(1), Sweeps.record(1));
      assertThat(store.find(Sweeps.digest(1))).contains(Sweeps.record(1));
    }
    assertThat(folder.resolve("t")).doesNotExist();
  }

  @Test
  void aClosedJournalTakesNothing() throws IOException {
    Journal journal = Journal.open(path);
    journal.close();
    assertThatThrownBy(() -> journal.put(Sweeps.digest(1), Sweeps.record(1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anInterruptedThreadStillWritesWholeRecords() throws IOException {
    try (Journal journal = Journal.open(path)) {
      Thread.currentThread().interrupt();
      journal.put(Sweeps.digest(1), Sweeps.record(1));
      journal.sync();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(journal.find(Sweeps.digest(1))).contains(Sweeps.record(1));
    }
  }

  private byte[] write(int records) throws IOException {
    try (Journal journal = Journal.open(path)) {
      for (int number = 0; number < records; number++) {
        journal.put(Sweeps.digest(number), Sweeps.record(number));
      }
    }
    return Files.readAllBytes(path);
  }

  private static int header() throws IOException {
    return JournalLayout.of(lockstep.experiment.Numerics.VERSION)
        .line()
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  /** Where each record ends. */
  private static List<Integer> ends() throws IOException {
    List<Integer> ends = new ArrayList<>();
    int end = header();
    for (int number = 0; number < RECORDS; number++) {
      int payload = RecordFormat.encode(Sweeps.record(number)).length;
      end += JournalLayout.HEAD + payload + JournalLayout.CHECKSUM;
      ends.add(end);
    }
    return ends;
  }

  private static Integer firstAbove(List<Integer> ends, int at) {
    return ends.stream().filter(end -> end > at).findFirst().orElseThrow();
  }

  private static int found(Journal journal) throws IOException {
    int found = 0;
    for (int number = 0; number < RECORDS; number++) {
      Optional<TrialRecord> record = journal.find(Sweeps.digest(number));
      assertThat(record.isEmpty() || record.get().equals(Sweeps.record(number))).isTrue();
      found += record.isPresent() ? 1 : 0;
    }
    return found;
  }
}
