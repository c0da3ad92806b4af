package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.model.Plural;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.Confusion;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.GoodnessOfFit;
import backprop.parity.training.descent.TrainingRun;
import backprop.parity.training.descent.TrainingTime;
import java.util.List;

/** What came of the training, before any detail. */
final class ReportSummary {
  private final TrainingRun run;
  private final DataSet judged;
  private final Epoch last;

  ReportSummary(TrainingRun run) {
    this.run = run;
    this.judged = run.judged();
    this.last = run.epochs().get(run.epochs().size() - 1);
  }

  Element element() {
    Element header = Element.of("header").with("class", "summary");
    header.add(Element.of("p", "Backprop Twins · training report").with("class", "brand"));
    header.add(Element.of("h1", ReportWording.name(run.data())));
    header.add(
        Element.of("p", result() + " " + ReportWording.sentence(run.ending()))
            .with("class", "lead"));
    String turn = turningPoint();
    if (!turn.isEmpty()) {
      header.add(Element.of("p", turn));
    }
    Element facts = Element.of("dl").with("class", "facts");
    facts.add(fact("epochs", "" + run.epochs().size()));
    facts.add(fact("last cost, while learning", ReportWording.number(last.training().cost())));
    last.heldOut()
        .ifPresent(
            score -> facts.add(fact("last cost, held out", ReportWording.number(score.cost()))));
    if (!judged.classes().isEmpty()) {
      Confusion confusion = Confusion.of(judged, run.outputs());
      facts.add(
          fact("right" + kind(), ReportWording.share(confusion.right(), confusion.samples())));
    }
    if (judged.classes().isEmpty()) {
      addFits(facts);
    }
    double seconds = run.epochs().stream().mapToDouble(Epoch::seconds).sum();
    return header.add(facts.add(fact("training took", TrainingTime.text(seconds))));
  }

  /** How near the outputs come, as far as they are drawn, too. */
  private void addFits(Element facts) {
    List<GoodnessOfFit> fits = GoodnessOfFit.of(judged, run.outputs());
    for (int j = 0; j < StrictMath.min(fits.size(), TrainingReport.MOST_DRAWN); j++) {
      GoodnessOfFit fit = fits.get(j);
      String of = fits.size() > 1 ? " of " + ReportWording.name(judged.columns().target(j)) : "";
      String error = ReportWording.number(fit.rootMeanSquare());
      facts.add(fact("root mean square error" + of + kind(), error));
      fit.determination()
          .ifPresent(share -> facts.add(fact("R²" + of + kind(), ReportWording.number(share))));
    }
  }

  private String kind() {
    return last.heldOut().isPresent() ? ", held out" : ", learned from";
  }

  private static Element fact(String name, String value) {
    return Element.of("div").add(Element.of("dt", name), Element.of("dd", value));
  }

  private String result() {
    String kind = last.heldOut().isPresent() ? "held-out sample" : "learned sample";
    String samples = Plural.grouped(judged.size(), kind);
    if (judged.classes().isEmpty()) {
      return measured(samples);
    }
    Confusion confusion = Confusion.of(judged, run.outputs());
    if (confusion.right() == confusion.samples()) {
      return judged.size() == 1
          ? "The only %s is read right.".formatted(kind)
          : "All %s are read right.".formatted(samples);
    }
    String share = ReportWording.share(confusion.right(), confusion.samples());
    String read = judged.size() == 1 ? "is" : "are";
    return "%s of %s %s read right, that is %s."
        .formatted(Plural.grouped(confusion.right()), samples, read, share);
  }

  private String measured(String samples) {
    List<Prediction> first = Prediction.of(run, 0);
    if (judged.outputs() > 1) {
      return "%d numbers are predicted for each of %s.".formatted(judged.outputs(), samples);
    }
    String distance = ReportWording.number(Prediction.meanDistance(first));
    return "The predictions for %s are %s off on average.".formatted(samples, distance);
  }

  /** Whether training longer only made it worse on what it never saw. */
  private String turningPoint() {
    List<Curve> costs = new LearningCurves(run).costs();
    if (costs.size() < 2) {
      return "";
    }
    Curve heldOut = costs.get(1);
    int best = heldOut.lowest();
    if (!(heldOut.values()[best] < heldOut.last())) {
      return "";
    }
    return "The held-out cost was lowest after epoch %d, %s; at the end it is %s."
        .formatted(
            heldOut.epochs()[best],
            ReportWording.number(heldOut.values()[best]),
            ReportWording.number(heldOut.last()));
  }
}
