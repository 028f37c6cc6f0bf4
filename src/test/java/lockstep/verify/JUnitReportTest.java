package lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import lockstep.expectation.Check;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class JUnitReportTest {
  private static final Check HOLDS = new Check("epoch 1: loss", "0.5", "0.5", "0.5", true);

  private static Verified verified(
      String name, int expectations, List<Check> checks, List<FileDifference> differences) {
    Optional<Path> results = Optional.of(Path.of("results"));
    return new Verified(
        name, Path.of("a.yaml"), results, List.of(), expectations, checks, 3, differences);
  }

  @Test
  void everyCheckIsATestCaseAndWhatFailedSaysWhy() {
    Check fails = new Check("end: accuracy", "0.90", "0.8", "0.8000001", false);
    FileDifference differs = new FileDifference("report.md", "line 7 differs", List.of("- a"));

    String report =
        JUnitReport.of(
            List.of(
                verified("circles", 5, List.of(HOLDS, fails), List.of(differs)),
                verified("moons", 1, List.of(HOLDS), List.of())));

    assertThat(report)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite name="circles" tests="4" failures="2">
                <testcase classname="circles" name="epoch 1: loss"></testcase>
                <testcase classname="circles" name="end: accuracy"><failure message="expected 0.90 but found 0.8000001">expected 0.90 but found 0.8000001</failure></testcase>
                <testcase classname="circles" name="3 expectations of a sweep's trials"></testcase>
                <testcase classname="circles" name="committed files"><failure message="report.md line 7 differs">report.md line 7 differs
            - a
            </failure></testcase>
              </testsuite>
              <testsuite name="moons" tests="2" failures="0">
                <testcase classname="moons" name="epoch 1: loss"></testcase>
                <testcase classname="moons" name="committed files"></testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void whatXmlCannotHoldIsReplacedAndTheRestIsKept() throws Exception {
    String kept = "a\tb <&>\"' \uD83D\uDE00 \uFFFD \u202E =1+1 \uE000 \uD7FF";
    String odd = "\0 \u0008 \u000B \u001F \uFFFE \uFFFF \uD800 \uDFFF";
    Verified verified = verified(kept + odd, 0, List.of(HOLDS), List.of());

    String report = JUnitReport.of(List.of(verified));

    InputSource source = new InputSource(new StringReader(report));
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
    var suite = document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttributes().getNamedItem("name").getNodeValue())
        .isEqualTo(kept.replace('\t', ' ') + "\uFFFD ".repeat(7) + "\uFFFD");
  }
}
