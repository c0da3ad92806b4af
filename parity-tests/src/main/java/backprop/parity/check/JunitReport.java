package backprop.parity.check;

import backprop.parity.check.CaseOutcome.Kind;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test per case in the XML of JUnit, which every build server reads. */
final class JunitReport {
  private static final String NAME = "backprop";

  private JunitReport() {}

  static String of(List<CaseOutcome> outcomes) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", NAME);
      xml.writeAttribute("tests", Integer.toString(outcomes.size()));
      xml.writeAttribute("failures", count(outcomes, Kind.DISAGREES, Kind.AGREES_UNEXPECTEDLY));
      xml.writeAttribute("errors", count(outcomes, Kind.NO_ANSWER));
      xml.writeAttribute(
          "skipped", count(outcomes, Kind.SKIPPED, Kind.NOT_ASKED, Kind.DISAGREES_AS_EXPECTED));
      for (CaseOutcome outcome : outcomes) {
        write(outcome, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static String count(List<CaseOutcome> outcomes, Kind... kinds) {
    List<Kind> counted = Arrays.asList(kinds);
    return Long.toString(outcomes.stream().filter(one -> counted.contains(one.kind())).count());
  }

  private static void write(CaseOutcome outcome, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", NAME);
    xml.writeAttribute("name", outcome.name());
    if (outcome.kind() != Kind.AGREES) {
      xml.writeEmptyElement(element(outcome.kind()));
      xml.writeAttribute("message", outcome.message());
    }
    xml.writeEndElement();
  }

  private static String element(Kind kind) {
    return switch (kind) {
      case DISAGREES, AGREES_UNEXPECTEDLY -> "failure";
      case NO_ANSWER -> "error";
      case SKIPPED, NOT_ASKED, DISAGREES_AS_EXPECTED -> "skipped";
      case AGREES -> throw new IllegalArgumentException("there is nothing to say of it");
    };
  }
}
