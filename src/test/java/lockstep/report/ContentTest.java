package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theHashIsTakenWhileItIsWritten() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Content content =
        Content.of(
            out -> {
              made.incrementAndGet();
              out.append("ab").append('c');
            });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThat(content.sha256()).isEqualTo(SHA_256_OF_ABC);
    assertThat(made).hasValue(1);
  }

  @Test
  void theHashOfWhatWasNotWrittenIsMade() throws IOException {
    assertThat(Content.text("abc").sha256()).isEqualTo(SHA_256_OF_ABC);
  }

  @Test
  void textIsWrittenAsUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Content.text("é😀\n").writeTo(bytes);
    assertThat(bytes.toByteArray()).isEqualTo("é😀\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void moreThanTheMemoryHoldsCanBeWritten() throws IOException {
    String line = "0123456789\n".repeat(10_000);
    Content content =
        Content.of(
            out -> {
              for (int i = 0; i < 2_000; i++) {
                out.append(line);
              }
            });
    assertThat(content.sha256()).hasSize(64);
  }
}
