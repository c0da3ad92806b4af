package backprop.parity.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many columns of a terminal a text takes: a Japanese character two, a colour none. */
public final class Columns {
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private static final int FIRST_CJK_SIGN = 0x3001;
  private static final int LAST_CJK_SIGN = 0x30ff;
  private static final int FIRST_FULL_WIDTH = 0xff01;
  private static final int LAST_FULL_WIDTH = 0xff60;

  private static final String COLOUR = "\u001b\\[[0-9;]*m";

  private Columns() {}

  public static int of(String text) {
    return text.replaceAll(COLOUR, "").codePoints().map(Columns::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** Punctuation such as 「 belongs to no script of its own. */
  private static boolean isWide(int character) {
    return WIDE.contains(UnicodeScript.of(character))
        || character >= FIRST_CJK_SIGN && character <= LAST_CJK_SIGN
        || character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH;
  }
}
