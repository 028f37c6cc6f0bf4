package lockstep.config;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Tagged;
import lockstep.config.binding.Text;
import lockstep.data.Blobs;
import lockstep.data.Circles;
import lockstep.data.CsvTable;
import lockstep.data.Generator;
import lockstep.data.LinearRegression;
import lockstep.data.Moons;
import lockstep.data.Rows;
import lockstep.data.SineRegression;
import lockstep.data.Xor;

/** The table of generators; the longer ones have a class of keys of their own. */
final class GeneratorKeys {
  private static final Key<Double> FACTOR =
      Key.of(
              "factor",
              new Real(Range.halfOpen(0, 1)),
              "The radius of the inner circle; the outer one's is 1.",
              "0.5")
          .byDefault(Circles.DEFAULT_FACTOR);

  private static final Block<Circles> CIRCLES =
      Block.of(Circles.class)
          .with(SampleKeys.SAMPLES, Circles::samples)
          .with(FACTOR, Circles::factor)
          .with(SampleKeys.NOISE, Circles::noise)
          .with(SampleKeys.SHUFFLE, Circles::shuffle)
          .make(
              v ->
                  new Circles(
                      v.of(SampleKeys.SAMPLES),
                      v.of(FACTOR),
                      v.of(SampleKeys.NOISE),
                      v.of(SampleKeys.SHUFFLE)));

  private static final Block<Moons> MOONS =
      Block.of(Moons.class)
          .with(SampleKeys.SAMPLES, Moons::samples)
          .with(SampleKeys.NOISE, Moons::noise)
          .with(SampleKeys.SHUFFLE, Moons::shuffle)
          .make(
              v ->
                  new Moons(
                      v.of(SampleKeys.SAMPLES), v.of(SampleKeys.NOISE), v.of(SampleKeys.SHUFFLE)));

  private static final Key<Long> XOR_SAMPLES = SampleKeys.SAMPLES.byDefault(Xor.DEFAULT_SAMPLES);

  private static final Block<Xor> XOR =
      Block.of(Xor.class)
          .with(XOR_SAMPLES, Xor::samples)
          .with(SampleKeys.NOISE, Xor::noise)
          .make(v -> new Xor(v.of(XOR_SAMPLES), v.of(SampleKeys.NOISE)));

  private static final Key<Double> LOW =
      Key.of("low", Real.ANY, "The first input.", "0").byDefault(SineRegression.DEFAULT_LOW);

  private static final Key<Double> HIGH =
      Key.of("high", Real.ANY, "The last input, above low.", "6.28")
          .byDefault(SineRegression.DEFAULT_HIGH);

  private static final Block<SineRegression> SINE =
      Block.of(SineRegression.class)
          .with(SampleKeys.SAMPLES, SineRegression::samples)
          .with(LOW, SineRegression::low)
          .with(HIGH, SineRegression::high)
          .with(SampleKeys.NOISE, SineRegression::noise)
          .check((v, scope) -> Intervals.check(v.find(LOW), v.find(HIGH), scope))
          .make(
              v ->
                  new SineRegression(
                      v.of(SampleKeys.SAMPLES), v.of(LOW), v.of(HIGH), v.of(SampleKeys.NOISE)));

  /** The generators: a row for each. */
  private static final List<Option<? extends Generator>> GENERATORS =
      List.of(
          new Option<>(
              "circles",
              Circles.class,
              CIRCLES,
              "Two noisy circles, one within the other, as scikit-learn's make_circles."),
          new Option<>(
              "moons",
              Moons.class,
              MOONS,
              "Two interleaved half circles, as scikit-learn's make_moons."),
          new Option<>(
              "blobs",
              Blobs.class,
              BlobKeys.BLOCK,
              "Normally distributed clouds, as scikit-learn's make_blobs."),
          new Option<>("xor", Xor.class, XOR, "The exclusive or of two inputs."),
          new Option<>(
              "linear",
              LinearRegression.class,
              LinearKeys.BLOCK,
              "A linear function of normal inputs, for regression."),
          new Option<>(
              "sine", SineRegression.class, SINE, "The sine of one input, for regression."),
          new Option<>("rows", Rows.class, RowKeys.BLOCK, "Samples written out in the file."),
          new Option<>("csv", CsvTable.class, CsvKeys.BLOCK, "Samples from a CSV file."));

  private static final Key<String> WORD =
      Key.of(
          "generator",
          new Text(".*", "(one of " + String.join(", ", words()) + ")"),
          "Where the samples come from.",
          "circles");

  static final Key<Generator> GENERATOR =
      Key.spread(new Tagged<>("a generator", WORD, Generator.class, GENERATORS));

  private GeneratorKeys() {}

  private static List<String> words() {
    return GENERATORS.stream().map(Option::word).toList();
  }
}
