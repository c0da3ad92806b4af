package backprop.parity.page;

import backprop.parity.html.Element;
import backprop.parity.html.Look;
import backprop.parity.html.Template;
import backprop.parity.io.Resources;
import backprop.parity.model.Case;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One case as one HTML file that needs nothing else: no network, no other file. */
public final class Page {
  /** In the order in which they build on each other. */
  static final List<String> SCRIPTS =
      List.of(
          "numbers.js",
          "texts.js",
          "fdlibm.js",
          "functions.js",
          "loops.js",
          "slotrule.js",
          "matrices.js",
          "model.js",
          "operands.js",
          "output.js",
          "steps.js",
          "explanation.js",
          "languages.js",
          "code.js",
          "inview.js",
          "room.js",
          "editing.js",
          "tables.js",
          "slots.js",
          "timeline.js",
          "sheet.js",
          "sumlist.js",
          "network.js",
          "scene.js",
          "story-weight.js",
          "story-finger.js",
          "story-turn.js",
          "story-predict.js",
          "story-outcome.js",
          "story-layouts.js",
          "expression.js",
          "terms.js",
          "along.js",
          "stage.js",
          "address.js",
          "paper.js",
          "page.js");

  private Page() {}

  /**
   * The whole file.
   *
   * @param origin where the case comes from
   */
  public static String of(Case question, CaseOrigin origin) {
    String script =
        SCRIPTS.stream().map(name -> text("script/" + name)).collect(Collectors.joining("\n"));
    Map<String, String> parts =
        Map.of(
            "title", Element.escaped(question.name()),
            "style", Look.style(text("page.css")),
            "script", script,
            "texts", inScript(text("texts.json")),
            "sources", inScript(sources(TwinStep.all())),
            "case", inScript(new PageData(question).write(origin)));
    return Template.filled(text("page.html"), parts);
  }

  private static String text(String name) {
    return Resources.text(Page.class, name);
  }

  private static String sources(List<TwinStep> steps) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (TwinStep step : steps) {
        json.writeObjectPropertyStart(step.method());
        json.writeStringProperty("headline", step.headline());
        json.writeStringProperty("terms", step.terms());
        json.writeStringProperty("matrix", step.matrix());
        json.writeStringProperty("file", step.file());
        writeListing(json, "loops", step.loops());
        writeListing(json, "product", step.product());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeListing(JsonGenerator json, String name, TwinStep.Listing listing) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", listing.line());
    json.writeStringProperty("code", listing.code());
    json.writeEndObject();
  }

  /** JSON that cannot end the script element around it, whatever a case is called. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }
}
