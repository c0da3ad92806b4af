package backprop.parity.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognises lines by an EBNF whose terminals are words: a literal or a regular expression. */
final class Grammar {
  private static final Pattern SYMBOL =
      Pattern.compile("\"[^\"]*\"|\\?[^?]*\\?|[a-z][a-z-]*|[=|,;(){}\\[\\]]");

  private final Map<String, Rule> rules = new HashMap<>();
  private final List<String> symbols;
  private int next;

  /** Where a rule can end that begins at any of some places in a line. */
  private interface Rule {
    Set<Integer> ends(List<String> words, Set<Integer> starts);
  }

  Grammar(String text) {
    symbols = SYMBOL.matcher(text).results().map(MatchResult::group).toList();
    while (next < symbols.size()) {
      String name = symbols.get(next++);
      expect("=");
      rules.put(name, choice());
      expect(";");
    }
  }

  /** Whether the whole line is what that rule describes. */
  boolean matches(String rule, String line) {
    List<String> words = List.of(line.split(" "));
    return rules.get(rule).ends(words, Set.of(0)).contains(words.size());
  }

  private Rule choice() {
    Rule first = sequence();
    if (!symbols.get(next).equals("|")) {
      return first;
    }
    next++;
    Rule others = choice();
    return (words, starts) -> union(first.ends(words, starts), others.ends(words, starts));
  }

  private Rule sequence() {
    Rule first = part();
    if (!symbols.get(next).equals(",")) {
      return first;
    }
    next++;
    Rule rest = sequence();
    return (words, starts) -> rest.ends(words, first.ends(words, starts));
  }

  private Rule part() {
    String symbol = symbols.get(next++);
    return switch (symbol.charAt(0)) {
      case '"' -> word(Pattern.quote(symbol.substring(1, symbol.length() - 1)));
      case '?' -> word("(?i)" + symbol.substring(1, symbol.length() - 1).strip());
      case '(' -> enclosed(")");
      case '{' -> repeated(enclosed("}"));
      default -> (words, starts) -> rules.get(symbol).ends(words, starts);
    };
  }

  private Rule enclosed(String end) {
    Rule inner = choice();
    expect(end);
    return inner;
  }

  private static Rule word(String regularExpression) {
    Pattern pattern = Pattern.compile(regularExpression);
    return (words, starts) -> {
      Set<Integer> ends = new TreeSet<>();
      for (int start : starts) {
        if (start < words.size() && pattern.matcher(words.get(start)).matches()) {
          ends.add(start + 1);
        }
      }
      return ends;
    };
  }

  private static Rule repeated(Rule once) {
    return (words, starts) -> {
      Set<Integer> all = new TreeSet<>(starts);
      Set<Integer> latest = starts;
      while (!latest.isEmpty()) {
        Set<Integer> found = new TreeSet<>(once.ends(words, latest));
        found.removeAll(all);
        all.addAll(found);
        latest = found;
      }
      return all;
    };
  }

  private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
    Set<Integer> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private void expect(String symbol) {
    String found = symbols.get(next++);
    if (!found.equals(symbol)) {
      throw new IllegalArgumentException("expected " + symbol + ", found " + found);
    }
  }
}
