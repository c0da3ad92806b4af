package backprop.parity.training.report;

import backprop.parity.training.descent.TrainingRun;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A report, read by a parser that forgives nothing. */
record ReadReport(Element root) {
  static ReadReport of(TrainingRun run) {
    return of(TrainingReport.of(run));
  }

  static ReadReport of(String xml) {
    try {
      DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      parser.setErrorHandler(null);
      InputSource source = new InputSource(new StringReader(xml));
      return new ReadReport(parser.parse(source).getDocumentElement());
    } catch (Exception problem) {
      throw new AssertionError("expected well-formed markup", problem);
    }
  }

  /** All elements that an XPath leads to. */
  List<Element> all(String path) {
    try {
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance().newXPath().evaluate(path, root, XPathConstants.NODESET);
      List<Element> elements = new ArrayList<>();
      for (int index = 0; index < nodes.getLength(); index++) {
        elements.add((Element) nodes.item(index));
      }
      return elements;
    } catch (Exception problem) {
      throw new AssertionError(path, problem);
    }
  }

  /** The only element that an XPath leads to. */
  Element only(String path) {
    List<Element> elements = all(path);
    if (elements.size() != 1) {
      throw new AssertionError("expected one %s, found %d".formatted(path, elements.size()));
    }
    return elements.get(0);
  }

  List<String> texts(String path) {
    return all(path).stream().map(Element::getTextContent).toList();
  }

  /** The section with this heading, as an XPath. */
  static String section(String heading) {
    return "//section[h2='%s']".formatted(heading);
  }
}
