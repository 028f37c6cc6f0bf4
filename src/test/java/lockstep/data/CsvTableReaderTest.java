package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.random.RandomAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableReaderTest {
  @TempDir Path folder;

  private static final CsvRequest TARGET_Y =
      new CsvRequest("table.csv", List.of("y"), Optional.empty());

  private CsvReading read(byte[] bytes, CsvRequest request) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, bytes);
    return CsvTableReader.read(file, request);
  }

  private CsvReading read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), TARGET_Y);
  }

  private List<String> problems(String text) throws IOException {
    return told(read(text));
  }

  private static List<String> told(CsvReading reading) {
    return reading.problems().stream()
        .map(p -> p.line() + ":" + p.column() + ": " + p.message() + " | " + p.expected())
        .toList();
  }

  @Test
  void columnsThatAreNotTargetsAreInputs() throws IOException {
    CsvTable table = read("a,y,b\n1,0,2.5\n-3,1,4e-1\n").table().orElseThrow();
    assertThat(table.path()).isEqualTo("table.csv");
    assertThat(table.header()).containsExactly("a", "y", "b");
    assertThat(table.columns()).isEqualTo(new CsvColumns(List.of("a", "b"), List.of("y")));
    assertThat(table.samples().inputs().getData())
        .isDeepEqualTo(new double[][] {{1, 2.5}, {-3, 0.4}});
    assertThat(table.samples().targets().getData()).isDeepEqualTo(new double[][] {{0}, {1}});
    assertThat(table.shape()).isEqualTo(new DataShape(2, 2, 1, 2));
  }

  @Test
  void chosenColumnsComeInTheChosenOrderAndOthersMayHoldAnything() throws IOException {
    CsvRequest request = new CsvRequest("t", List.of("z", "y"), Optional.of(List.of("c", "a")));
    byte[] text = "a,name,c,y,z\n1,Ada,2,3,4\n".getBytes(StandardCharsets.UTF_8);
    CsvTable table = read(text, request).table().orElseThrow();
    assertThat(table.samples().inputs().getData()).isDeepEqualTo(new double[][] {{2, 1}});
    assertThat(table.samples().targets().getData()).isDeepEqualTo(new double[][] {{4, 3}});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFx,y\n1,2\n",
        "x,y\r\n1,2\r\n",
        "x,y\r1,2",
        "\n\nx,y\n\n1,2\n\n",
        " x , y \n 1 ,\t2\n",
        "\"x\",\"y\"\n\"1\",\"2\"\n",
        "x,y\n+1.,2.0e0",
      })
  void theSameTableCanBeWrittenInManyWays(String text) throws IOException {
    CsvTable table = read(text).table().orElseThrow();
    assertThat(table.header()).containsExactly("x", "y");
    assertThat(table.samples().inputs().getData()).isDeepEqualTo(new double[][] {{1}});
    assertThat(table.samples().targets().getData()).isDeepEqualTo(new double[][] {{2}});
  }

  @Test
  void everyBadCellIsToldWithItsPlace() throws IOException {
    String expected = " | a decimal number such as -1.5 or 2e-3";
    assertThat(
            problems("long name,\"quo\"\"ted\",y\n1,abc,2\n\n\"1\"\"\", ,1e999\n0x1p3,NaN,1_0\n"))
        .containsExactly(
            "2:3: abc is not a number" + expected,
            "4:1: 1\" is not a number" + expected,
            "4:7: the cell is empty" + expected,
            "4:9: 1e999 is too large for a double" + expected,
            "5:1: 0x1p3 is not a number" + expected,
            "5:7: NaN is not a number" + expected,
            "5:11: 1_0 is not a number" + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Infinity", "1f", "1d", "0x10", "1e", "e1", ".", "+", "--1", "1,5", "1 2", "١"})
  void onlyDecimalNumbersAreNumbers(String cell) throws IOException {
    assertThat(problems("x,y\n\"" + cell + "\",1\n"))
        .singleElement()
        .asString()
        .startsWith("2:1: " + cell + " is not a number");
  }

  @Test
  void longCellsAreCut() throws IOException {
    assertThat(problems("x,y\n" + "z".repeat(1000) + ",1\n"))
        .singleElement()
        .asString()
        .startsWith("2:1: " + "z".repeat(40) + "... is not a number");
  }

  @Test
  void placesGoOnBehindALineBreakInAQuotedCell() throws IOException {
    assertThat(problems("x,y,z\n1,\"a\nbc\",no\n1,2,no\n"))
        .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
        .containsExactly("2:3:", "3:5:", "4:5:");
  }

  @Test
  void raggedLinesAreToldWithTheNumberOfCells() throws IOException {
    assertThat(problems("x,y\n1\n1,2,3\n1,2\n"))
        .containsExactly(
            "2:1: the number of cells is 1 | 2 as in the header",
            "3:5: the number of cells is 3 | 2 as in the header");
  }

  @Test
  void namesMustBeThereAndDiffer() throws IOException {
    assertThat(problems("x,,y,x\n1,2,3,4\n"))
        .containsExactly(
            "1:3: column 2 has no name | a name in the first line",
            "1:6: there is another column x | different names");
  }

  @Test
  void unknownColumnsAreToldWithTheKnownOnes() throws IOException {
    CsvRequest request = new CsvRequest("t", List.of("lable"), Optional.of(List.of("x", "w")));
    byte[] text = "x,label\n1,2\nragged\n".getBytes(StandardCharsets.UTF_8);
    assertThat(told(read(text, request)))
        .containsExactly(
            "1:1: there is no target column lable | one of x, label",
            "1:1: there is no input column w | one of x, label",
            "3:1: the number of cells is 1 | 2 as in the header");
  }

  @Test
  void aTableNeedsInputsAndRows() throws IOException {
    assertThat(problems("y\n1\n"))
        .containsExactly("1:1: no column is left for the inputs | more columns than targets");
    assertThat(problems("x,y\n"))
        .containsExactly("1:1: there is nothing below the header | lines of numbers");
    assertThat(problems(""))
        .containsExactly("1:1: the file is empty | a line with the columns' names");
    assertThat(problems("\n\n"))
        .containsExactly("1:1: the file is empty | a line with the columns' names");
  }

  @Test
  void problemsBeyondTwentyAreCounted() throws IOException {
    CsvReading reading = read("x,y\n" + "a,b\n".repeat(15));
    assertThat(reading.problems()).hasSize(CsvReading.MOST_PROBLEMS + 1);
    assertThat(reading.problems().get(CsvReading.MOST_PROBLEMS))
        .isEqualTo(new CsvProblem(12, 1, "and 10 more", ""));
  }

  @Test
  void brokenQuotesAreToldWithTheirLine() throws IOException {
    assertThat(problems("x,y\n1,2\n\"3,4\n5,6\n"))
        .containsExactly("3:1: the line is not CSV | a quote at the end of a quoted cell");
    assertThat(problems("x,y\n1,2\n\"3\"4,4\n5,6\n"))
        .containsExactly("3:1: the line is not CSV | a quote at the end of a quoted cell");
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirPlace() throws IOException {
    byte[] latin = "x,y\n1,2\n3,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(told(read(latin, TARGET_Y)))
        .containsExactly("3:3: the byte 0xfc is not UTF-8 | a file in UTF-8");
    byte[] cut = {'x', ',', 'y', (byte) 0xe2, (byte) 0x82};
    assertThat(told(read(cut, TARGET_Y)))
        .containsExactly("1:4: the byte 0xe2 is not UTF-8 | a file in UTF-8");
  }

  @Test
  void filesThatCannotBeReadAreAProblem() throws IOException {
    assertThat(told(CsvTableReader.read(folder.resolve("absent.csv"), TARGET_Y)))
        .containsExactly("1:1: the file cannot be read: there is no such file | ");
    assertThat(told(CsvTableReader.read(folder, TARGET_Y)))
        .containsExactly("1:1: the file cannot be read: it is a folder | ");
    assertThat(told(read(new byte[CsvFile.MOST_BYTES + 1], TARGET_Y)))
        .containsExactly("1:1: the file is too large | at most 33554432 bytes");
  }

  /** 10,000 rows of two numbers, each copied once: 2 x (48 + 16) bytes a row. */
  @ParameterizedTest
  @CsvSource({"1.4e6, false", "1.3e6, true"})
  void aTableThatMemoryDoesNotHoldIsRefusedWithItsNeed(double limit, boolean refused)
      throws IOException {
    Path file = Files.writeString(folder.resolve("long.csv"), "x,y\n" + "1,2\n".repeat(10_000));

    assertThat(told(CsvTableReader.read(file, TARGET_Y, limit)))
        .isEqualTo(
            refused
                ? List.of(
                    "1:1: the table would need about 2 MB of memory"
                        + " | at most 2 MB, or a larger -Xmx")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 1",
    "'x', 1, 1",
    "'x,y/', 1, 2",
    "'x,y/1,2/', 2, 2",
    "'//x,y//1,2,3//', 2, 2"
  })
  void theExtentOfATableIsCounted(String text, long rows, long columns) {
    for (String end : List.of("\n", "\r\n", "\r")) {
      assertThat(CsvExtent.of(text.replace("/", end))).isEqualTo(new CsvExtent(rows, columns));
    }
  }

  @Test
  void thousandsOfCellsAreCounted() throws IOException {
    assertThat(problems("x,y\n" + ",".repeat(20_000) + "\n"))
        .containsExactly("2:3: the number of cells is 20001 | 2 as in the header");
  }

  @Test
  void longTextsInOtherAlphabetsAreRead() throws IOException {
    String cell = "\u00e4\u20ac\uD83D\uDE00".repeat(5000);
    CsvRequest request = new CsvRequest("t", List.of("y"), Optional.of(List.of("x")));
    byte[] text = ("x,y,name\n1,2,a" + cell + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(read(text, request).table()).isPresent();
    byte[] cut = Arrays.copyOf(text, text.length - 3);
    assertThat(told(read(cut, request))).singleElement().asString().contains("is not UTF-8");
  }

  @Test
  void requestsNameEachColumnOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvRequest("t", List.of("y", "y"), Optional.empty()))
        .withMessageContaining("targets [y, y]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvRequest("t", List.of("y"), Optional.of(List.of())))
        .withMessageContaining("inputs []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvRequest("t", List.of("y"), Optional.of(List.of("x", "x"))))
        .withMessageContaining("inputs [x, x]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvRequest("t", List.of("y"), Optional.of(List.of("x", "y"))))
        .withMessage("inputs [x, y] must not name any of the targets [y]");
  }

  @Test
  void withoutTargetsEveryTargetIsZero() throws IOException {
    byte[] text = "x,y\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
    Samples samples =
        read(text, new CsvRequest("t", List.of(), Optional.empty()))
            .table()
            .orElseThrow()
            .samples();
    assertThat(samples.inputs().getData()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(samples.targets().getData()).isDeepEqualTo(new double[][] {{0}, {0}});
  }

  @ParameterizedTest
  @CsvSource({
    "table.csv, table.csv",
    "../other/table.csv, table.csv",
    "'C:\\x\\a b<c>.csv', a_b_c_.csv",
    "'=1+1|`.csv', _1_1__.csv",
    "deep/.., _.",
    ".hidden, _hidden",
    "'', ''"
  })
  void theCopyOfATableHasAHarmlessName(String path, String name) throws IOException {
    CsvRequest request = new CsvRequest(path, List.of("y"), Optional.empty());
    byte[] text = "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(read(text, request).table().orElseThrow().copyName())
        .isEqualTo(CsvTable.COPIES + name);
  }

  @Test
  void tableIsNotChangedThroughItsSamples() throws IOException {
    CsvTable table = read("x,y\n1,2\n").table().orElseThrow();
    table.samples().inputs().setEntry(0, 0, 9);
    table.generate(RandomAlgorithm.NUMPY.start(0)).inputs().setEntry(0, 0, 9);
    assertThat(table.samples().inputs().getEntry(0, 0)).isEqualTo(1);
    assertThat(table).isEqualTo(read("x,y\n1,2\n").table().orElseThrow());
  }
}
