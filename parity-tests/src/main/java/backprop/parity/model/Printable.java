package backprop.parity.model;

import java.util.regex.Pattern;

/**
 * Somebody else's text, made fit for a message: whatever could move the cursor, turn the writing
 * direction or start another line becomes a question mark.
 */
public final class Printable {
  /** Control and format characters, unpaired surrogates, what has no meaning, and line ends. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private static final Pattern UNPRINTABLE_BUT_TAB =
      Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\t]]");
  private static final int LONGEST_SENTENCE = 5_000;
  private static final int LONGEST_PART = 60;

  private Printable() {}

  /** Whether a text can be shown as it is. */
  public static boolean is(String text) {
    return !UNPRINTABLE.matcher(text).find();
  }

  /** A whole message on one line. */
  public static String sentence(String text) {
    return shortened(text, LONGEST_SENTENCE);
  }

  /** One line of somebody's output, of which only the tabs are kept as they are. */
  public static String line(String text) {
    return UNPRINTABLE_BUT_TAB.matcher(text).replaceAll("?");
  }

  /** A part of a message, such as a key or a name. */
  public static String part(String text) {
    return shortened(text, LONGEST_PART);
  }

  /** At most so many characters, and "…" if there were more. */
  public static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return UNPRINTABLE.matcher(text).replaceAll("?");
    }
    boolean insidePair = Character.isSurrogatePair(text.charAt(longest - 1), text.charAt(longest));
    String beginning = text.substring(0, insidePair ? longest - 1 : longest);
    return UNPRINTABLE.matcher(beginning).replaceAll("?") + "…";
  }
}
