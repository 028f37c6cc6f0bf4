package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code src/test/python/random_reference.py} had NumPy and Python draw. */
class ReferenceStreamTest {
  private static final int MOST_LISTED = 12;

  /** Draws from here on are made with logarithms. */
  private static final double TAIL = 3.6541528853610088;

  record Row(RandomAlgorithm family, long seed, String call, String outcome) {
    RandomStream start() {
      return family.start(seed);
    }
  }

  private static List<Row> rows(String name) {
    try (InputStream file = ReferenceStreamTest.class.getResourceAsStream("/random/" + name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(ReferenceStreamTest::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    RandomAlgorithm family = RandomAlgorithm.valueOf(cells[0].toUpperCase(Locale.ROOT));
    return new Row(family, Long.parseLong(cells[1]), cells[2], cells[3]);
  }

  static Stream<Row> draws() {
    return rows("draws.csv").stream();
  }

  static Stream<Row> digests() {
    return rows("digests.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("draws")
  void callsGiveTheNumbersOfTheLibrary(Row row) {
    double[] expected =
        row.outcome().isEmpty()
            ? new double[0]
            : Arrays.stream(row.outcome().split(" ")).mapToDouble(Double::parseDouble).toArray();
    double[] drawn = Arrays.copyOf(drawn(row), expected.length);
    assertThat(drawn).hasSizeLessThanOrEqualTo(MOST_LISTED);
    boolean logarithm = row.call().startsWith("normal");
    for (int i = 0; i < drawn.length; i++) {
      double slack = logarithm ? Math.ulp(expected[i]) : 0;
      assertThat(Math.abs(drawn[i] - expected[i])).as("draw %s", i).isLessThanOrEqualTo(slack);
    }
  }

  /** A call is a word with its arguments, the last of a draw being how many times. */
  private static double[] drawn(Row row) {
    RandomStream stream = row.start();
    List<Double> drawn = new ArrayList<>();
    String[] words = row.call().split(" ");
    int next = 0;
    while (next < words.length) {
      int arguments = words[next].equals("integer") ? 3 : words[next].equals("choice") ? 2 : 1;
      int[] numbers =
          Arrays.stream(words, next + 1, next + 1 + arguments)
              .mapToInt(Integer::parseInt)
              .toArray();
      add(drawn, stream, words[next], numbers);
      next += 1 + arguments;
    }
    if (row.call().equals("integer 3 4 2") && row.family() == RandomAlgorithm.PYTHON) {
      drawn.add(stream.uniform());
    }
    return drawn.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void add(List<Double> drawn, RandomStream stream, String word, int[] numbers) {
    switch (word) {
      case "choice" -> addAll(drawn, stream.choice(numbers[0], numbers[1]));
      case "permutation" -> addAll(drawn, stream.permutation(numbers[0]));
      default -> {
        for (int draw = 0; draw < numbers[numbers.length - 1]; draw++) {
          drawn.add(
              switch (word) {
                case "integer" -> (double) stream.integer(numbers[0], numbers[1]);
                case "uniform" -> stream.uniform();
                case "normal" -> stream.normal();
                default -> throw new IllegalArgumentException(word);
              });
        }
      }
    }
  }

  private static void addAll(List<Double> drawn, int[] numbers) {
    Arrays.stream(numbers).forEach(number -> drawn.add((double) number));
  }

  @ParameterizedTest
  @MethodSource("digests")
  void manyDrawsHaveTheBitsOfTheLibrary(Row row) throws Exception {
    RandomStream stream = row.start();
    String[] words = row.call().split(" ");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int draw = 0; draw < Integer.parseInt(words[1]); draw++) {
      double value = words[0].equals("normal") ? stream.normal() : stream.uniform();
      if (Math.abs(value) < TAIL) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(row.outcome());
  }
}
