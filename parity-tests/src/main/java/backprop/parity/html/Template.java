package backprop.parity.html;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {{title}}} to put something in. */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Template() {}

  /**
   * The text with every place filled, in one pass: what is put in may itself contain braces.
   *
   * @throws IllegalStateException if there is nothing for a place
   */
  public static String filled(String text, Map<String, String> parts) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(part(place, parts)));
  }

  private static String part(MatchResult place, Map<String, String> parts) {
    String part = parts.get(place.group(1));
    if (part == null) {
      throw new IllegalStateException("expected something to put in " + place.group());
    }
    return part;
  }
}
