package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.training.descent.Confusion;
import java.util.List;

/** Rows say what a sample is, columns what it was read as; the darker, the more of the row. */
final class ConfusionTable {
  /** More classes than that fill a square that nobody can read. */
  private static final int MOST_CLASSES = 40;

  /** From so many classes on, paper needs smaller type. */
  private static final int MANY_CLASSES = 14;

  /** Names up to so many characters stand upright above their column. */
  private static final int SHORT = 3;

  private static final int SHADES = 5;

  private final Confusion confusion;
  private final int size;

  ConfusionTable(Confusion confusion) {
    this.confusion = confusion;
    this.size = confusion.classes().size();
  }

  Element element() {
    if (size > MOST_CLASSES) {
      return Element.of("p", size + " classes are too many for a table.");
    }
    Element table = Element.of("table").with("class", style());
    String caption = "Rows: what it is. Columns: what it was read as.";
    table.add(ReportTable.captionElement(caption), head(), body(), foot());
    return ReportTable.inBox("Confusion table", table);
  }

  private String style() {
    boolean upright = confusion.classes().stream().allMatch(name -> name.length() <= SHORT);
    String style = upright ? "confusion" : "confusion long-names";
    return size > MANY_CLASSES ? style + " many" : style;
  }

  private Element head() {
    Element above = Element.of("tr").add(Element.of("td"));
    above.add(Element.of("th", "read as").with("colspan", size).with("scope", "colgroup"));
    above.add(Element.of("td").with("colspan", 2));
    Element names = Element.of("tr").add(Element.of("td", "it is").with("class", "corner"));
    confusion.classes().forEach(name -> names.add(heading(name, "col")));
    names.add(Element.of("th", "samples").with("scope", "col").with("class", "total"));
    names.add(Element.of("th", "right").with("scope", "col").with("class", "total"));
    return Element.of("thead").add(above, names);
  }

  private static Element heading(String name, String scope) {
    String shown = ReportWording.name(name);
    Element heading = Element.of("th").with("scope", scope);
    if (!shown.equals(name)) {
      heading.with("title", name);
    }
    return heading.add(Element.of("span", shown));
  }

  private Element body() {
    Element body = Element.of("tbody");
    for (int was = 0; was < size; was++) {
      int samples = confusion.samplesOf(was);
      Element row = Element.of("tr").add(heading(confusion.classes().get(was), "row"));
      for (int readAs = 0; readAs < size; readAs++) {
        int count = confusion.counts()[was][readAs];
        row.add(Element.of("td", "" + count).with("class", shade(was == readAs, count, samples)));
      }
      row.add(total("" + samples));
      body.add(row.add(total(ReportWording.share(confusion.counts()[was][was], samples))));
    }
    return body;
  }

  /** By the root of the share, so that a few among many are still seen. */
  private static String shade(boolean right, int count, int samples) {
    if (count == 0) {
      return "none";
    }
    double root = StrictMath.sqrt((double) count / samples);
    return (right ? "hit" : "miss") + " shade-" + (int) StrictMath.ceil(SHADES * root);
  }

  private Element foot() {
    Element row = Element.of("tr").add(Element.of("th", "read so").with("scope", "row"));
    for (int readAs = 0; readAs < size; readAs++) {
      row.add(total("" + confusion.samplesReadAs(readAs)));
    }
    row.add(total("" + confusion.samples()));
    row.add(total(ReportWording.share(confusion.right(), confusion.samples())));
    return Element.of("tfoot").add(row);
  }

  private static Element total(String text) {
    return Element.of("td", text).with("class", "total");
  }

  /** Which classes were mixed up most, as a sentence; empty if no two were more than once. */
  static String worst(Confusion confusion) {
    List<Confusion.Mixup> mixups = confusion.mixups();
    if (mixups.isEmpty() || mixups.get(0).count() == 1) {
      return "";
    }
    Confusion.Mixup worst = mixups.get(0);
    return "Most often mixed up: %s read as %s (%d times)."
        .formatted(
            ReportWording.name(confusion.classes().get(worst.was())),
            ReportWording.name(confusion.classes().get(worst.readAs())),
            worst.count());
  }
}
