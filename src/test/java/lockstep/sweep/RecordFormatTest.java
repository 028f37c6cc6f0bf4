package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class RecordFormatTest {

  @Test
  void aRecordComesBackAsItWas() {
    for (int number = 0; number < 5; number++) {
      TrialRecord record = Sweeps.record(number);
      assertThat(RecordFormat.decode(RecordFormat.encode(record))).isEqualTo(record);
    }
    TrialRecord failed = Sweeps.failure("no\nmemory");
    assertThat(RecordFormat.decode(RecordFormat.encode(failed))).isEqualTo(failed);
  }

  @Test
  void tooFewAndTooManyBytesAreRefused() {
    byte[] bytes = RecordFormat.encode(Sweeps.record(1));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> RecordFormat.decode(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RecordFormat.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 bytes too many");
  }

  /**
   * Where this fails, raise {@link JournalLayout#VERSION}: old journals cannot be read any more.
   */
  @Test
  void theBytesOfARecordAreThoseOfThisVersion() {
    CRC32C checksum = new CRC32C();
    checksum.update(RecordFormat.encode(Sweeps.record(1)));
    assertThat(JournalLayout.VERSION).isEqualTo(2);
    assertThat(checksum.getValue()).isEqualTo(3876950970L);
  }
}
