package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with,comma", "with \"quotes\"", "two\nlines", "", " space "})
  void textReadsBack(String raw) throws IOException {
    StringBuilder row = new StringBuilder();
    Csv.headed(row, List.of("first", Csv.text(raw), "last"));
    assertThat(CsvReader.builder().ofCsvRecord(row.toString()).stream().toList())
        .singleElement()
        .satisfies(record -> assertThat(record.getFields()).containsExactly("first", raw, "last"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"x\",\"y\")"})
  void noTextIsAFormula(String raw) {
    assertThat(Csv.text(raw).replace("\"", "")).startsWith("'" + raw.charAt(0));
  }

  @Test
  void numbersAreNotTouched() {
    assertThat(Csv.number(-0.5)).isEqualTo("-0.5");
    assertThat(Csv.number(Double.NaN)).isEqualTo("NaN");
    assertThat(Csv.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void rowsEndInLineFeeds() throws IOException {
    StringBuilder rows = new StringBuilder();
    Csv.headed(rows, List.of("a", "b")).row(List.of("1", "2"));
    assertThat(rows).hasToString("a,b\n1,2\n");
  }
}
