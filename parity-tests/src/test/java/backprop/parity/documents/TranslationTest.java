package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Japanese tutorial is the English one in other words.
 *
 * <p>Its code and its outputs are the same to the letter, so what is checked there holds here.
 */
class TranslationTest {
  private static final String ENGLISH = "parity-tests/tutorial";
  private static final String JAPANESE = ENGLISH + "/ja";

  private static final Pattern CODE = Pattern.compile("`[^`]+`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");
  private static final Pattern ITEM = Pattern.compile("(?m)^(?:-|\\d+\\.) ");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");
  private static final Pattern PRODUCT = Pattern.compile("\\p{L}ᵀ?·\\p{L}ᵀ?");
  private static final Pattern UNFOLDED = Pattern.compile("</?details>");

  /** Signs that only Japanese has: a page without them has not been translated. */
  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

  static Stream<Document> pages() {
    return Document.in(ENGLISH);
  }

  private static Document japanese(Document page) {
    return Document.named(JAPANESE + "/" + Path.of(page.name()).getFileName());
  }

  @Test
  void everyPageIsThereInBothLanguages() {
    assertThat(Document.in(JAPANESE).map(page -> page.name().replace("/ja/", "/")))
        .containsExactlyElementsOf(pages().map(Document::name).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsCodeAndItsOutputsAreTheSame(Document page) {
    assertThat(japanese(page).blocks()).isEqualTo(page.blocks());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itHasTheSameParts(Document page) {
    assertThat(levels(japanese(page))).isEqualTo(levels(page));
    assertThat(found(UNFOLDED, japanese(page))).isEqualTo(found(UNFOLDED, page));
    assertThat(found(ITEM, japanese(page))).isEqualTo(found(ITEM, page));
    assertThat(columns(japanese(page))).isEqualTo(columns(page));
  }

  private static List<String> levels(Document page) {
    return page.headings().stream().map(heading -> heading.replaceFirst(" .*", "")).toList();
  }

  private static List<Integer> columns(Document page) {
    return found(ROW, page).stream().map(row -> row.split("\\|").length).toList();
  }

  /** In another sentence they may stand in another order. */
  @ParameterizedTest
  @MethodSource("pages")
  void itNamesTheSameCodeNumbersAndProducts(Document page) {
    for (Pattern pattern : List.of(CODE, NUMBER, PRODUCT)) {
      assertThat(found(pattern, japanese(page))).hasSameElementsAs(found(pattern, page));
    }
  }

  private static List<String> found(Pattern pattern, Document page) {
    return pattern.matcher(page.prose()).results().map(MatchResult::group).toList();
  }

  /** A page leads to the Japanese page where there is one, and each index to the other one. */
  @ParameterizedTest
  @MethodSource("pages")
  void itsLinksLeadToTheSamePlaces(Document page) {
    assertThat(japanese(page).links()).allSatisfy(link -> assertThat(link).exists());
    assertThat(places(japanese(page))).containsExactlyInAnyOrderElementsOf(places(page));
  }

  private static List<String> places(Document page) {
    return page.links().stream()
        .map(link -> link.normalize().toString().replace("/ja/", "/"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyParagraphIsTranslated(Document page) {
    assertThat(japanese(page).prose().split("\n{2,}"))
        .filteredOn(paragraph -> paragraph.length() > 30)
        .allSatisfy(paragraph -> assertThat(paragraph).containsPattern(KANA));
  }
}
