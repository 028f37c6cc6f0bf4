package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole reports against committed ones; {@code mvn test -Dtest=GoldenReportTest
 * -Dlockstep.update=true} writes them anew, to be looked at before they are committed.
 */
class GoldenReportTest {
  private static final Map<String, Supplier<ReportInput>> EXAMPLES =
      Map.of(
          "circles", Examples::circles,
          "blobs", Examples::blobs,
          "sine", Examples::sine,
          "three", Examples::three,
          "prepared", Examples::prepared);
  private static final Map<String, Supplier<SweepInput>> SWEEPS =
      Map.of(
          "rates", SweepExamples::rates,
          "ways", SweepExamples::ways,
          "map", SweepExamples::map,
          "cube", () -> SweepExamples.crossed(2, 4, 3, 3),
          "parallel", () -> SweepExamples.crossed(2, 3, 2, 2, 2),
          "folds", SweepExamples::folds);

  @ParameterizedTest
  @ValueSource(strings = {"circles", "blobs", "sine", "three", "prepared"})
  void everyFileIsTheCommittedOne(String example) throws IOException {
    GoldenFolder.check(example, Texts.of(EXAMPLES.get(example).get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rates", "ways", "map", "cube", "parallel", "folds"})
  void everyFileOfASweepIsTheCommittedOne(String example) throws IOException {
    SweepInput input = SWEEPS.get(example).get();
    GoldenFolder.check("sweep_" + example, Texts.of(SweepReport.of(input).files()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "de-DE", "hi-IN-u-nu-deva"})
  void theLocaleChangesNoByte(String tag) {
    Locale before = Locale.getDefault();
    SortedMap<String, String> files = Texts.of(Examples.circles());
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(Texts.of(Examples.circles())).isEqualTo(files);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theLocaleChangesNoByteOfASweep() throws IOException {
    Locale before = Locale.getDefault();
    SortedMap<String, String> files = Texts.of(SweepReport.of(SweepExamples.ways()).files());
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Texts.of(SweepReport.of(SweepExamples.ways()).files())).isEqualTo(files);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void noFileIsLargerThanAHundredKilobytes() {
    EXAMPLES.forEach(
        (name, example) ->
            Texts.of(example.get())
                .forEach((path, text) -> assertThat(text.length()).as(path).isLessThan(100_000)));
  }
}
