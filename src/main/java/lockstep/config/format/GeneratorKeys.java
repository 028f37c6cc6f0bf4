package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Tagged;
import lockstep.config.binding.Words;
import lockstep.data.Blobs;
import lockstep.data.Circles;
import lockstep.data.CsvTable;
import lockstep.data.Generator;
import lockstep.data.LinearRegression;
import lockstep.data.Moons;
import lockstep.data.Rows;
import lockstep.data.SineRegression;
import lockstep.data.Xor;

/** The table of generators; each has a class of keys of its own. */
public final class GeneratorKeys {
  /** The generators: a row for each. */
  private static final List<Option<? extends Generator>> GENERATORS =
      List.of(
          new Option<>(
              "circles",
              Circles.class,
              CircleKeys.BLOCK,
              "Two noisy circles, one within the other, as scikit-learn's make_circles."),
          new Option<>(
              "moons",
              Moons.class,
              MoonKeys.BLOCK,
              "Two interleaved half circles, as scikit-learn's make_moons."),
          new Option<>(
              "blobs",
              Blobs.class,
              BlobKeys.BLOCK,
              "Normally distributed clouds, as scikit-learn's make_blobs."),
          new Option<>("xor", Xor.class, XorKeys.BLOCK, "The exclusive or of two inputs."),
          new Option<>(
              "linear",
              LinearRegression.class,
              LinearKeys.BLOCK,
              "A linear function of normal inputs, for regression."),
          new Option<>(
              "sine",
              SineRegression.class,
              SineKeys.BLOCK,
              "The sine of one input, for regression."),
          new Option<>("rows", Rows.class, RowKeys.BLOCK, "Samples written out in the file."),
          new Option<>("csv", CsvTable.class, CsvKeys.BLOCK, "Samples from a CSV file."));

  private static final Key<String> WORD =
      Key.of(
          "generator",
          new Words<>(String.class, words()),
          "Where the samples come from.",
          "circles");

  /** The key {@code generator} with the keys of each generator. */
  public static final Key<Generator> GENERATOR =
      Key.spread(new Tagged<>("a generator", WORD, Generator.class, GENERATORS));

  private GeneratorKeys() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    GENERATORS.forEach(option -> words.put(option.word(), option.word()));
    return words;
  }
}
