package lockstep.verify;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lockstep.config.Problem;
import lockstep.expectation.Check;

/**
 * A verification as JUnit XML, the form that build servers read: one test suite an experiment, one
 * test case an expectation, and one for the committed files.
 */
public final class JUnitReport {
  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The XML text; the same bytes for the same verification. */
  public static String of(List<Verified> all) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JUnitReport(xml).suites(all);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
    return text + "\n";
  }

  private void suites(List<Verified> all) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    for (Verified verified : all) {
      suite(verified);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Verified verified) throws XMLStreamException {
    List<TestCase> cases = TestCase.of(verified);
    long failures = cases.stream().filter(test -> !test.failure().isEmpty()).count();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(verified.name()));
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", Long.toString(failures));
    for (TestCase test : cases) {
      testCase(verified.name(), test);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private void testCase(String suite, TestCase test) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", clean(suite));
    xml.writeAttribute("name", clean(test.name()));
    if (!test.failure().isEmpty()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", clean(test.failure().lines().findFirst().orElse("")));
      xml.writeCharacters(clean(test.failure()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Replaces what XML 1.0 cannot hold. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(point -> allowed(point) ? point : '\uFFFD')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int point) {
    boolean control = point < ' ' && point != '\t' && point != '\n' && point != '\r';
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
  }

  /** A name, and what went wrong; nothing went wrong if that is empty. */
  private record TestCase(String name, String failure) {

    static List<TestCase> of(Verified verified) {
      List<TestCase> cases = new ArrayList<>();
      for (Problem problem : verified.problems()) {
        cases.add(new TestCase("the file is readable", problem.toString()));
      }
      for (Check check : verified.checks()) {
        String failure = "expected " + check.expected() + " but found " + check.exact();
        cases.add(new TestCase(check.place(), check.holds() ? "" : failure));
      }
      if (verified.expectations() > verified.checks().size()) {
        int others = verified.expectations() - verified.checks().size();
        cases.add(new TestCase(others + " expectations of a sweep's trials", ""));
      }
      if (verified.results().isPresent()) {
        cases.add(files(verified));
      }
      if (verified.checksNothing()) {
        cases.add(new TestCase("something is checked", "no expectations and no results"));
      }
      return cases;
    }

    private static TestCase files(Verified verified) {
      StringBuilder failure = new StringBuilder();
      for (FileDifference difference : verified.differences()) {
        failure.append(difference.file()).append(' ').append(difference.message()).append('\n');
        difference.context().forEach(line -> failure.append(line).append('\n'));
      }
      return new TestCase("committed files", failure.toString());
    }
  }
}
