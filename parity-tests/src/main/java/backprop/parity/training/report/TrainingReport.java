package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.html.Look;
import backprop.parity.html.Template;
import backprop.parity.io.Resources;
import backprop.parity.training.descent.Confusion;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A training as one HTML file that needs nothing else: no network, no other file, no script. It is
 * well-formed XML too.
 */
public final class TrainingReport {
  /** So many outputs of a measurement are drawn, each by itself. */
  static final int MOST_DRAWN = 4;

  private TrainingReport() {}

  /** The whole file. */
  public static String of(TrainingRun run) {
    Map<String, String> parts =
        Map.of(
            "title", Element.escaped(ReportWording.name(run.data())),
            "style", Look.style(text("report.css")),
            "body",
                sections(run).stream().map(Element::toString).collect(Collectors.joining("\n")));
    return Template.filled(text("report.html"), parts);
  }

  private static String text(String name) {
    return Resources.text(TrainingReport.class, name);
  }

  private static List<Element> sections(TrainingRun run) {
    List<Element> sections = new ArrayList<>();
    sections.add(new ReportSummary(run).element());
    sections.add(section("Learning curves").add(new LearningCurves(run).elements()));
    if (!run.settings().isEmpty()) {
      sections.add(section("Settings").add(settings(run)));
    }
    sections.addAll(run.judged().classes().isEmpty() ? measured(run) : chosen(run));
    return sections;
  }

  private static Element section(String title) {
    return Element.of("section").add(Element.of("h2", title));
  }

  private static List<Element> chosen(TrainingRun run) {
    Confusion confusion = Confusion.of(run.judged(), run.outputs());
    Element table = section("What was read as what");
    String worst = ConfusionTable.worst(confusion);
    if (!worst.isEmpty()) {
      table.add(Element.of("p", worst));
    }
    table.add(new ConfusionTable(confusion).element());
    MisreadSamples misread = new MisreadSamples(run);
    Element samples = section("Misread samples").add(Element.of("p", misread.sentence()));
    return List.of(table, misread.isEmpty() ? samples : samples.add(misread.element()));
  }

  private static List<Element> measured(TrainingRun run) {
    Element charts = Element.of("div").with("class", "charts");
    int outputs = run.judged().outputs();
    for (int output = 0; output < StrictMath.min(outputs, MOST_DRAWN); output++) {
      Scatter scatter = new Scatter(run, output);
      charts.add(scatter.predictedAgainstExpected());
      if (run.judged().inputs() == 1) {
        charts.add(scatter.fittedLine());
      }
    }
    Element drawn = section("What was predicted");
    if (outputs > MOST_DRAWN) {
      String sentence = "The first %d of %d outputs are drawn.";
      drawn.add(Element.of("p", sentence.formatted(MOST_DRAWN, outputs)));
    }
    return List.of(drawn.add(charts), section("Farthest off").add(FarthestOff.element(run)));
  }

  private static Element settings(TrainingRun run) {
    Element body = Element.of("tbody");
    run.settings()
        .forEach(
            (name, value) ->
                body.add(
                    Element.of("tr")
                        .add(
                            Element.of("th", ReportWording.name(name)).with("scope", "row"),
                            Element.of("td", value))));
    return Element.of("table").with("class", "settings").add(body);
  }
}
