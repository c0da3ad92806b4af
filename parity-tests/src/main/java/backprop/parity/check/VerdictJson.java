package backprop.parity.check;

import backprop.parity.model.Spelling;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Verdict;
import backprop.parity.verdict.Verdict.Divergence;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A verdict as one line of JSON, for other programs to read.
 *
 * <p>All keys are always there; what there is not is null. NaN and infinities come in quotes.
 */
final class VerdictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private VerdictJson() {}

  static String of(Verdict verdict) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("verdict", Spelling.of(verdict.kind()));
      json.writeNumberProperty("casesCompared", verdict.casesCompared());
      json.writeNumberProperty("casesSkipped", verdict.casesSkipped());
      json.writeNumberProperty("entriesCompared", verdict.entriesCompared());
      json.writeNumberProperty("identicalBits", verdict.identicalBits());
      json.writeNumberProperty("undecidable", verdict.undecidable());
      json.writeName("worst");
      verdict.worst().ifPresentOrElse(worst -> writeWorst(json, worst), json::writeNull);
      json.writeName("firstDivergence");
      verdict.firstDivergence().ifPresentOrElse(first -> writeFirst(json, first), json::writeNull);
      json.writeName("pattern");
      verdict.pattern().ifPresentOrElse(json::writeString, json::writeNull);
      json.writeArrayPropertyStart("mistakes");
      verdict.mistakes().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("note", verdict.note());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeWorst(JsonGenerator json, ComparedEntry worst) {
    json.writeStartObject();
    json.writeStringProperty("case", worst.caseName());
    json.writeNumberProperty("step", worst.step());
    json.writeStringProperty("entry", worst.name());
    json.writeNumberProperty("expected", worst.expected());
    json.writeNumberProperty("actual", worst.actual());
    json.writeNumberProperty("boundRatio", worst.boundRatio());
    json.writeEndObject();
  }

  private static void writeFirst(JsonGenerator json, Divergence first) {
    ComparedEntry entry = first.entry();
    json.writeStartObject();
    json.writeStringProperty("case", entry.caseName());
    json.writeNumberProperty("step", entry.step());
    json.writeNumberProperty("layer", entry.entry().layer());
    json.writeStringProperty("entry", entry.name());
    json.writeStringProperty("terms", first.terms().in(new LayoutNotation(entry.layout())));
    json.writeEndObject();
  }
}
