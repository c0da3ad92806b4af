package backprop.parity.training.report;

import backprop.parity.html.Element;
import java.util.List;

/** The classes that were mixed up, most frequent first, where a square would be too large. */
final class MixupTable {
  private static final int LONGEST = 100;

  private final Confusion confusion;

  MixupTable(Confusion confusion) {
    this.confusion = confusion;
  }

  Element element() {
    List<Confusion.Mixup> mixups = confusion.mixups();
    Element head = Element.of("tr");
    for (String title : List.of("it is", "read as", "times", "of")) {
      head.add(Element.of("th", title).with("scope", "col"));
    }
    Element body = Element.of("tbody");
    mixups.stream().limit(LONGEST).forEach(mixup -> body.add(row(mixup)));
    String caption = "%d classes are too many for a square; %s mixed up";
    String pairs =
        ReportWording.count(mixups.size(), "pair") + (mixups.size() == 1 ? " was" : " were");
    String shown = mixups.size() > LONGEST ? ", the %d most frequent".formatted(LONGEST) : "";
    Element table = Element.of("table").with("class", "numbers");
    table.add(
        ScrollBox.caption(caption.formatted(confusion.classes().size(), pairs) + shown + "."));
    return ScrollBox.of("Confusion table", table.add(Element.of("thead").add(head), body));
  }

  private Element row(Confusion.Mixup mixup) {
    return Element.of("tr")
        .add(
            Element.of("th", ReportWording.name(confusion.classes().get(mixup.was())))
                .with("scope", "row"),
            Element.of("td", ReportWording.name(confusion.classes().get(mixup.readAs()))),
            Element.of("td", "" + mixup.count()),
            Element.of("td", "" + confusion.samplesOf(mixup.was())));
  }
}
