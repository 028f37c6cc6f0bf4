package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import lockstep.config.ExperimentSpec;
import lockstep.config.Setting;
import lockstep.config.Source;
import lockstep.expectation.Check;
import lockstep.experiment.TrialResult;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class HostileTextTest {
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)>]( | `</details> ${7*7} \n\n# heading\n@all";

  private static ReportInput hostile() {
    ReportInput example = Examples.circles();
    ExperimentSpec spec = example.spec();
    Source source =
        new Source(
            HOSTILE, Optional.of(HOSTILE), Optional.empty(), Optional.of("javascript:alert(1)"));
    ExperimentSpec changed =
        new ExperimentSpec(
            spec.name(),
            HOSTILE,
            HOSTILE,
            Optional.of(source),
            spec.rng(),
            spec.streams(),
            spec.data(),
            spec.network(),
            spec.training(),
            spec.deviations(),
            spec.metrics(),
            spec.recording(),
            spec.expectations());
    TrialResult old = example.result();
    TrialResult result = new TrialResult(changed, old.data(), old.outcome());
    Configuration configuration =
        new Configuration("", List.of(new Setting("data.csv.file", HOSTILE)), "d", HOSTILE);
    List<Check> checks = List.of(new Check("end: " + HOSTILE, HOSTILE, HOSTILE, HOSTILE, false));
    return new ReportInput(result, checks, configuration, example.network());
  }

  @Test
  void noTagAndNoHeadingComesThrough() {
    String report = Texts.of(hostile()).get(ResultsLayout.REPORT);
    String withoutCode = report.replaceAll("(?m)(?<!\\\\)(`+)(?!`).*?(?<![`\\\\])\\1(?!`)", "");
    assertThat(withoutCode).doesNotContainPattern("(?<!\\\\)<(?!https)");
    assertThat(report.lines().filter(line -> line.startsWith("# "))).hasSize(1);
    assertThat(report).contains("`javascript:alert(1)`");
  }

  @Test
  void everyFigureIsWellFormed() throws Exception {
    for (ReportInput input :
        List.of(hostile(), Examples.blobs(), Examples.sine(), Examples.three())) {
      for (var file : Texts.of(input).entrySet()) {
        if (file.getKey().endsWith(".svg")) {
          var source = new InputSource(new StringReader(file.getValue()));
          var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
          assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
          assertThat(document.getElementsByTagName("script").getLength()).isZero();
          assertThat(file.getValue()).doesNotContain("NaN,").doesNotContain("\"NaN\"");
        }
      }
    }
  }
}
