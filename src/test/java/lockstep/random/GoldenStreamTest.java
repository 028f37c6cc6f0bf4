package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NumPy's and Python's own numbers, call by call. */
class GoldenStreamTest {
  private static final int SEEDS = 7;
  private static final int LONGEST = 12;

  /** The names of the families in the reference file. */
  private static final Map<String, RandomAlgorithm> FAMILIES =
      Map.of(
          "numpy-legacy", RandomAlgorithm.NUMPY,
          "numpy-pcg64", RandomAlgorithm.NUMPY_PCG64,
          "python", RandomAlgorithm.PYTHON);

  /** How each call of the reference file is made here. */
  private static final Map<String, Function<RandomStream, double[]>> CALLS = calls();

  private static Map<String, Function<RandomStream, double[]>> calls() {
    Map<String, Function<RandomStream, double[]>> calls = new LinkedHashMap<>();
    calls.put("random(10)", s -> draws(10, i -> s.uniform()));
    calls.put("random() x10", s -> draws(10, i -> s.uniform()));
    calls.put("standard_normal(12)", s -> draws(12, i -> s.normal()));
    calls.put("gauss(0 1) x7", s -> draws(7, i -> s.normal(0, 1)));
    calls.put("uniform(-1 3) x6", s -> draws(6, i -> s.uniform(-1, 3)));
    calls.put("integers(0 10 12)", s -> draws(12, i -> s.integer(0, 10)));
    calls.put("randrange(10) x12", s -> draws(12, i -> s.integer(0, 10)));
    calls.put("shuffle(range(12))", s -> doubles(shuffled(s, 12)));
    calls.put("random_sample(10)", s -> draws(10, i -> s.uniform()));
    calls.put("randn(7)", s -> draws(7, i -> s.normal()));
    calls.put("randn(3) random_sample(2) randn(2)", GoldenStreamTest::normalsAroundUniforms);
    calls.put("normal(2.0 0.5 6)", s -> draws(6, i -> s.normal(2, 0.5)));
    calls.put("uniform(-1.0 3.0 6)", s -> draws(6, i -> s.uniform(-1, 3)));
    calls.put("randint(0 10 12)", s -> draws(12, i -> s.integer(0, 10)));
    calls.put("permutation(12)", s -> doubles(s.permutation(12)));
    calls.put("shuffle(arange(12))", s -> doubles(shuffled(s, 12)));
    calls.put("choice(10 4 replace=False)", s -> doubles(s.choice(10, 4)));
    calls.put("standard_exponential(5)", s -> draws(5, i -> -FastMath.log(1 - s.uniform())));
    return calls;
  }

  record Row(String family, long seed, String call, List<Double> values) {
    @Override
    public String toString() {
      return family + ", seed " + seed + ": " + call;
    }

    /** Only logarithms, sines and cosines may differ in the last bit. */
    boolean exact() {
      return family.equals("numpy-pcg64")
          || !call.contains("randn(")
              && !call.startsWith("normal")
              && !call.startsWith("gauss")
              && !call.startsWith("standard_exponential");
    }
  }

  static Stream<Row> rows() {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] cells = line.split(",");
      values
          .computeIfAbsent(cells[0] + "," + cells[1] + "," + cells[2], key -> new ArrayList<>())
          .add(Double.valueOf(cells[4]));
    }
    return values.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void streamDrawsWhatItsLibraryDraws(Row row) {
    RandomStream stream = FAMILIES.get(row.family()).start(row.seed());
    double[] drawn = CALLS.get(row.call()).apply(stream);
    assertThat(drawn).hasSize(row.values().size()).hasSizeLessThanOrEqualTo(LONGEST);
    for (int i = 0; i < drawn.length; i++) {
      double expected = row.values().get(i);
      double slack = row.exact() ? 0 : Math.ulp(expected);
      assertThat(Math.abs(drawn[i] - expected)).as("draw %s", i).isLessThanOrEqualTo(slack);
    }
  }

  @Test
  void everySeedIsThereWithEveryCall() {
    List<Row> rows = rows().toList();
    assertThat(rows).hasSize(SEEDS * (10 + 6 + 5));
    assertThat(rows).extracting(Row::family).hasSameElementsAs(FAMILIES.keySet());
    assertThat(rows).extracting(Row::seed).contains(0L, 4294967295L);
    assertThat(rows).extracting(Row::call).hasSameElementsAs(CALLS.keySet());
  }

  private static Row row(String key, List<Double> values) {
    String[] cells = key.split(",");
    return new Row(cells[0], Long.parseLong(cells[1]), cells[2], values);
  }

  private static List<String> lines() {
    try (InputStream file = GoldenStreamTest.class.getResourceAsStream("/golden/random.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] normalsAroundUniforms(RandomStream stream) {
    return draws(7, i -> i == 3 || i == 4 ? stream.uniform() : stream.normal());
  }

  private static int[] shuffled(RandomStream stream, int count) {
    int[] values = IntStream.range(0, count).toArray();
    stream.shuffle(values);
    return values;
  }

  private static double[] draws(int count, Function<Integer, Number> draw) {
    return IntStream.range(0, count).mapToDouble(i -> draw.apply(i).doubleValue()).toArray();
  }

  private static double[] doubles(int[] values) {
    return IntStream.of(values).asDoubleStream().toArray();
  }
}
