package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lockstep.config.format.NetworkKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
  private static final int MUTATIONS = 1500;
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ": ",
          "- ",
          "\n",
          "  ",
          "0",
          "-1",
          "1e999",
          "\"",
          "'",
          "&a ",
          "*a",
          "null",
          "~",
          "!x ",
          "|",
          ">",
          "#",
          "%",
          "@",
          ",",
          "\t",
          "9999999999",
          "<<: ",
          "on",
          "\\0",
          "\u2028",
          "\uD83D\uDE00",
          "? ");

  @TempDir Path folder;

  /** Whatever is damaged, the answer is an experiment or problems, and never an exception. */
  @Test
  void damagedFilesAreAnsweredWithProblems() throws IOException {
    Random random = new Random(20260101);
    List<String> texts = new ArrayList<>();
    for (Path file : ExperimentsTest.files()) {
      texts.add(Files.readString(file));
    }
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String damaged = damage(texts.get(random.nextInt(texts.size())), random);
      Path file = Specs.file(folder, "damaged.yaml", damaged);
      refused += ExperimentFile.read(file, List.of()).spec().isPresent() ? 0 : 1;
    }
    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
  }

  private static String damage(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int change = 0; change <= random.nextInt(3); change++) {
      int place = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), place + random.nextInt(6));
      damaged.replace(place, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return whole(damaged.toString());
  }

  /** A change may have cut a pair of surrogates in two, which no file can hold. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void endlessProblemsAreCounted() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    List<Problem> problems =
        ExperimentFile.read(Specs.file(folder, "long.yaml", text.toString()), List.of()).problems();

    assertThat(problems).hasSize(ExperimentReader.MOST_PROBLEMS + 1);
    assertThat(problems.get(100).message()).isEqualTo("and 49903 more problems");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ud800 | \\ud800",
        "\\udfff | \\udfff",
        "a\\udc00\\ud800b | \\udc00",
      })
  void halvesOfCharactersThatNoFileCanHoldAreRefused(String escaped, String told) {
    Path file = Specs.file(folder, "half.yaml", "title: \"" + escaped + "\"\n");

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .extracting(Problem::message)
        .contains(told + " is half of a character");
  }

  @Test
  void bothHalvesOfACharacterAreOne() {
    Path file = Specs.file(folder, "whole.yaml", "title: \"\\ud83d\\ude00\"\n");

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .isNotEmpty()
        .noneMatch(problem -> problem.message().contains("half"));
  }

  private static final String XOR =
      "data: {generator: xor}\nnetwork: {layers: [2, 1]}\n"
          + "training: {loss: mse, learning_rate: 1, epochs: 1}\n";

  /** Hundreds of keys with a million values each would take hundreds of gigabytes. */
  @Test
  void valuesOfASweepThatNoMemoryHoldsAreNotMade() {
    StringBuilder text = new StringBuilder(XOR + "sweep:\n  zip:\n");
    for (int key = 0; key < 300; key++) {
      text.append("    data.key").append(key).append(": {linspace: [0, 1, 1000000]}\n");
    }
    Path file = Specs.file(folder, "wide.yaml", text.toString());

    assertThat(ExperimentFile.read(file, List.of(), 1e9).problems())
        .extracting(Problem::message)
        .contains("its values would need about 51 GB of memory");
  }

  @ParameterizedTest
  @CsvSource({"2e8, true", "1e8, false"})
  void manyTrialsNeedTheirMemory(double limit, boolean fits) {
    String sweep = "sweep: {grid: {data.noise: {linspace: [0, 1, 500000]}}}\n";
    Path file = Specs.file(folder, "long.yaml", XOR + sweep);
    Request request = Request.overriding(List.of());

    assertThat(new ExperimentReader(file, request, limit).glance().isPresent()).isEqualTo(fits);
  }

  @Test
  void filesBeyondTheLimitAreRefused() {
    Path file = Specs.file(folder, "huge.yaml", "#".repeat(1_000_001));

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the file has 1000001 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"extends: \"a\\0b\"", "data: {generator: csv, file: \"a\\0\", targets: [y]}"})
  void pathsThatNoFileSystemHasAreRefused(String text) {
    assertThat(ExperimentFile.read(Specs.file(folder, "a.yaml", text + "\n"), List.of()).problems())
        .anyMatch(problem -> problem.message().endsWith("is not allowed"));
  }

  @ParameterizedTest
  @CsvSource({
    "samples: 3000000000, more samples than a table can have",
    "samples: 9223372036854775808, 9223372036854775808 is out of range"
  })
  void noMemoryIsLargeEnoughForMoreSamplesThanATableCanHave(String samples, String message) {
    String text =
        "data: {generator: xor, "
            + samples
            + "}\nnetwork: {layers: [2, 1]}\n"
            + "training: {loss: mse, learning_rate: 1, epochs: 1}\n";
    Path file = Specs.file(folder, "many.yaml", text);

    assertThat(ExperimentFile.read(file, List.of(), Double.MAX_VALUE).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("data.samples"))
        .extracting(Problem::message)
        .isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "secret.txt", "yaml", ".yaml/secret"})
  void filesThatAreNoExperimentsAreNotExtendedAndNotQuoted(String name) {
    Specs.file(folder, "secret", "password: [hidden\n");
    Path file = Specs.file(folder, "a.yaml", "extends: " + name + "\n");

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .anyMatch(problem -> problem.message().endsWith("is not allowed"))
        .noneMatch(problem -> problem.toString().contains("password"));
  }

  @Test
  void theLastLayerThatFitsIsRead() {
    String layers = "2, " + "1, ".repeat(NetworkKeys.MOST_LAYERS - 2) + "1";
    String text =
        "data: {generator: xor}\nnetwork: {layers: ["
            + layers
            + "]}\n"
            + "training: {loss: mse, learning_rate: 1, epochs: 1}\n";

    assertThat(ExperimentFile.read(Specs.file(folder, "a.yaml", text), List.of()).problems())
        .isEmpty();
  }

  @Test
  void chainsOfFilesAreLimited() {
    for (int i = 0; i < 12; i++) {
      Specs.file(folder, i + ".yaml", "extends: " + (i + 1) + ".yaml\n");
    }
    assertThat(ExperimentFile.read(folder.resolve("0.yaml"), List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("too many files extend each other");
  }

  private List<Problem> problems(String text) {
    return ExperimentFile.read(Specs.file(folder, "hostile.yaml", text), List.of()).problems();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
  void tenThousandLevelsAreRefusedAtTheFirstThatIsTooDeep(String level) {
    assertThat(problems(level.repeat(10_000)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.column()).isLessThan(300))
        .extracting(Problem::message)
        .isEqualTo("nested too deeply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\UFFFFFFFF", "\\UF0000000", "\\U80000000"})
  void numbersOfNoCharacterAreRefusedAtTheirPlace(String escape) {
    assertThat(problems(XOR + "title: \"so: " + escape + "\"\n"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(4))
        .satisfies(problem -> assertThat(problem.column()).isBetween(12, 23))
        .extracting(Problem::message)
        .isEqualTo("there is no character with this number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
        "!!java.io.File {}",
        "!<tag:yaml.org,2002:java.lang.Runtime> x",
        "!local [1]"
      })
  void tagsMakeNoObjects(String value) {
    assertThat(problems(XOR + "title: " + value + "\n"))
        .extracting(Problem::message)
        .contains("tags such as '!!str' are not supported");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16, this is not UTF-8 text",
    "UTF-16LE, the character U+0000 cannot be used",
    "UTF-16BE, the character U+0000 cannot be used",
    "UTF-32, the character U+0000 cannot be used",
    "ISO-8859-1, this is not UTF-8 text"
  })
  void otherEncodingsAreRefused(String charset, String message) throws IOException {
    String text = "title: caf" + (charset.startsWith("UTF") ? "e\n" : "\u00e9\n") + XOR;
    Path file = Files.write(folder.resolve("other.yaml"), text.getBytes(charset));

    assertThat(ExperimentFile.read(file, List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(message);
  }

  @Test
  void aByteThatIsZeroIsToldWithItsPlace() {
    assertThat(problems("data: {}\ntitle: a\0b\n"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
        .satisfies(problem -> assertThat(problem.column()).isEqualTo(9))
        .extracting(Problem::message)
        .isEqualTo("the character U+0000 cannot be used");
  }

  @Test
  void whatNobodyReadsToItsEndIsCut() {
    String key = "a".repeat(900_000);
    String text = XOR + "? " + key + "\n: 1\nextends: " + key.substring(0, 9000) + ".yaml\n";

    assertThat(problems(text))
        .hasSizeGreaterThan(1)
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(6000));
  }

  private Path ofLength(String name, long bytes) throws IOException {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return path;
  }

  @Test
  void aHundredMegabytesAreNotRead() throws IOException {
    assertThat(ExperimentFile.read(ofLength("huge.yaml", 100_000_000), List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the file has 100000000 bytes");
  }

  private static final String TABLE =
      "data: {generator: csv, file: 'NAME', targets: [y]}\nnetwork: {layers: [1, 1]}\n"
          + "training: {loss: mse, learning_rate: 1, epochs: 1}\n";

  private List<Problem> problemsOfTable(String name, Path... allowed) {
    Path file = Specs.file(folder, "table.yaml", TABLE.replace("NAME", name));
    Request request = new Request(List.of(), List.of(allowed));
    return ExperimentFile.read(file, request).problems();
  }

  /** More bytes than an array has places. */
  @Test
  void aTableOfThreeGigabytesIsNotRead() throws IOException {
    ofLength("huge.csv", 3L << 30);

    assertThat(problemsOfTable("huge.csv"))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the file is too large");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileWithoutAnEndIsLeftWhereItIsTooLong() {
    assertThat(ExperimentFile.read(Path.of("/dev/zero"), List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the file does not end after 1000000 bytes");
  }

  /** Not even the administrator reads a process's memory from its beginning. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void filesThatCannotBeReadAreToldWithTheReason() {
    Path memory = Path.of("/proc/self/mem");

    assertThat(ExperimentFile.read(memory, List.of()).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("the file cannot be read: ");
    assertThat(problemsOfTable("/proc/self/mem", Path.of("/proc")))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("the file cannot be read: ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devicesAndFoldersAreNoTablesEvenWhereTheyMayBeNamed() throws IOException {
    Files.createDirectory(folder.resolve("folder.csv"));
    Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("/dev/zero"));

    assertThat(problemsOfTable("/dev/zero", Path.of("/dev")))
        .extracting(Problem::message)
        .containsExactly("there is no file /dev/zero");
    assertThat(problemsOfTable("link.csv", Path.of("/dev")))
        .extracting(Problem::message)
        .containsExactly("there is no file " + folder.resolve("link.csv"));
    assertThat(problemsOfTable("link.csv"))
        .extracting(Problem::message)
        .containsExactly(folder.resolve("link.csv") + " is not below " + folder);
    assertThat(problemsOfTable("folder.csv"))
        .extracting(Problem::message)
        .containsExactly("there is no file " + folder.resolve("folder.csv"));
    Files.delete(folder.resolve("link.csv"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devicesAndFoldersAreNotExtended() throws IOException {
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("/dev/zero"));
    Path file = Specs.file(folder, "a.yaml", "extends: link.yaml\n" + XOR);
    Request request = new Request(List.of(), List.of(Path.of("/dev")));

    assertThat(ExperimentFile.read(file, request).problems())
        .extracting(Problem::message)
        .containsExactly("there is no file " + folder.resolve("link.yaml"));
    assertThat(problems("extends: folder.yaml\n" + XOR))
        .extracting(Problem::message)
        .containsExactly("there is no file " + folder.resolve("folder.yaml"));
    Files.delete(folder.resolve("link.yaml"));
  }

  /** Each of the rows held against each configuration took more than a minute. */
  @Test
  void thousandsOfExcludedRowsAreLookedUp() {
    StringBuilder text = new StringBuilder(XOR + "sweep:\n  grid:\n");
    text.append("    training.learning_rate: {linspace: [1, 1000, 1000]}\n  exclude:\n");
    for (int row = 0; row < 10_000; row++) {
      text.append("    - {training.learning_rate: ").append(row).append(".0}\n");
    }

    assertThat(problems(text.toString()))
        .filteredOn(problem -> problem.message().equals("excludes nothing"))
        .hasSizeGreaterThan(90)
        .noneMatch(problem -> problem.line() > 8 && problem.line() < 1009);
  }

  @ParameterizedTest
  @CsvSource({
    "sweep: {repeats: 9223372036854775807}, is out of range",
    "sweep: {repeats: 99999999999999999999}, is out of range",
    "'sweep: {grid: {training.learning_rate: {linspace: [1, 2, 99999999999]}}}', values cannot be made",
    "'record: {every: 99999999999}', is out of range",
  })
  void countsBeyondIntAndLongAreRefused(String sweep, String message) {
    assertThat(problems(XOR + sweep + "\n"))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith(message);
  }

  /** 1000 to the power of 30, and each factor small. */
  @Test
  void productsBeyondLongAreCountedInFull() {
    StringBuilder text = new StringBuilder(XOR + "sweep:\n  grid:\n");
    for (int key = 0; key < 30; key++) {
      text.append("    data.key").append(key).append(": {linspace: [0, 1, 1000]}\n");
    }

    assertThat(problems(text.toString()))
        .extracting(Problem::message)
        .contains("makes 1" + "000".repeat(30) + " trials");
  }

  @ParameterizedTest
  @CsvSource({"100, false", "101, true"})
  void aliasesAreLimited(int aliases, boolean refused) {
    String text = XOR + "title: &a x\ndescription: [" + "*a, ".repeat(aliases) + "]\n";

    assertThat(problems(text).stream().anyMatch(one -> one.message().equals("too many aliases")))
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0.1", "1e", "-", "9."})
  void numbersOfManyCharactersAreNotComputed(String start) {
    String number = start + "1".repeat(900_000);

    assertThat(problems(XOR.replace("learning_rate: 1", "learning_rate: " + number)))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith("is not a number: a number of " + number.length() + " characters is too long");
  }
}
