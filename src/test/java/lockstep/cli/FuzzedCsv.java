package lockstep.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Tables with cells, lines, quotes and bytes that do not belong there. */
final class FuzzedCsv {
  private static final List<String> CELLS =
      List.of(
          "0",
          "1.5",
          "-1e-3",
          "1e999",
          "NaN",
          "Infinity",
          "",
          " ",
          "\"\"",
          "\"a\"\"b\"",
          "\"",
          "x",
          "=1+1",
          "1,5",
          "0x10",
          "١",
          "\"a\nb\"",
          "\u0000",
          "\uFEFF",
          "y",
          "a");

  private final Random random;

  FuzzedCsv(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes of a table with the columns a, b and y, more or less. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(random.nextInt(6) == 0 ? "" : "a,b,y\n");
    int lines = random.nextInt(12);
    for (int line = 0; line < lines; line++) {
      text.append(line()).append(random.nextInt(10) == 0 ? "\r\n" : "\n");
    }
    byte[] bytes = encoded(text.toString());
    if (bytes.length > 0 && random.nextInt(5) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] encoded(String text) {
    return switch (random.nextInt(30)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 2 -> text.replace(',', ';').getBytes(StandardCharsets.UTF_8);
      case 3 -> text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
      case 4 -> text.repeat(500).getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private String line() {
    int cells = random.nextInt(8) == 0 ? random.nextInt(6) : 3;
    StringBuilder line = new StringBuilder();
    for (int cell = 0; cell < cells; cell++) {
      boolean odd = random.nextInt(12) == 0;
      line.append(cell == 0 ? "" : ",")
          .append(odd ? CELLS.get(random.nextInt(CELLS.size())) : random.nextInt(2));
    }
    return line.toString();
  }
}
